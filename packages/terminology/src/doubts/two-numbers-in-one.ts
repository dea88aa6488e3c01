import { inDoubt, type Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { CountedWords } from './counted-words.ts'

/**
 * Doubts a number whose last words may count what comes after it: "five hundred two times a day" is 502, or a dose of
 * 500 and then two times. It is doubted only where 502 is what nobody does: a frequency, a dose in tablets, a time after
 * a value.
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
    const joint = jointBefore(tokens, at, from, words)
    if (joint && isUnlikely(joint, tokens, { from, at }, words)) return at + 1
  }
  return null
}

type Joint = 'tens' | 'hundreds' | 'decimal'

/** What a digit that was said by itself before what is counted was joined to; null where it was not. */
function jointBefore(
  tokens: readonly Token[],
  at: number,
  from: number,
  { digits, tens, hundreds, decimalMarks }: CountedWords,
): Joint | null {
  const digit = tokens[at - 1]
  const before = tokens[at - 2]
  if (!digit || !before || before.after !== '' || digit.atoms.length !== 1) return null
  if (!digits.has(digit.atoms[0] ?? '')) return null
  const atom = before.atoms.at(-1) ?? ''
  if (hundreds.has(atom)) return 'hundreds'
  if (tens.has(atom)) return 'tens'
  const mark = tokens[at - 3]?.atoms.at(-1) ?? ''
  return at - 3 > from && digits.has(atom) && decimalMarks.has(mark) ? 'decimal' : null
}

/** True where the number as a whole is not what is said of such things. */
function isUnlikely(
  joint: Joint,
  tokens: readonly Token[],
  { from, at }: { readonly from: number; readonly at: number },
  { counted, afterTimes, afterSpans, supplied, ones }: CountedWords,
): boolean {
  const next = tokens[at]?.after === '' ? (tokens[at + 1]?.atoms[0] ?? '') : ''
  switch (counted.get(tokens[at]?.atoms[0] ?? '')) {
    case 'times':
      return afterTimes.has(next)
    case 'dose':
      return joint === 'decimal'
        ? mayBeCounted(tokens[at - 1], tokens[at], ones)
        : !supplied.has(tokens[from - 1]?.atoms.at(-1) ?? '')
    case 'span':
      return joint !== 'tens' && afterSpans.has(next)
    default:
      return false
  }
}

/** « un comprimé », "five tablets"; « zéro virgule deux cinq comprimé » is a quarter of one. */
function mayBeCounted(
  digit: Token | undefined,
  noun: Token | undefined,
  ones: ReadonlySet<string>,
): boolean {
  return ones.has(digit?.atoms[0] ?? '') || /s$/.test(noun?.atoms[0] ?? '')
}
