import type { WritingProfile } from '../locale-profile.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishRunAt, type NumberGroup } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { zoneAt } from './english-zones.ts'

type Half = 'a' | 'p'
type Said<Value> = { readonly value: Value; readonly to: number }

/** "two thirty p m", "eight a m", "at two thirty", "oh eight thirty", "fourteen hundred hours". */
export function readEnglishClock(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  return (
    writtenClock(reading, from) ??
    militaryTime(reading, from) ??
    sharedHalf(reading, from) ??
    pastOrTo(reading, from, atoms[from]?.text ?? '') ??
    twelveHour(reading, from)
  )
}

/** "2:30 PM", as engines write it. */
function writtenClock(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  if (!/^(?:1[0-2]|[1-9]):[0-5]\d$/.test(atoms[from]?.text ?? '')) return null
  const half = isWrittenHalf(atoms, from + 1) ? null : halfAt(atoms, from + 1)
  if (!half) return null
  const [hour = '', minutes = ''] = (atoms[from]?.text ?? '').split(':')
  const write = (profile: WritingProfile) => writeClock(hour, minutes, half.value, profile)
  return clockSpan(reading, { from, to: half.to, write }, zoneAt(atoms, half.to))
}

function twelveHour(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const run = englishRunAt(atoms, from)
  const hour = run[0]
  if (!hour || !isHour(hour) || Number(hour.digits) > 24) return null
  const minutes = minutesOf(run.slice(1))
  const to = run.at(-1)?.to ?? from
  if (run.length > 1 && minutes === null) return null
  const half = halfAt(atoms, to)
  if (!half && (minutes === null || !isClockFrame(reading, from, to))) return null
  if (half && (Number(hour.digits) > 12 || (hour.shape === 'written' && isWrittenHalf(atoms, to))))
    return null
  const end = half?.to ?? to
  const zone = zoneAt(atoms, end)
  const clock = (profile: WritingProfile) =>
    writeClock(String(Number(hour.digits)), minutes, half?.value ?? null, profile)
  return clockSpan(reading, { from, to: end, write: clock }, zone)
}

/** "between two and four p m", "six thirty to seven p m": the half of the day is of both. */
function sharedHalf(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const first = englishRunAt(atoms, from)
  const [hour, ...firstRest] = first
  const joint = first.at(-1)?.to ?? from
  const firstMinutes = minutesOf(firstRest)
  if (!hour || !isHour(hour) || Number(hour.digits) > 12) return null
  if (firstRest.length > 0 && (firstMinutes === null || !leadsSpan(previous(atoms, from))))
    return null
  if (!/^(?:to|and|or)$/.test(close(atoms, joint)) || close(atoms, joint + 1) === '') return null
  const run = englishRunAt(atoms, joint + 1)
  const [second, ...rest] = run
  const to = run.at(-1)?.to ?? from
  const minutes = minutesOf(rest)
  const half = halfAt(atoms, to)
  if (!second || !isHour(second) || !half || Number(second.digits) > 12) return null
  if (rest.length > 0 && minutes === null) return null
  const isEither =
    firstMinutes === null && close(atoms, joint) === 'to' && Number(hour.digits) % 5 === 0
  if (isEither && previous(atoms, from) === 'at') return null
  if (isEither && !/^(?:from|between)$/.test(previous(atoms, from))) {
    return doubtUpTo(atoms, from, half.to)
  }
  const write = (profile: WritingProfile) => writeClock(second.digits, minutes, half.value, profile)
  const span = valueFrom(reading, 'time', [
    {
      from,
      to: joint,
      rule: 'time.clock',
      write: (profile) => writeClock(hour.digits, firstMinutes, null, profile),
    },
    { from: joint, to: joint + 1, rule: 'time.clock', left: 'space' },
    { from: second.from, to: half.to, rule: 'time.clock', left: 'space', write },
  ])
  return span && [span]
}

