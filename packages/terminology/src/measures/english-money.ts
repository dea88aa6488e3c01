import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { close, matchAtoms, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

type Currency = {
  readonly sign: string
  /** What a hundredth is called. */
  readonly hundredth?: RegExp
  /** "pounds" are a weight unless hundredths follow. */
  readonly needsHundredths?: true
}

const cents = /^cents?$/
const pence = /^(?:pence|pennies|penny)$/

/** Signs as Canadian and British style writes them: the country's letters only where it was said. */
const currencies = indexPhrases<Currency>(
  (
    [
      ['dollar | dollars', { sign: '$', hundredth: cents }],
      ['canadian dollar | canadian dollars', { sign: 'CA$', hundredth: cents }],
      [
        'us dollar | us dollars | u s dollar | u s dollars | american dollar | american dollars',
        { sign: 'US$', hundredth: cents },
      ],
      ['australian dollar | australian dollars', { sign: 'A$', hundredth: cents }],
      ['euro | euros', { sign: '€', hundredth: cents }],
      ['yen', { sign: '¥' }],
      ['rupee | rupees', { sign: '₹' }],
      ['swiss franc | swiss francs', { sign: 'CHF ' }],
      ['pound sterling | pounds sterling', { sign: '£', hundredth: pence }],
      ['pound | pounds', { sign: '£', hundredth: pence, needsHundredths: true }],
    ] as const
  ).flatMap(([said, currency]) => said.split(' | ').map((phrase) => [phrase, currency] as const)),
)

/** "five dollars and twenty five cents" is $5.25, "one point five million dollars" $1.5 million. */
export function readEnglishMoney(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  if (!said || said.isArticle || said.value < 0 || close(atoms, said.to) === '') return null
  const currency = matchAtoms(currencies, atoms, said.to)
  if (!currency) return null
  const { sign, needsHundredths } = currency.meaning
  const hundredths = hundredthsAfter(reading, said, currency.to, currency.meaning)
  if (needsHundredths && !hundredths) return null
  const write = (profile: Parameters<typeof writeNumeral>[1]) =>
    sign +
    writeNumeral(said.numeral, profile) +
    (hundredths ? profile.decimalMark + hundredths.digits : '')
  const to = hundredths?.to ?? currency.to
  const span = valueFrom(reading, 'money', [{ from, to, rule: 'number.money', write }])
  return span && [span]
}

function hundredthsAfter(
  { atoms }: Reading,
  { isWhole }: SaidNumeral,
  from: number,
  { hundredth, sign }: Currency,
) {
  if (!isWhole || !hundredth) return null
  const at = close(atoms, from) === 'and' ? from + 1 : from
  const part = close(atoms, at) === '' ? null : englishNumeralAt(atoms, at)
  if (!part?.isWhole || part.value < 1 || part.value > 99) return null
  const digits = String(part.value).padStart(2, '0')
  if (hundredth.test(close(atoms, part.to))) return { digits, to: part.to + 1 }
  // "two dollars twenty", with nothing after it that could be counted.
  const isLeftOut = at === from && part.value > 9 && close(atoms, part.to) === ''
  return isLeftOut && sign.endsWith('$') ? { digits, to: part.to } : null
}
