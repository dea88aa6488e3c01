import { englishCardinalAt } from '../numbers/english-cardinal.ts'
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
  const decade = word === 'hundreds' || isThousands ? '00' : englishDecades.get(word)
  if (!decade || !century) return null
  const first = isThousands ? `${century.digits}0` : century.digits
  if (!/^(?:1[1-9]|20)$/.test(first)) return null
  const write = `${first}${decade}s`
  const span = valueFrom(reading, 'date', [{ from, to: from + 2, rule: 'date.decade', write }])
  return span && [span]
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
