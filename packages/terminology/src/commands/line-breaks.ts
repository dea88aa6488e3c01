import { indexPhrases, matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import { type Around, aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

export type SpokenBreak = {
  /** 1 for a new line, 2 for a new paragraph. */
  readonly lines: 1 | 2
  /** True where the words around show that a catheter or a place is meant: "a new line was placed". */
  readonly isProse: (around: Around) => boolean
}

export type BreakPhrases = PhraseIndex<SpokenBreak>

/** A line or paragraph break that was said, or one in text that was already written. */
export function readBreak(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language } = reading
  const text = tokens[at]?.text ?? ''
  if (/^\n+$/.test(text)) {
    return [{ from: at, to: at + 1, kind: 'break', lines: text.length, said: false }]
  }
  const match = matchPhrase(language.breaks, tokens, at)
  if (match && reading.off.has(match.meaning.lines > 1 ? 'newpar' : 'newline')) return null
  if (!match || match.meaning.isProse(aroundOf(reading, at, match.to))) return null
  return [{ from: at, to: match.to, kind: 'break', lines: match.meaning.lines, said: true }]
}

const table = (
  phrases: string,
  lines: 1 | 2,
  isProse: SpokenBreak['isProse'],
): readonly (readonly [string, SpokenBreak])[] =>
  phrases.split(' | ').map((phrase) => [phrase, { lines, isProse }] as const)

const englishDeterminer = /^(?:an?|the|this|that|each|another|his|her|their|every|first)$/
const catheterVerb = /^(?:was|is|were|placed|inserted|needed|required)$/

/** "a new line", "new line placed", "next line of treatment". */
const isCatheter = ({ before, after }: Around) =>
  englishDeterminer.test(before[0] ?? '') ||
  catheterVerb.test(after[0] ?? '') ||
  (after[0] === 'of' && !/^(?:note|interest)$/.test(after[1] ?? ''))

export const englishBreaks: BreakPhrases = indexPhrases([
  ...table('new line | newline | next line | line break', 1, isCatheter),
  ...table('new paragraph | next paragraph', 2, ({ before }) =>
    englishDeterminer.test(before[0] ?? ''),
  ),
])

const frenchDeterminer = /^(?:une?|la|le|cette|ce|sa|chaque|première|dernière)$/
const movement = /^(?:passée?s?|passer|passe|est|allée?|va)$/
const bodyLine =
  /^(?:blanche|médiane|axillaire|mamillaire|mamelonnaire|claviculaire|médio|médioclaviculaire|de|d'|du|des|veineuse|artérielle|centrale|basale|scapulaire)$/

/** « passé à la ligne suivante », « à la ligne médiane », « une nouvelle ligne de traitement ». */
const isPlace = ({ before, after }: Around) =>
  frenchDeterminer.test(before[0] ?? '') ||
  movement.test(before[0] ?? '') ||
  (bodyLine.test(after[0] ?? '') && !/^(?:plus|ailleurs|abord)$/.test(after[1] ?? ''))

export const frenchBreaks: BreakPhrases = indexPhrases([
  ...table(
    'à la ligne | nouvelle ligne | ligne suivante | à la ligne suivante | retour à la ligne | retour de ligne | saut de ligne | allez à la ligne | aller à la ligne',
    1,
    isPlace,
  ),
  ...table(
    'nouveau paragraphe | paragraphe suivant | nouvel alinéa | retour de paragraphe',
    2,
    ({ before }) => frenchDeterminer.test(before[0] ?? ''),
  ),
])
