import { frenchRunAt } from '../numbers/french-run.ts'
import { previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const seasons = wordSet('saison saisons année hiver exercice')

/** « la saison deux mille vingt-trois deux mille vingt-quatre » is 2023-2024: two years, the one after the other. */
export function readFrenchSeason(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!seasons.has(previous(atoms, from))) return null
  const [first, second, more] = frenchRunAt(atoms, from)
  if (!first || !second || more || !/^(?:19|20)\d\d$/.test(first.digits)) return null
  if (Number(second.digits) !== Number(first.digits) + 1) return null
  const write = `${first.digits}-${second.digits}`
  const span = valueFrom(reading, 'date', [{ from, to: second.to, rule: 'date.season', write }])
  return span && [span]
}
