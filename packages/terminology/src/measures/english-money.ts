import type { WritingProfile } from '../locale-profile.ts'
import { doubtElidedRange, type ScaleWords } from '../numbers/elided-range.ts'
import { englishMixedAt } from '../numbers/english-mixed.ts'
import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { decimalOf } from '../numbers/mixed-number.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { type Currency, englishCurrencyAt } from './english-currencies.ts'
import { withHundredths } from './hundredths.ts'

/**
 * "five dollars and twenty five cents" is $5.25, "one point five million dollars" $1.5 million, "five or six dollars" $5
 * or $6.
 */
export function readEnglishMoney(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const left = amountAt(reading, from)
  if (!left) return null
  if (left.isArticle && isFigure(reading, left)) return null
  const money = moneyFrom(reading, left)
  if (money) return spanOf(reading, [money])
  return readSeveral(reading, left)
}

/** "half a million dollars", "a hundred dollar bill": the article is not of the amount. */
function isFigure({ atoms }: Reading, { from, to }: SaidNumeral): boolean {
  return (
    /^(?:half|of|many|such|quarter)$/.test(previous(atoms, from)) ||
    /^(?:dollar|euro|rupee|franc)$/.test(close(atoms, to))
  )
}

const spanOf = (reading: Reading, steps: readonly Step[]) => {
  const span = valueFrom(reading, 'money', steps)
  return span && [span]
}

const rule = 'number.money'

/** "five to ten dollars": the sign is of both. The thousands of the second may be of the first, or not. */
function readSeveral(reading: Reading, left: SaidNumeral): readonly Span[] | null {
  const { atoms } = reading
  if (!/^(?:to|or|and)$/.test(close(atoms, left.to)) || close(atoms, left.to + 1) === '')
    return null
  const right = amountAt(reading, left.to + 1)
  const currency = right && englishCurrencyAt(atoms, right.to)
  if (!right || !currency || currency.meaning.needsHundredths) return null
  const elided = doubtElidedRange(reading, { left, right, unit: currency }, scales)
  const money = elided ? null : moneyFrom(reading, right)
  if (!money) return elided
  const { from, to } = left
  return spanOf(reading, [
    { from, to, rule, write: (profile) => writeAmount(left, currency.meaning, null, profile) },
    { from: to, to: to + 1, rule, left: 'space' },
    { ...money, left: 'space' },
  ])
}

const scales: ScaleWords = new Map([
  ['hundred', 100],
  ['thousand', 1000],
])

/** "a hundred" and "two and a half million" among them. */
function amountAt({ atoms }: Reading, from: number): SaidNumeral | null {
  const mixed = englishMixedAt(atoms, from)
  const said = englishNumeralAt(atoms, from)
  if (mixed === null || mixed === 'doubt' || !said) return said
  const fraction = decimalOf(mixed)
  if (fraction === undefined) return null
  const { integer, scale, to } = mixed
  const numeral = { integer, fraction, ...(scale === null ? {} : { scale }) }
  return { ...said, numeral, to, isWhole: false, value: Number(`${integer}.${fraction}`) }
}

function moneyFrom(reading: Reading, said: SaidNumeral): Step | null {
  const currency = englishCurrencyAt(reading.atoms, said.to)
  if (!currency) return null
  const hundredths = hundredthsAfter(reading, said, currency.to, currency.meaning)
  if (currency.meaning.needsHundredths && !hundredths) return null
  return {
    from: said.from,
    to: hundredths?.to ?? currency.to,
    rule,
    write: (profile) => writeAmount(said, currency.meaning, hundredths?.digits ?? null, profile),
  }
}

/** -$5, $5.20, $0.50, $2.5 million. */
function writeAmount(
  { numeral }: SaidNumeral,
  { sign, hundredth }: Currency,
  hundredths: string | null,
  profile: WritingProfile,
): string {
  const amount = writeNumeral(hundredth ? withHundredths(numeral) : numeral, profile)
  const minus = /^[-+]/.exec(amount)?.[0] ?? ''
  const rest = hundredths === null ? '' : profile.decimalMark + hundredths
  return minus + sign + amount.slice(minus.length) + rest
}

function hundredthsAfter(
  { atoms }: Reading,
  { isWhole }: SaidNumeral,
  from: number,
  { hundredth, needsHundredths }: Currency,
) {
  if (!isWhole || !hundredth) return null
  const at = close(atoms, from) === 'and' ? from + 1 : from
  const part = close(atoms, at) === '' ? null : englishNumeralAt(atoms, at)
  if (!part?.isWhole || part.value < 1 || part.value > 99) return null
  const digits = String(part.value).padStart(2, '0')
  if (hundredth.test(close(atoms, part.to))) return { digits, to: part.to + 1 }
  // "two dollars twenty", with nothing after it that could be counted.
  const isLeftOut = at === from && part.value > 9 && close(atoms, part.to) === ''
  return isLeftOut && !needsHundredths ? { digits, to: part.to } : null
}