function clockSpan(
  reading: Reading,
  clock: Pick<Step, 'from' | 'to' | 'write'>,
  zone: Said<string> | null,
): readonly Span[] | null {
  const span = valueFrom(reading, 'time', [
    { ...clock, rule: 'time.clock' },
    ...(zone
      ? [
          {
            from: clock.to,
            to: zone.to,
            rule: 'time.zone',
            left: 'space',
            write: zone.value,
          } as const,
        ]
      : []),
  ])
  return span && [span]
}

function writeClock(
  hour: string,
  minutes: string | null,
  half: Half | null,
  { hourMark, meridiem }: WritingProfile,
): string {
  const time = minutes === null ? hour : hour + hourMark + minutes
  return half ? `${time} ${meridiem[half]}` : time
}

const isHour = ({ digits, shape }: NumberGroup) =>
  shape !== 'oh' && shape !== 'repeated' && /^(?:[1-9]|1\d|2[0-4])$/.test(digits)

/** "thirty", "oh five", "fifteen". */
function minutesOf(groups: readonly NumberGroup[]): string | null {
  const [first, second, more] = groups
  if (!first || more) return null
  if (first.shape === 'oh') return second?.shape === 'digit' ? `0${second.digits}` : null
  return !second && /^[1-5]\d$/.test(first.digits) ? first.digits : null
}

/** "p.m." as an engine or a person wrote it. */
const isWrittenHalf = (atoms: readonly Atom[], at: number) => close(atoms, at).includes('.')

/** "p m", "pm", "p.m.", "in the morning" is left in words. */
function halfAt(atoms: readonly Atom[], at: number): Said<Half> | null {
  const word = close(atoms, at)
  const whole = /^([ap])\.?m\.?$/.exec(word)
  if (whole) return { value: whole[1] as Half, to: at + 1 }
  if ((word === 'a' || word === 'p') && close(atoms, at + 1) === 'm')
    return { value: word, to: at + 2 }
  return null
}

/** "at two thirty" is a time; "two thirty" alone may be a number. A unit after it makes it one. */
function isClockFrame({ atoms }: Reading, from: number, to: number): boolean {
  if (englishUnitAt(atoms, to) || /^(?:over|point|to)$/.test(close(atoms, to))) return false
  if (zoneAt(atoms, to)) return true
  const before = previous(atoms, from)
  if (isHeartRate(atoms, from, to)) return false
  return (
    before === 'at' ||
    (saysPartOfDay(atoms, to) && leadsTime.has(before)) ||
    (/^(?:about|around|approximately|by|until|exactly)$/.test(before) &&
      previous(atoms, from, 2) === 'at')
  )
}

/** "tachycardic at one ten"; "heart rate at one ten was eighty" is a time. */
function isHeartRate(atoms: readonly Atom[], from: number, to: number): boolean {
  if (previous(atoms, from) !== 'at' || atoms[from]?.text !== 'one') return false
  return rates.has(previous(atoms, from, 2)) && !/^(?:was|were|is)$/.test(close(atoms, to))
}

const rates = wordSet('pulse rate hr tachycardic tachycardia')

/** After another word it may be a dose or a value: "quetiapine one fifty at night", "sugar one thirty to two p m". */
const leadsTime = new Set(['', 'until', 'before', 'after', 'around', 'since'])
const leadsSpan = (word: string) => leadsTime.has(word) || /^(?:at|from|between)$/.test(word)

/** "three thirty in the afternoon", "ten fifteen at night": what was said stays, and makes a time of it. */
function saysPartOfDay(atoms: readonly Atom[], at: number): boolean {
  const words = [0, 1, 2].map((ahead) => close(atoms, at + ahead)).join(' ')
  return /^(?:in the (?:morning|afternoon|evening)|at night\b)/.test(words)
}

