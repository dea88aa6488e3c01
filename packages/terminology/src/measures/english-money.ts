import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

const currencies: ReadonlyMap<string, string> = new Map([
  ['dollar', '$'],
  ['dollars', '$'],
  ['euro', '€'],
  ['euros', '€'],
  ['yen', '¥'],
])

/** "five dollars and twenty five cents" is $5.25, "one point five million dollars" $1.5 million. */
export function readEnglishMoney(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  const sign = said && currencies.get(close(atoms, said.to))
  if (!said || !sign || said.isArticle || said.value < 0) return null
  const cents = centsAfter(reading, said)
  const to = cents?.to ?? said.to + 1
  const span = valueFrom(reading, 'money', [
    {
      from,
      to,
      rule: 'number.money',
      write: (profile) =>
        sign +
        writeNumeral(said.numeral, profile) +
        (cents ? profile.decimalMark + cents.digits : ''),
    },
  ])
  return span && [span]
}

function centsAfter({ atoms }: Reading, { to, isWhole }: SaidNumeral) {
  if (!isWhole) return null
  const at = close(atoms, to + 1) === 'and' ? to + 2 : to + 1
  const cents = close(atoms, at) === '' ? null : englishNumeralAt(atoms, at)
  if (!cents?.isWhole || cents.value < 1 || cents.value > 99) return null
  if (!/^cents?$/.test(close(atoms, cents.to))) return null
  return { digits: String(cents.value).padStart(2, '0'), to: cents.to + 1 }
}
