import { englishCardinalAt, englishDigits } from '../numbers/english-cardinal.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { englishDecades } from './english-calendar.ts'
import { englishYearAt } from './english-year.ts'

/** "nineteen eighties" is 1980s, "nineteen hundreds" 1900s. "the eighties" may be an age or a temperature, and stays. */
export function readEnglishDecade(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const century = englishCardinalAt(
    (index) => (index === from ? (atoms[from]?.text ?? '') : ''),
    from,
  )
  const word = close(atoms, from + 1)
  const isThousands = word === 'thousands' && /^(?:the|early|mid|late)$/.test(previous(atoms, from))
  const tens = valuesInTens(reading, from)
  if (tens) return tens
  const decade = word === 'hundreds' || isThousands ? '00' : englishDecades.get(word)
  if (!decade || !century) return null
  const first = isThousands ? `${century.digits}0` : century.digits
  if (!/^(?:1[1-9]|20)$/.test(first)) return null
  const write = `${first}${decade}s`
  const span = valueFrom(reading, 'date', [{ from, to: from + 2, rule: 'date.decade', write }])
  return span && [span]
}

/** "pressures in the one thirties", "in the low two hundreds", "in the one hundred and forties": 130s, 200s, 140s. */
function valuesInTens(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const hundreds = englishDigits.get(atoms[from]?.text ?? '')
  if (!hundreds || !isAmong(atoms, from)) return null
  const hundred = close(atoms, from + 1) === 'hundred' ? from + 2 : from + 1
  const at = close(atoms, hundred) === 'and' ? hundred + 1 : hundred
  const word = close(atoms, at)
  const isBare = at === from + 1
  const tens = isBare && word === 'hundreds' ? '00' : englishDecades.get(word)
  if (tens === undefined || (at > hundred && hundred === from + 1)) return null
  const write = `${hundreds}${tens}s`
  const span = valueFrom(reading, 'number', [{ from, to: at + 1, rule: 'number.tens', write }])
  return span && [span]
}

/** "in the one sixties", "from the one sixties", "low one sixties"; "the one sixties song" is one song. */
function isAmong(atoms: readonly Atom[], from: number): boolean {
  const before = previous(atoms, from)
  if (/^(?:low|lower|mid|high|higher|upper)$/.test(before)) return true
  // "in the one thirties to one fifties"
  if (/^(?:to|and|or)$/.test(before)) {
    const isTens = englishDecades.has(previous(atoms, from, 2))
    return isTens && englishDigits.has(previous(atoms, from, 3))
  }
  return (
    before === 'the' && /^(?:in|into|to|from|of|around|above|below)$/.test(previous(atoms, from, 2))
  )
}

/** "q two twenty twenty": Q2 2020. Without a year "q two" is how often something is given. */
export function readEnglishQuarter(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const quarter = { one: '1', two: '2', three: '3', four: '4' }[close(atoms, from + 1)]
  const year = quarter && close(atoms, from + 2) !== '' ? englishYearAt(atoms, from + 2) : null
  if (!year) return null
  const write = `Q${quarter} ${year.year}`
  const span = valueFrom(reading, 'date', [{ from, to: year.to, rule: 'date.quarter', write }])
  return span && [span]
}
