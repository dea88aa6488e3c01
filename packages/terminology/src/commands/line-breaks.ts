import { endsWithLetter } from '../codes/english-named-letter.ts'
import { indexPhrases, matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { BreakSize, Span } from '../reading/span.ts'
import type { CommandFamily } from './command.ts'
import { type CommandPlace, placeOf } from './read-command.ts'

export type SpokenBreak = {
  readonly size: BreakSize
  /** True where the words around show that a catheter or a place is meant: "a new line was placed". */
  readonly isProse: (place: CommandPlace) => boolean
}

export type BreakPhrases = PhraseIndex<SpokenBreak>

const familyOf: Readonly<Record<BreakSize, CommandFamily>> = {
  line: 'newline',
  paragraph: 'newpar',
  page: 'newpage',
}

/** A line or paragraph break that was said, or one in text that was already written. */
export function readBreak(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language } = reading
  const text = tokens[at]?.text ?? ''
  if (/^\n+$/.test(text)) {
    return [
      {
        from: at,
        to: at + 1,
        kind: 'break',
        size: text.length > 1 ? 'paragraph' : 'line',
        said: false,
      },
    ]
  }
  const match = matchPhrase(language.breaks, tokens, at)
  if (!match || reading.off.has(familyOf[match.meaning.size])) return null
  if (match.meaning.isProse(placeOf(reading, at, match.to))) return null
  return [{ from: at, to: match.to, kind: 'break', size: match.meaning.size, said: true }]
}

const table = (
  phrases: string,
  size: BreakSize,
  isProse: SpokenBreak['isProse'],
): readonly (readonly [string, SpokenBreak])[] =>
  phrases.split(' | ').map((phrase) => [phrase, { size, isProse }] as const)

const englishDeterminer = /^(?:an?|the|this|that|each|another|his|her|their|every|first)$/
const catheterVerb = /^(?:was|is|were|placed|inserted|needed|required)$/

/** "no new line infections"; "diabetes no new line" answers a question and goes on. */
const beforeCatheter = /^(?:no|any|some|without|for|of|with|suspected|possible)$/
const ofCatheter = /^(?:infections?|sepsis|placements?|insertions?|sites?)$/

/** "a new line", "new line placed", "next line of treatment". */
const isCatheter = ({ before, after }: CommandPlace) =>
  (beforeCatheter.test(before[0] ?? '') && ofCatheter.test(after[0] ?? '')) ||
  (englishDeterminer.test(before[0] ?? '') && !endsWithLetter({ before, after })) ||
  catheterVerb.test(after[0] ?? '') ||
  (after[0] === 'of' && !/^(?:note|interest)$/.test(after[1] ?? ''))

const isAfterDeterminer = (place: CommandPlace) =>
  englishDeterminer.test(place.before[0] ?? '') && !endsWithLetter(place)

/** The bare word is a command between sentences alone: "period paragraph", « point paragraphe ». */
const isNoun = ({ isFirst, startsSentence, closes, afterMark, after }: CommandPlace) =>
  isFirst || !startsSentence || !(closes || afterMark) || /^(?:of|on|de|du)$/.test(after[0] ?? '')

export const englishBreaks: BreakPhrases = indexPhrases([
  ...table('new line | newline | next line | line break', 'line', isCatheter),
  ...table('new paragraph | next paragraph', 'paragraph', isAfterDeterminer),
  ...table('paragraph', 'paragraph', isNoun),
  ...table('new page | next page | page break', 'page', isAfterDeterminer),
])

const frenchDeterminer = /^(?:une?|la|le|cette|ce|sa|chaque|première|dernière)$/
const movement = /^(?:passée?s?|passer|passe|est|allée?|va)$/
const bodyLine =
  /^(?:blanche|médiane|axillaire|mamillaire|mamelonnaire|claviculaire|médio|médioclaviculaire|de|d'|du|des|veineuse|artérielle|centrale|basale|scapulaire|articulaire|cutanée|gingivale|pectinée|blanche|dentelée|périphérique|picc|thérapeutique|midline|apicale|biauriculaire|bimalléolaire)$/

/** « passé à la ligne suivante », « à la ligne médiane », « une nouvelle ligne de traitement ». */
const isPlace = ({ before, after }: CommandPlace) =>
  frenchDeterminer.test(before[0] ?? '') ||
  movement.test(before[0] ?? '') ||
  (bodyLine.test(after[0] ?? '') && !/^(?:plus|ailleurs|abord)$/.test(after[1] ?? ''))

const isAfterFrenchDeterminer = ({ before }: CommandPlace) => frenchDeterminer.test(before[0] ?? '')

export const frenchBreaks: BreakPhrases = indexPhrases([
  ...table(
    'à la ligne | nouvelle ligne | ligne suivante | à la ligne suivante | retour à la ligne | retour de ligne | saut de ligne | allez à la ligne | aller à la ligne',
    'line',
    isPlace,
  ),
  ...table(
    'nouveau paragraphe | paragraphe suivant | nouvel alinéa | retour de paragraphe',
    'paragraph',
    isAfterFrenchDeterminer,
  ),
  ...table('paragraphe | alinéa', 'paragraph', isNoun),
  ...table(
    'nouvelle page | page suivante | saut de page | changement de page',
    'page',
    isAfterFrenchDeterminer,
  ),
])
