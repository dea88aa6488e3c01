import { englishRunAt } from '../numbers/english-run.ts'
import { close, next, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

const units = new Set(['year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days'])

/** "fifty-four year old", "a three month old": hyphens, as an adjective or a noun. */
export function readEnglishAge(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const [age, more] = englishRunAt(atoms, from)
  if (!age || more || Number(age.digits) > 130) return null
  const unit = next(atoms, age.to)
  if (!units.has(unit) || !/^olds?$/.test(next(atoms, age.to + 1))) return null
  const to = age.to + 2
  // "he is fifty-four years old" is a sentence, and "years" stays apart.
  const isSentence =
    unit.endsWith('s') && close(atoms, to) !== 'male' && close(atoms, to) !== 'female'
  const old = atoms[to - 1]?.text ?? 'old'
  const span = valueFrom(reading, 'age', [
    {
      from,
      to,
      rule: 'age.years-old',
      write: () =>
        isSentence
          ? `${age.digits} ${unit} ${old}`
          : `${age.digits}-${unit.replace(/s$/, '')}-${old}`,
    },
  ])
  return span && [span]
}
