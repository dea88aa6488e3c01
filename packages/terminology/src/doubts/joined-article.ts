import { frenchMeasured } from '../measures/french-measured.ts'
import { frenchNumberedNouns, neverCounted } from '../numbers/french-frames.ts'
import type { Span, ValueType } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import { wordSet } from '../reading/word-set.ts'
import type { CountedWords } from './counted-words.ts'
import { doubtWhere } from './doubt-where.ts'

/** What says nothing of a thing after a number, and what may be taken or asked for one of. */
export type ArticleWords = {
  /** « un », « une »: a one, and an article. Empty where the language has another word for each. */
  readonly articles: ReadonlySet<string>
  /** Small words that are before no noun. */
  readonly neverNouns: ReadonlySet<string>
  /** « un matin et soir », « un quart »: so much, although these count nothing else. */
  readonly doses: ReadonlySet<string>
  /** Names whose numbers are whole: rooms, pages. */
  readonly numbered: ReadonlySet<string>
}

const types: ReadonlySet<ValueType> = new Set<ValueType>(['number', 'measure', 'ratio'])

/**
 * Doubts a number that ends in an article: « CRP à deux cents un scanner est demandé », « potassium cinq virgule huit un
 * ECG », « Eliquis deux virgule cinq un matin et soir ».
 */
export function doubtJoinedArticle(
  spans: readonly Span[],
  tokens: readonly Token[],
  counted: CountedWords,
  words: ArticleWords,
): readonly Span[] {
  if (words.articles.size === 0) return spans
  return doubtWhere(
    spans,
    (value, at) =>
      types.has(value.type) &&
      isBeforeWord(spans[at + 1]) &&
      endsInArticle(value, tokens, counted, words),
  )
}

/** Not a mark that was said, a break or a command. */
const isBeforeWord = (next: Span | undefined) => next?.kind === 'prose' || next?.kind === 'value'

function endsInArticle(
  { from, to }: Span,
  tokens: readonly Token[],
  { tens, hundreds, digits, decimalMarks }: CountedWords,
  { articles, neverNouns, doses, numbered }: ArticleWords,
): boolean {
  const last = tokens[to - 1]
  if (last?.after !== '' || last.atoms.length !== 1 || !articles.has(last.atoms[0] ?? ''))
    return false
  const next = tokens[to]?.before === '' ? (tokens[to]?.atoms[0] ?? '') : ''
  if (next === '' || to < from + 2) return false
  const said = tokens.slice(from, to - 1).flatMap(({ atoms }) => atoms)
  const isDecimal = said.some((atom) => decimalMarks.has(atom))
  const before = said.at(-1) ?? ''
  const isJoined = isDecimal ? digits.has(before) : hundreds.has(before) || tens.has(before)
  if (!isJoined) return false
  if (doses.has(next)) return true
  if (neverNouns.has(next) || (!isDecimal && numbered.has(tokens[from - 1]?.atoms.at(-1) ?? '')))
    return false
  // « cent une personnes » are counted.
  return isDecimal || !/[sx]$/.test(next)
}

export const englishArticles: ArticleWords = {
  articles: new Set(),
  neverNouns: new Set(),
  doses: new Set(),
  numbered: new Set(),
}

export const frenchArticles: ArticleWords = {
  articles: wordSet('un une'),
  neverNouns: neverCounted,
  doses: wordSet('matin midi soir demi demie quart par'),
  numbered: new Set([...frenchNumberedNouns].filter((noun) => !frenchMeasured.has(noun))),
}
