import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** The eyes, the voice, the limbs, and the most that each is given. */
const parts = [
  ['e', 4],
  ['v', 5],
  ['m', 6],
] as const

/** What a part is written as in one word: e4, v5, m6. */
const glued = /^([evm])([1-6t])$/

export const frenchGlasgowStarts: ReadonlySet<string> = new Set(['e', 'e1', 'e2', 'e3', 'e4'])

/** « e quatre v cinq m six » is E4 V5 M6: all three, or nothing. « V t »: a tube is in place. */
export function readFrenchGlasgow(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const texts: string[] = []
  let to = from
  for (const [letter, most] of parts) {
    const part = partAt(atoms, to, from, letter)
    if (
      !part ||
      !(part.value === 't' ? letter === 'v' : Number(part.value) >= 1 && Number(part.value) <= most)
    )
      return null
    texts.push((letter + part.value).toUpperCase())
    to = part.to
  }
  const step = { from, to, rule: 'clinical.glasgow', write: texts.join(' ') }
  const span = valueFrom(reading, 'grade', [step])
  return span && [span]
}

function partAt(atoms: readonly Atom[], at: number, from: number, letter: string) {
  const text = at === from ? (atoms[at]?.text ?? '') : close(atoms, at)
  const whole = glued.exec(text)
  if (whole?.[1] === letter) return { value: whole[2] ?? '', to: at + 1 }
  if (text !== letter) return null
  if (close(atoms, at + 1) === 't') return { value: 't', to: at + 2 }
  const [group] = close(atoms, at + 1) === '' ? [] : frenchRunAt(atoms, at + 1)
  return group ? { value: group.digits, to: group.to } : null
}
