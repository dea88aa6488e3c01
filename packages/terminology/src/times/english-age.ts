import type { WritingProfile } from '../locale-profile.ts'
import { englishMixedAt } from '../numbers/english-mixed.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import { writeMixed } from '../numbers/mixed-number.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, next, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

const units = new Set(['year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days'])

/** "fifty-four year old", "a three month old", "two and a half year old": hyphens, as an adjective or a noun. */
export function readEnglishAge(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const age = ageAt(atoms, from)
  if (!age) return null
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
      write: (profile) => {
        const number = age.write(profile)
        return isSentence
          ? `${number} ${unit} ${old}`
          : `${number}-${unit.replace(/s$/, '')}-${old}`
      },
    },
  ])
  return span && [span]
}

type Age = { readonly to: number; readonly write: (profile: WritingProfile) => string }

/** "fifty four", "two and a half". */
function ageAt(atoms: readonly Atom[], from: number): Age | null {
  const mixed = englishMixedAt(atoms, from)
  if (mixed && mixed !== 'doubt' && mixed.scale === null) {
    return { to: mixed.to, write: (profile) => writeMixed(mixed, profile) }
  }
  const [age, more] = englishRunAt(atoms, from)
  if (!age || more || Number(age.digits) > 130) return null
  return { to: age.to, write: () => age.digits }
}