/** "fourteen hundred hours" is 1400 hours, "oh eight hundred" 0800, "oh eight thirty" 0830. */
function militaryTime(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const startsWithOh = /^(?:oh?|zero)$/.test(atoms[from]?.text ?? '')
  const run =
    startsWithOh && close(atoms, from + 1) !== ''
      ? englishRunAt(atoms, from + 1)
      : englishRunAt(atoms, from)
  const [first, second, third, more] = run
  const to = run.at(-1)?.to ?? from
  if (!first || more) return null
  const digits = third
    ? ohMinutes(first, second, third)
    : militaryDigits(first, second, startsWithOh)
  const isSaid = startsWithOh || close(atoms, to) === 'hours'
  if (!digits || !isSaid || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(digits)) return null
  if (
    startsWithOh &&
    close(atoms, to) !== 'hours' &&
    !/^(?:at|by|until|from|to|around|before|after|about)$/.test(previous(atoms, from))
  )
    return null
  return clockSpan(reading, { from, to, write: digits }, zoneAt(atoms, to))
}

/** "fourteen oh five hours". */
function ohMinutes(
  hour: NumberGroup,
  oh: NumberGroup | undefined,
  minute: NumberGroup,
): string | null {
  if (oh?.shape !== 'oh' || minute.shape !== 'digit' || hour.digits.length !== 2) return null
  return `${hour.digits}0${minute.digits}`
}

function militaryDigits(
  first: NumberGroup,
  second: NumberGroup | undefined,
  startsWithOh: boolean,
): string | null {
  const hour = startsWithOh ? `0${first.digits}` : first.digits
  if (!second) return first.shape === 'large' ? hour : null
  return hour.length === 2 && /^[1-5]\d$/.test(second.digits) ? hour + second.digits : null
}

/** "at twenty to six", "it is ten minutes to five"; "at ten to five" may be a rate. */
function saysTimeTo(
  atoms: readonly Atom[],
  start: number,
  minutes: number,
  saysMinutes: boolean,
): boolean {
  if (minutes % 5 !== 0 || (minutes <= 12 && !saysMinutes)) return false
  const before = previous(atoms, start)
  return before === 'at' || (before === 'is' && previous(atoms, start, 2) === 'it')
}

const parts = new Map([
  ['quarter', 15],
  ['half', 30],
])

/** "quarter past two" is 2:15, "half past two" 2:30, "ten to three p m" 2:50 p.m. */
function pastOrTo(reading: Reading, start: number, first: string): readonly Span[] | null {
  const { atoms } = reading
  const from = first === 'a' && close(atoms, start + 1) === 'quarter' ? start + 1 : start
  const part = parts.get(atoms[from]?.text ?? '')
  const run = part === undefined ? englishRunAt(atoms, from) : []
  const minutes = part ?? (run.length === 1 ? Number(run[0]?.digits) : Number.NaN)
  let at = run[0]?.to ?? from + 1
  const saysMinutes = close(atoms, at) === 'minutes'
  if (saysMinutes) at++
  const word = close(atoms, at)
  const isAfter = word === 'past' || word === 'after'
  if (!(minutes >= 1 && minutes <= 30) || (!isAfter && word !== 'to')) return null
  const [hour, more] = close(atoms, at + 1) === '' ? [] : englishRunAt(atoms, at + 1)
  if (!hour || more || !isHour(hour) || Number(hour.digits) > 12) return null
  const half = halfAt(atoms, hour.to)
  const isCounted = englishUnitAt(atoms, hour.to) !== null
  const isPast = word === 'past' && minutes % 5 === 0 && !isCounted
  const isTo = word === 'to' && !isCounted && saysTimeTo(atoms, start, minutes, saysMinutes)
  if (part === undefined && !isPast && !isTo && (!half || word === 'after')) return null
  // "five to ten p m" may be a time or the hours from five to ten.
  const isSpan = part === undefined && word === 'to' && minutes <= 12 && !saysMinutes
  if (isSpan && previous(atoms, start) !== 'at') return null
  if (part === 30 && !isAfter) return null
  const clockHour = isAfter ? Number(hour.digits) : ((Number(hour.digits) + 10) % 12) + 1
  const clockMinutes = String(isAfter ? minutes : 60 - minutes).padStart(2, '0')
  const to = half?.to ?? hour.to
  const write = (profile: WritingProfile) =>
    writeClock(String(clockHour), clockMinutes, half?.value ?? null, profile)
  return clockSpan(reading, { from: start, to, write }, zoneAt(atoms, to))
}
