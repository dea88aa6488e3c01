import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { englishYearAt } from './english-year.ts'

const eras = indexPhrases(
  (
    [
      ['bc | b c | b.c', 'BC'],
      ['bce | b c e | b.c.e', 'BCE'],
      ['ad | a d | a.d', 'AD'],
      ['ce | c e | c.e', 'CE'],
    ] as const
  ).flatMap(([said, era]) => said.split(' | ').map((phrase) => [phrase, era] as const)),
)

/** "five hundred b c" is 500 BC, "fifteen sixty six ad" 1566 AD. AD is no era in "ad lib". */
export function readEnglishEra(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const year = englishYearAt(atoms, from) ?? plainYearAt(atoms, from)
  const era = year && close(atoms, year.to) !== '' ? matchAtoms(eras, atoms, year.to) : null
  if (!year || !era || /^(?:lib|libitum|hoc)$/.test(close(atoms, era.to))) return null
  const span = valueFrom(reading, 'date', [
    { from, to: year.to, rule: 'date.era', write: year.year },
    { from: year.to, to: era.to, rule: 'date.era', left: 'space', write: era.meaning },
  ])
  return span && [span]
}

/** A whole number of at least two digits: "three units c e" and "2 CE" are no years. */
function plainYearAt(atoms: readonly Atom[], from: number) {
  const [whole, more] = englishRunAt(atoms, from)
  if (!whole || more || !/^\d{2,4}$/.test(whole.digits)) return null
  return { year: whole.digits, to: whole.to }
}
