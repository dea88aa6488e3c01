import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'

type SaidZone = { readonly value: string; readonly to: number }

const zones = new Map([
  ['e s t', 'EST'],
  ['e d t', 'EDT'],
  ['e t', 'ET'],
  ['p s t', 'PST'],
  ['p d t', 'PDT'],
  ['c s t', 'CST'],
  ['c d t', 'CDT'],
  ['m s t', 'MST'],
  ['m d t', 'MDT'],
  ['a s t', 'AST'],
  ['g m t', 'GMT'],
  ['greenwich mean time', 'GMT'],
  ['b s t', 'BST'],
  ['c e t', 'CET'],
  ['central european time', 'CET'],
  ['u t c', 'UTC'],
])

const namedZones = new Map(
  ['Eastern', 'Central', 'Mountain', 'Pacific', 'Atlantic'].map(
    (name) => [name.toLowerCase(), name[0] ?? ''] as const,
  ),
)

/** "eastern time" is ET, "central standard time" CST. */
function namedZoneAt(atoms: readonly Atom[], at: number): SaidZone | null {
  const name = namedZones.get(close(atoms, at))
  if (!name) return null
  const middle = /^(standard|daylight)$/.exec(close(atoms, at + 1))?.[0] ?? ''
  const last = at + (middle === '' ? 1 : 2)
  // "two p m eastern"; "at two p m central line placed" goes on.
  if (close(atoms, last) !== 'time' && last === at + 1 && close(atoms, last) === '')
    return { value: `${name}T`, to: last }
  if (close(atoms, last) !== 'time') return null
  return { value: `${name}${(middle[0] ?? '').toUpperCase()}T`, to: last + 1 }
}

/** The zone of a time, after it: "e s t", "eastern", "central standard time". */
export function zoneAt(atoms: readonly Atom[], at: number): SaidZone | null {
  const named = namedZoneAt(atoms, at)
  if (named) return named
  for (const [spelled, value] of zones) {
    const letters = spelled.split(' ')
    if (close(atoms, at) === letters.join('')) return { value, to: at + 1 }
    if (letters.every((letter, index) => close(atoms, at + index) === letter)) {
      return { value, to: at + letters.length }
    }
  }
  return null
}
