import { inDoubt, type Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { CountedWords } from './counted-words.ts'

/**
 * Doubts a number whose last words may count what comes after it: "five hundred two times a day" is 502, or a dose of
 * 500 and then two times. It is doubted only where 502 is what nobody does: a frequency, a dose in tablets, a time after
 * a value, anything counted after the name of what is measured.
 */
export function doubtTwoInOne(
  spans: readonly Span[],
  tokens: readonly Token[],
  words: CountedWords,
): readonly Span[] {
  let doubted: Span[] | null = null
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at]
    if (!span) continue
    const end = span.kind === 'value' ? endOfTwo(span, tokens, words) : null
    if (end !== null) {
      doubted ??= spans.slice(0, at)
      doubted.push(...inDoubt(span.from, Math.max(end, span.to), 'ambiguous-number'))
      // What is counted may be the span after.
      if (end > span.to) at += 1
    } else doubted?.push(span)
  }
  return doubted ?? spans
}

/** The end of what is counted, where a value is or ends in a number that may be two; else null. */
function endOfTwo(
  { from, to }: Span,
  tokens: readonly Token[],
  words: CountedWords,
): number | null {
  for (let at = from + 2; at <= to; at++) {
    const counted = tokens[at]?.atoms[0] ?? ''
    if (!words.counted.has(counted) || tokens[at - 1]?.after !== '') continue
    // "tylenol five hundred one to two tablets": the first end may be joined as well.
    const isRange = words.between.has(tokens[at - 2]?.atoms[0] ?? '')
    const joint =
      jointBefore(tokens, at, from, words) ??
      (isRange ? jointBefore(tokens, at - 2, from, words) : null)
    if (joint && isUnlikely(joint, tokens, { from, at }, words)) return at + 1
  }
  return isFirstOfRange(tokens, to, words) && jointBefore(tokens, to, from, words) ? to : null
}

/** « Tylenol cinq cents un » before « à deux comprimés ». */
function isFirstOfRange(
  tokens: readonly Token[],
  to: number,
  { between, digits, counted }: CountedWords,
): boolean {
  const wordAt = (at: number) => (tokens[at - 1]?.after === '' ? (tokens[at]?.atoms[0] ?? '') : '')
  const kind = counted.get(wordAt(to + 2))
  return (
    between.has(wordAt(to)) && digits.has(wordAt(to + 1)) && (kind === 'times' || kind === 'dose')
  )
}

type Joint = 'tens' | 'hundreds' | 'decimal'

/** What a digit that was said by itself before what is counted was joined to; null where it was not. */
function jointBefore(
  tokens: readonly Token[],
  at: number,
  from: number,
  words: CountedWords,
): Joint | null {
  const digit = tokens[at - 1]
  const before = tokens[at - 2]
  if (!digit || !before || before.after !== '' || digit.atoms.length !== 1) return null
  if (!words.digits.has(digit.atoms[0] ?? '')) return null
  const atom = before.atoms.at(-1) ?? ''
  if (words.hundreds.has(atom)) return 'hundreds'
  if (words.tens.has(atom)) return 'tens'
  return isInFraction(tokens, at - 2, from, words) ? 'decimal' : null
}

/** "point five", "two point oh four": digits one by one, with the decimal mark before them, where a number may begin. */
function isInFraction(
  tokens: readonly Token[],
  digitAt: number,
  from: number,
  { digits, zeros, decimalMarks }: CountedWords,
): boolean {
  const isDigit = (word: string) => digits.has(word) || zeros.has(word)
  const wordAt = (index: number) => tokens[index]?.atoms.at(-1) ?? ''
  let at = digitAt
  while (at >= from && isDigit(wordAt(at))) at--
  return at < digitAt && at >= from && decimalMarks.has(wordAt(at))
}

type Number = { readonly from: number; readonly at: number }

/** True where the number as a whole is not what is said of such things. */
function isUnlikely(
  joint: Joint,
  tokens: readonly Token[],
  number: Number,
  words: CountedWords,
): boolean {
  const { from, at } = number
  const { counted, afterTimes, afterSpans, supplied, ones, singular, wholeSpans } = words
  const next = tokens[at]?.after === '' ? (tokens[at + 1]?.atoms[0] ?? '') : ''
  const isOne = ones.has(tokens[at - 1]?.atoms[0] ?? '')
  switch (counted.get(tokens[at]?.atoms[0] ?? '')) {
    case 'times':
      // "two hundred one time": nobody counts so.
      if (isOne && singular.has(tokens[at]?.atoms[0] ?? '')) return true
      return afterTimes.has(next) || isMeasured(tokens, from, words)
    case 'dose':
      return joint === 'decimal'
        ? mayBeCounted(tokens[at - 1], tokens[at], ones)
        : !supplied.has(tokens[from - 1]?.atoms.at(-1) ?? '')
    case 'span':
      // "blood pressure over twenty four hours" is so long.
      if (isMeasured(tokens, from, words) && (afterSpans.has(next) || at > from + 2)) return true
      if (joint === 'decimal' && wholeSpans.has(tokens[at]?.atoms[0] ?? '')) return true
      if (joint === 'decimal' && isOne && singular.has(tokens[at]?.atoms[0] ?? '')) return true
      if (joint === 'decimal' && (afterTimes.has(next) || isCode(tokens[from - 1]))) return true
      return joint !== 'tens' && afterSpans.has(next)
    default:
      return false
  }
}

/** How far back the name of a value is looked for. */
const furthestName = 8

/**
 * "heart rate eighty two days ago", "sugars over two fifty three times": what is measured stands before the number, so that
 * the number is its value, and what is counted has one of its own.
 */
function isMeasured(
  tokens: readonly Token[],
  from: number,
  { measured, toMeasured, digits, tens, hundreds }: CountedWords,
): boolean {
  let letters = ''
  for (let at = from - 1; at >= 0 && at >= from - furthestName; at--) {
    const token = tokens[at]
    const word = token?.atoms.at(-1) ?? ''
    if (token?.after !== '') return false
    if (/^[a-z]$/.test(word)) letters = word + letters
    else {
      if (letters !== '') return measured.has(letters)
      if (measured.has(word)) return true
      const isValue = digits.has(word) || tens.has(word) || hundreds.has(word)
      if (!isValue && !toMeasured.has(word)) return false
    }
  }
  return measured.has(letters)
}

/** "diagnosis code m fifty four point five": the point is of a code. */
const isCode = (before: Token | undefined) =>
  before?.after === '' && /^[b-hj-z]$/.test(before.atoms.at(-1) ?? '')

/** « un comprimé », "five tablets"; « zéro virgule deux cinq comprimé » is a quarter of one. */
function mayBeCounted(
  digit: Token | undefined,
  noun: Token | undefined,
  ones: ReadonlySet<string>,
): boolean {
  return ones.has(digit?.atoms[0] ?? '') || /s$/.test(noun?.atoms[0] ?? '')
}
