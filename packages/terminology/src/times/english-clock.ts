import type { WritingProfile } from '../locale-profile.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishRunAt, type NumberGroup } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { isSetting } from './english-at-value.ts'
import { clockFrame, isLikely, isTimeOfEvent, leadsSpan } from './english-clock-frames.ts'
import {
  clockSpan,
  halfAt,
  isHour,
  isWrittenHalf,
  minutesOf,
  oClockTo,
  writeClock,
} from './english-clock-parts.ts'
import { pastOrTo } from './english-past-or-to.ts'
import { zoneAt } from './english-zones.ts'

/** "two thirty p m", "eight a m", "at two thirty", "oh eight thirty", "fourteen hundred hours". */
export function readEnglishClock(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  return (
    writtenClock(reading, from) ??
    gluedClock(reading, from) ??
    militaryTime(reading, from) ??
    onTheHour(reading, from) ??
    sharedHalf(reading, from) ??
    betweenTimes(reading, from) ??
    pastOrTo(reading, from) ??
    twelveHour(reading, from)
  )
}

/** "2:30 PM", "2.30 p.m.", as engines write it. */
function writtenClock(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const [, hour, mark, minutes = ''] =
    /^(1[0-2]|[1-9])([:.])([0-5]\d)$/.exec(atoms[from]?.text ?? '') ?? []
  if (hour === undefined) return null
  const isDone = mark === ':' && isWrittenHalf(atoms, from + 1)
  const half = isDone ? null : halfAt(atoms, from + 1)
  if (!half) return null
  const write = (profile: WritingProfile) => writeClock(hour, minutes, half.value, profile)
  return clockSpan(reading, { from, to: half.to, write }, zoneAt(atoms, half.to))
}

/** "9am", "2:30pm": one word, as an engine writes it. */
function gluedClock(reading: Reading, from: number): readonly Span[] | null {
  const [, hour, minutes = null, half] =
    /^(1[0-2]|[1-9])(?::([0-5]\d))?([ap])m$/.exec(reading.atoms[from]?.text ?? '') ?? []
  if (hour === undefined || (half !== 'a' && half !== 'p')) return null
  const write = (profile: WritingProfile) => writeClock(hour, minutes, half, profile)
  return clockSpan(reading, { from, to: from + 1, write }, zoneAt(reading.atoms, from + 1))
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
  if (!half) {
    if (minutes === null) return null
    const said = { from, to, hour: Number(hour.digits), minutes: Number(minutes) }
    const frame = clockFrame(reading, said)
    if (frame === 'doubt') return doubtUpTo(atoms, from, to)
    if (!frame) return null
  }
  if (half && (Number(hour.digits) > 12 || (hour.shape === 'written' && isWrittenHalf(atoms, to))))
    return null
  const end = half?.to ?? to
  const zone = zoneAt(atoms, end)
  const clock = (profile: WritingProfile) =>
    writeClock(String(Number(hour.digits)), minutes, half?.value ?? null, profile)
  return clockSpan(reading, { from, to: end, write: clock }, zone)
}

/** "ten o'clock p m" is 10 p.m.; "eleven o clock" 11 o'clock, and below ten the word stays. */
function onTheHour(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const [hour, more] = englishRunAt(atoms, from)
  if (!hour || more || !isHour(hour) || Number(hour.digits) > 12) return null
  const to = oClockTo(atoms, hour.to)
  if (to === null) return null
  const half = halfAt(atoms, to)
  if (half) {
    const write = (profile: WritingProfile) => writeClock(hour.digits, null, half.value, profile)
    return clockSpan(reading, { from, to: half.to, write }, zoneAt(atoms, half.to))
  }
  const isOneWord = atoms[hour.to]?.token === atoms[to - 1]?.token
  const span = valueFrom(reading, 'time', [
    { from, to: hour.to, rule: 'time.clock', write: hour.digits, ifAtLeast: Number(hour.digits) },
    // An engine that wrote it in one word chose its apostrophe.
    isOneWord
      ? { from: hour.to, to, rule: 'time.clock', left: 'space' }
      : { from: hour.to, to, rule: 'time.clock', left: 'space', write: "o'clock" },
  ])
  return span && [span]
}

/** "from eight thirty to nine forty five": both on a quarter, so that no range of doses looks like it. */
function betweenTimes(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  if (!/^(?:from|between)$/.test(previous(atoms, from))) return null
  const first = likelyTimeAt(atoms, from)
  const joint = first?.to ?? from
  if (!first || !/^(?:to|and|until|till)$/.test(close(atoms, joint))) return null
  const second = close(atoms, joint + 1) === '' ? null : likelyTimeAt(atoms, joint + 1)
  if (!second || englishUnitAt(atoms, second.to) || isSetting(reading, from - 1)) return null
  const rule = 'time.clock'
  const span = valueFrom(reading, 'time', [
    { from, to: joint, rule, write: ({ hourMark }) => first.hour + hourMark + first.minutes },
    { from: joint, to: joint + 1, rule, left: 'space' },
    {
      from: joint + 1,
      to: second.to,
      rule,
      left: 'space',
      write: ({ hourMark }) => second.hour + hourMark + second.minutes,
    },
  ])
  return span && [span]
}

function likelyTimeAt(atoms: readonly Atom[], from: number) {
  const [hour, ...rest] = englishRunAt(atoms, from)
  const minutes = minutesOf(rest)
  if (!hour || minutes === null || !isHour(hour)) return null
  const isTime = isLikely({ hour: Number(hour.digits), minutes: Number(minutes) })
  return isTime ? { hour: hour.digits, minutes, to: rest.at(-1)?.to ?? from } : null
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

/** "fourteen hundred hours" is 1400 hours, "oh eight hundred" 0800, "oh eight thirty" 0830. */
function militaryTime(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const startsWithOh = /^(?:oh?|zero)$/.test(atoms[from]?.text ?? '')
  if (startsWithOh && close(atoms, from + 1) === 'hundred') {
    const to = from + 2
    return close(atoms, to) === 'hours'
      ? clockSpan(reading, { from, to, write: '0000' }, null)
      : null
  }
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
    !leadsMilitary(atoms, from) &&
    !isTimeOfEvent(atoms, from)
  )
    return null
  return clockSpan(reading, { from, to, write: digits }, zoneAt(atoms, to))
}

/** "at oh six hundred", and after it "and oh nine hundred". */
function leadsMilitary(atoms: readonly Atom[], from: number): boolean {
  const before = previous(atoms, from)
  if (/^(?:at|by|until|from|to|around|before|after|about)$/.test(before)) return true
  const isSecond = /^(?:and|or)$/.test(before) && previous(atoms, from, 2) === 'hundred'
  return (
    isSecond && /^(?:oh?|zero)$/.test(previous(atoms, from, 4)) && leadsMilitary(atoms, from - 4)
  )
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
