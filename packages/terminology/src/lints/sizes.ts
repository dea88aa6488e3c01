import { wordSet } from '../reading/word-set.ts'
import { type Amount, amountsIn, plainNumber, plainValue } from './amount.ts'
import type { Sentence } from './lint-document.ts'

/** One amount, the sides of "12 x 21 mm" or the ends of "50 to 55%": words `[from, to)`. */
export type Size = {
  readonly from: number
  readonly to: number
  readonly amounts: readonly Amount[]
}

/** Every size and share of a sentence. */
export function sizesIn(sentence: Sentence, language: 'en' | 'fr'): readonly Size[] {
  const sizes: Size[] = []
  for (const amount of amountsIn(sentence, language)) {
    if (amount.per !== '' || !['size', 'share'].includes(amount.unit.measure)) continue
    const size = withSidesBefore(sentence, amount, language)
    const last = sizes.at(-1)
    if (last && last.to === joinedTo(sentence, size.from)) {
      sizes.pop()
      sizes.push({ from: last.from, to: size.to, amounts: [...last.amounts, ...size.amounts] })
    } else sizes.push(size)
  }
  return sizes
}

/** "12 x 21 mm": the numbers before the one that has the unit. */
function withSidesBefore(sentence: Sentence, amount: Amount, language: 'en' | 'fr'): Size {
  const amounts = [amount]
  let from = amount.from
  for (let end = joinedTo(sentence, from); end > 0; end = joinedTo(sentence, from)) {
    const number = sentence[end - 1]?.text ?? ''
    if (!/^\d+(?:[.,]\d+)?$/.test(number)) break
    const digits = plainNumber(number, language)
    amounts.unshift({ ...amount, digits, value: Number(digits) })
    from = end - 1
  }
  return { from, to: amount.to, amounts }
}

const joints = wordSet('x by to par sur a')

/** Where what is joined to the word at `at` ends; -1 where nothing is. */
function joinedTo(sentence: Sentence, at: number): number {
  const gap = sentence[at]?.gap ?? ''
  if (/^\s?[×*–-]\s?$/.test(gap)) return at
  return /^\s$/.test(gap) && joints.has(sentence[at - 1]?.folded ?? '') ? at - 1 : -1
}

/** True where each number of the shorter is in the longer: "21 mm" and "12 x 21 mm". */
export function isSameSize({ amounts: one }: Size, { amounts: other }: Size): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  return shorter.every((amount) => longer.some((each) => isSame(amount, each)))
}

/** True where both are lengths, or both shares. */
export function isComparable({ amounts: [one] }: Size, { amounts: [other] }: Size): boolean {
  return one?.unit.measure === other?.unit.measure
}

/** Equal, or one is the other rounded: 4.8 cm and 5 cm. */
function isSame(one: Amount, other: Amount): boolean {
  const apart = Math.abs(plainValue(one) - plainValue(other))
  return apart < 0.501 * Math.max(stepOf(one), stepOf(other)) || apart < 1e-9
}

/** The worth of the last digit: 1 mm for "4.8 cm". */
function stepOf({ digits, unit }: Amount): number {
  const decimals = digits.split('.')[1]?.length ?? 0
  return unit.factor * 10 ** -decimals
}
