import type { ReplacePhrases } from '../corrections/replace-named.ts'
import { indexPhrases, matchPhrase } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import type { Command, CommandFamily, Letters } from './command.ts'
import {
  type CommandPhrases,
  type CommandPlace,
  correctsNothing,
  type SaidCommand,
  type SpokenCommand,
} from './read-command.ts'
import type { EscapePhrases } from './read-escape.ts'
import { isTitleWord } from './titles.ts'

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

// "cap", "no space": how to write, or a thing.

const determiners = wordSet('a an the this that his her their its my your our no each every in')
const verbsAfter = wordSet(
  'is was are were has had fell came comes will can with of and or for on off',
)
const afterCap = wordSet('refill femoral nephew city punishment letter letters space block')
/** CAP is community-acquired pneumonia; "the dental cap", "cap refill" are things. */
const isCap = ({ before, after }: CommandPlace, { reading, from, to }: SaidCommand) =>
  /^CAP/.test(reading.tokens[from]?.core ?? '') ||
  to >= reading.tokens.length ||
  before.slice(0, 2).some((atom) => determiners.has(atom)) ||
  /^(?:will|would|can|could|may|not|don't)$/.test(before[0] ?? '') ||
  verbsAfter.has(after[0] ?? '') ||
  afterCap.has(after[0] ?? '')
const isDescribed = ({ before, after }: CommandPlace) =>
  determiners.has(before[0] ?? '') || /^(?:letters?|and)$/.test(after[0] ?? '')
const neverProse = () => false

const beforeSpace = wordSet('is was are has have had with there and shows showed leaves left')
const afterSpace = wordSet('occupying between in for left of at within or narrowing to available')
const isRoom = ({ before, after }: CommandPlace) =>
  beforeSpace.has(before[0] ?? '') || afterSpace.has(after[0] ?? '')
const isOnlyRoom = (place: CommandPlace) => place.isFirst || isRoom(place)

// "blank": a gap, or empty.

const isFilledIn = ({ before }: CommandPlace) => beforeVerb.has(before[0] ?? '')
/** The bare word is a gap before a unit, or where it stands alone after something. */
const isEmpty = ({ opens, closes, isFirst }: CommandPlace, { reading, to }: SaidCommand) =>
  isFirst ||
  !(matchPhrase(reading.language.units, reading.tokens, to) !== null || (opens && closes))

// "copy to Dr. Roe", "attention": to whom it goes, or prose.

const isNoAddress = ({ startsSentence }: CommandPlace, { reading, to }: SaidCommand) =>
  !startsSentence || !isTitleWord(reading.tokens[to]?.atoms[0])
const isNoNote = ({ before }: CommandPlace) => determiners.has(before[0] ?? '')

const youKnowBefore = wordSet(`
  do did does if as what that let lets will would can could when how whether since because of course to like than
  should may might must who where why don't didn't t things
`)
const youKnowAfter = wordSet(`
  that what how if whether the a an about who why where when of him her me this these them it which your my his their
  more better any anyone anybody someone
`)
/** "Do you know the dose", "as you know" are said to somebody. */
const isKnown = ({ before, after, isFirst, opens, closes }: CommandPlace) =>
  isFirst ||
  opens !== closes ||
  (!opens &&
    (before.length === 0 ||
      after.length === 0 ||
      youKnowBefore.has(before[0] ?? '') ||
      youKnowAfter.has(after[0] ?? '')))

const letters = (how: Letters, reach: 'next' | 'on' = 'next'): Command => ({
  kind: 'letters',
  how,
  reach,
})
const styles = ['bold', 'underline', 'italic', 'italics', 'underlined']
const ends = (what: readonly string[]) =>
  what.flatMap((each) => [`end ${each}`, `${each} off`, `stop ${each}`]).join(' | ')

const strike = (what: 'sentence' | 'word'): Command => ({ kind: 'strike', what })
const surely: Command = { kind: 'repair', isSure: true }
const perhaps: Command = { kind: 'repair', isSure: false }

const table: readonly (readonly [
  family: CommandFamily,
  phrases: string,
  command: Command,
  isProse: SpokenCommand['isProse'],
  range?: Pick<SpokenCommand, 'closes' | 'closedBy'>,
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
    'repair',
    "no | no wait | wait | wait no | actually | no actually | oops | no it's | no it is",
    { kind: 'hesitate' },
    correctsNothing,
  ],
  [
    'cap',
    'cap | capital | cap next | capital letter | capitalize | capitalise',
    letters('capital'),
    isCap,
  ],
  [
    'allcaps',
    'all caps | uppercase | upper case | all capitals',
    letters('capitals', 'on'),
    isDescribed,
    {
      closedBy: { end: 'caps', orElse: letters('capitals') },
    },
  ],
  ['allcaps', 'all caps on | uppercase on', letters('capitals', 'on'), neverProse],
  ['caps', 'caps on | capitals on', letters('title', 'on'), neverProse],
  [
    'caps',
    ends(['caps', 'all caps', 'capitals', 'uppercase']),
    { kind: 'letters-off' },
    neverProse,
    { closes: 'caps' },
  ],
  ['nocaps', 'no caps | lowercase | lower case', letters('smalls'), isDescribed],
  ['nocaps', 'no caps on | lowercase on', letters('smalls', 'on'), neverProse],
  ['nocaps', 'no caps off | lowercase off | end lowercase', { kind: 'letters-off' }, neverProse],
  ['nocaps', 'no space', { kind: 'join', reach: 'next' }, isOnlyRoom],
  [
    'nocaps',
    'no space on',
    { kind: 'join', reach: 'on' },
    neverProse,
    { closedBy: { end: 'space' } },
  ],
  ['nocaps', 'no space off | end no space', { kind: 'join-off' }, neverProse, { closes: 'space' }],
  [
    'bold',
    styles.join(' | '),
    { kind: 'style', edge: 'begin' },
    isNoNote,
    { closedBy: { end: 'style' } },
  ],
  [
    'bold',
    styles.map((style) => `${style} on`).join(' | '),
    { kind: 'style', edge: 'begin' },
    isNoNote,
    { closedBy: { end: 'style' } },
  ],
  ['bold', ends(styles), { kind: 'style', edge: 'end' }, isFirstWord, { closes: 'style' }],
  [
    'blank',
    'leave a blank | leave blank | leave it blank | leave this blank | insert a blank | insert blank | leave a space',
    { kind: 'blank' },
    isFilledIn,
  ],
  ['blank', 'blank', { kind: 'blank' }, isEmpty],
  [
    'note',
    'note to transcription | note to transcriptionist | note to the transcriptionist | note to secretary | note to the secretary | note to typist | note to the typist | note for the secretary | note for transcription',
    { kind: 'aside', aside: 'note-to-secretary' },
    isNoNote,
  ],
  [
    'note',
    'cc | c c | copy to | copies to | carbon copy | carbon copy to | send a copy to | please send a copy to',
    { kind: 'aside', aside: 'copy-to' },
    isNoAddress,
  ],
  ['note', 'attention', { kind: 'aside', aside: 'note-to-secretary' }, isNoAddress],
  ['filler', 'you know', { kind: 'filler' }, isKnown],
  [
    'end',
    'end of dictation | end dictation | end of the dictation',
    { kind: 'end' },
    isPlaceInDocument,
  ],
  ['end', 'end of report | end of the report', { kind: 'end' }, isEndOfDocument],
]

export const englishCommands: CommandPhrases = indexPhrases(
  table.flatMap(([family, phrases, command, isProse, range]) =>
    phrases.split(' | ').map((phrase) => [phrase, { family, command, isProse, ...range }] as const),
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
