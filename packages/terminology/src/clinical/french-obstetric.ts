import { isPartOver } from '../measures/french-second-part.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** Pregnancies, births, abortions, living children: in this order, the first two at least. */
const letters = ['g', 'p', 'a', 'v']
/** « geste deux pare un » */
const names: ReadonlyMap<string, string> = new Map([
  ['geste', 'g'],
  ['pare', 'p'],
])

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
    if ((names.get(atom.text) ?? atom.text) !== letter || atoms[start + 1]?.joint === 'apart')
      return null
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

/** « quarante et un sa plus deux » is 41 SA + 2: weeks of amenorrhoea and days. */
export function readFrenchGestation(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const [weeks, more] = frenchRunAt(atoms, from)
  const word = weeks ? close(atoms, weeks.to) : ''
  if (!weeks || more || (word !== 'sa' && word !== 'semaines')) return null
  if (!(Number(weeks.digits) >= 4 && Number(weeks.digits) <= 42)) return null
  const plus = weeks.to + 1
  const [days, third] = close(atoms, plus) === 'plus' ? frenchRunAt(atoms, plus + 1) : []
  const isDays = days && !third && /^[0-6]$/.test(days.digits) && isOver(atoms, days.to)
  // « Trois sa mère »: the letters alone are weeks only where nothing else follows.
  if (!isDays && (word !== 'sa' || !isOver(atoms, plus))) return null
  const rule = 'clinical.gestation'
  const span = valueFrom(reading, 'duration', [
    { from, to: weeks.to, rule, write: weeks.digits },
    {
      from: weeks.to,
      to: plus,
      rule,
      left: word === 'sa' ? 'unit' : 'space',
      write: word === 'sa' ? 'SA' : word,
    },
    ...(isDays
      ? ([
          { from: plus, to: plus + 1, rule, left: 'space', write: '+' },
          { from: days.from, to: days.to, rule, left: 'space', write: days.digits },
        ] as const)
      : []),
  ])
  return span && [span]
}

/** The end, a mark, « jours », a small word. */
const isOver = (atoms: readonly Atom[], at: number) =>
  isPartOver(atoms, at) || /^jours?$/.test(close(atoms, at))
