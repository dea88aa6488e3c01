import type { WritingProfile } from '../locale-profile.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { clockSpan, halfAt, isHour, oClockTo, writeClock } from './english-clock-parts.ts'
import { zoneAt } from './english-zones.ts'

type MinutesToHour = {
  readonly minutes: number
  readonly hour: number
  readonly saysMinutes: boolean
  readonly isLast: boolean
}

/** "at twenty to six", "it is ten minutes to five", "it is ten to five"; what rises may be a rate: "at five to ten". */
function saysTimeTo(
  atoms: readonly Atom[],
  start: number,
  { minutes, hour, saysMinutes, isLast }: MinutesToHour,
): boolean {
  if (minutes % 5 !== 0 || (minutes <= hour && !saysMinutes)) return false
  const before = previous(atoms, start)
  if (before === 'at' || (before === 'is' && previous(atoms, start, 2) === 'it')) return true
  return saysMinutes && isLast && /^(?:|by|until|about|around|before|after)$/.test(before)
}

const parts = new Map([
  ['quarter', 15],
  ['half', 30],
])

/** "quarter past two" is 2:15, "half past two" 2:30, "ten to three p m" 2:50 p.m. */
export function pastOrTo(reading: Reading, start: number): readonly Span[] | null {
  const { atoms } = reading
  const from =
    atoms[start]?.text === 'a' && close(atoms, start + 1) === 'quarter' ? start + 1 : start
  const part = parts.get(atoms[from]?.text ?? '')
  const run = part === undefined ? englishRunAt(atoms, from) : []
  const minutes = part ?? (run.length === 1 ? Number(run[0]?.digits) : Number.NaN)
  let at = run[0]?.to ?? from + 1
  const saysMinutes = close(atoms, at) === 'minutes'
  if (saysMinutes) at++
  const word = close(atoms, at)
  const isAfter = word === 'past' || word === 'after'
  const isBefore = word === 'to' || word === 'till'
  if (!(minutes >= 1 && minutes <= 30) || (!isAfter && !isBefore)) return null
  const [hour, more] = close(atoms, at + 1) === '' ? [] : englishRunAt(atoms, at + 1)
  if (!hour || more || !isHour(hour) || Number(hour.digits) > 12) return null
  const half = halfAt(atoms, hour.to)
  const isCounted = englishUnitAt(atoms, hour.to) !== null
  const isPast = word === 'past' && minutes % 5 === 0 && !isCounted
  const isLast = close(atoms, hour.to) === ''
  const said = { minutes, hour: Number(hour.digits), saysMinutes, isLast }
  const isTo = !isPast && !isCounted && saysTimeTo(atoms, start, said)
  if (part === undefined && !isPast && !isTo && (!half || word === 'after')) return null
  // "five to ten p m" may be a time or the hours from five to ten.
  const isSpan = part === undefined && isBefore && minutes <= 12 && !saysMinutes && !isTo
  if (isSpan && previous(atoms, start) !== 'at') return null
  if (part === 30 && !isAfter) return null
  const clockHour = isAfter ? Number(hour.digits) : ((Number(hour.digits) + 10) % 12) + 1
  const clockMinutes = String(isAfter ? minutes : 60 - minutes).padStart(2, '0')
  const to = half?.to ?? oClockTo(atoms, hour.to) ?? hour.to
  const write = (profile: WritingProfile) =>
    writeClock(String(clockHour), clockMinutes, half?.value ?? null, profile)
  return clockSpan(reading, { from: start, to, write }, zoneAt(atoms, to))
}
