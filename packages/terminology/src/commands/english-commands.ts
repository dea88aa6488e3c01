import type { ReplacePhrases } from '../corrections/replace-named.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import type { Command, CommandFamily } from './command.ts'
import type { CommandPhrases, CommandPlace, SpokenCommand } from './read-command.ts'
import type { EscapePhrases } from './read-escape.ts'

// "scratch that": an order to the writer, or something that a person does to a thing.

/** Before a verb: somebody does it, or is asked to. */
const beforeVerb = wordSet(`
  to will would can could may might shall should must not don't didn't cannot please i you we they he she
  it who and or then let let's just also never always n't t
`)

/**
 * Alone between marks it is an order. Inside a sentence it is one only when no verb's place is before it, and
 * never as the first thing said: there is nothing to take back.
 */
function isDone({ before, opens, closes, isFirst }: CommandPlace): boolean {
  if (isFirst) return true
  if (opens && closes) return false
  return beforeVerb.has(before[0] ?? '')
}

/** Short of an object, these are orders only where they stand alone. */
const isNotAlone = ({ opens, closes, isFirst }: CommandPlace) => isFirst || !(opens && closes)

// "correction": said to mend what was said, or a treatment.

const beforeTreatment = wordSet(`
  a an the this that his her their surgical slow rapid refractive further full partial complete after for with
  of no some any bug error
`)
const isTreatment = ({ before, after, isFirst }: CommandPlace) =>
  isFirst || beforeTreatment.has(before[0] ?? '') || after[0] === 'of'
const isThan = ({ after, isFirst }: CommandPlace) => isFirst || after[0] === 'than'
const isFirstWord = ({ isFirst }: CommandPlace) => isFirst

// "end of dictation": the end, or a place in a document.

const beforeEnd = wordSet('the at by this that until till near a before after')
const isPlaceInDocument = ({ before, isFirst }: CommandPlace) =>
  isFirst || beforeEnd.has(before[0] ?? '')
const farewells = wordSet('thank thanks bye goodbye')
/** "end of report" is said of documents too: it must begin a sentence, and nothing may go on with it. */
const isEndOfDocument = (place: CommandPlace) =>
  isPlaceInDocument(place) ||
  !(place.closes || farewells.has(place.after[0] ?? '')) ||
  !(place.opens || place.closes)

const strike = (what: 'sentence' | 'word'): Command => ({ kind: 'strike', what })
const surely: Command = { kind: 'repair', isSure: true }
const perhaps: Command = { kind: 'repair', isSure: false }

const table: readonly (readonly [
  family: CommandFamily,
  phrases: string,
  command: Command,
  isProse: SpokenCommand['isProse'],
])[] = [
  ['scratch', 'scratch that | strike that | erase that | delete that', strike('sentence'), isDone],
  ['scratch', 'undo that | scratch that last sentence', strike('sentence'), isDone],
  [
    'scratch',
    'scratch this | strike this | erase this | delete this',
    strike('sentence'),
    isNotAlone,
  ],
  [
    'scratch',
    'delete last sentence | delete the last sentence | scratch last sentence | scratch the last sentence | strike the last sentence | erase the last sentence | delete that sentence',
    strike('sentence'),
    isDone,
  ],
  [
    'scratch',
    'delete last word | delete the last word | scratch last word | scratch the last word | strike the last word | erase the last word',
    strike('word'),
    isDone,
  ],
  ['repair', 'correction', surely, isTreatment],
  [
    'repair',
    'no make that | make that | sorry make that | change that to | no correction | i should say',
    surely,
    isFirstWord,
  ],
  [
    'repair',
    "i mean | i meant | sorry | i'm sorry | i am sorry | no sorry | excuse me | pardon me | or rather | no rather | or should i say",
    perhaps,
    isFirstWord,
  ],
  ['repair', 'rather', perhaps, isThan],
  [
    'end',
    'end of dictation | end dictation | end of the dictation',
    { kind: 'end' },
    isPlaceInDocument,
  ],
  ['end', 'end of report | end of the report', { kind: 'end' }, isEndOfDocument],
]

export const englishCommands: CommandPhrases = indexPhrases(
  table.flatMap(([family, phrases, command, isProse]) =>
    phrases.split(' | ').map((phrase) => [phrase, { family, command, isProse }] as const),
  ),
)

export const englishEscapes: EscapePhrases = indexPhrases(
  'literal | literally the words | the word | the words'
    .split(' | ')
    .map((phrase) => [phrase, 'escape'] as const),
)

export const englishReplace: ReplacePhrases = {
  opens: indexPhrases('replace'.split(' | ').map((phrase) => [phrase, 'replace'] as const)),
  by: wordSet('with by'),
}
