import { frenchRunAt } from '../numbers/french-run.ts'
import { valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** Pregnancies, births, abortions, living children: in this order, the first two at least. */
const letters = ['g', 'p', 'a', 'v']

/** « G trois P deux A un » is G3P2A1. */
export function readFrenchObstetric(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, tokens, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  let text = ''
  let to = from
  let counted = 0
  for (const letter of letters) {
    const part = partAt(to, letter)
    if (part === null) continue
    text += letter.toUpperCase() + part.digits
    to = part.to
    counted++
  }
  if (counted < 2 || !/^G\d+P/.test(text)) return null
  const write = text
  const span = valueFrom(reading, 'code', [{ from, to, rule: 'clinical.obstetric', write }], ',')
  return span && [span]

  function partAt(start: number, letter: string): { digits: string; to: number } | null {
    const atom = atoms[start]
    if (!atom || (start > from && !isNext(start))) return null
    const glued = new RegExp(`^${letter}(\\d{1,2})$`).exec(atom.text)
    if (glued?.[1] !== undefined) return { digits: glued[1], to: start + 1 }
    if (atom.text !== letter || atoms[start + 1]?.joint === 'apart') return null
    const [count] = frenchRunAt(atoms, start + 1)
    return count && /^(?:\d|1\d)$/.test(count.digits)
      ? { digits: count.digits, to: count.to }
      : null
  }

  function isNext(start: number): boolean {
    const atom = atoms[start]
    return atom?.joint === 'space' || (atom !== undefined && tokens[atom.token - 1]?.after === ',')
  }
}
