import type { WritingProfile } from '../locale-profile.ts'
import { frenchMeasured } from '../measures/french-measured.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isDrugUnit } from '../measures/measure-steps.ts'
import { isFrenchNumberWord } from '../numbers/french-cardinal.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchClockFrames, type Said } from './french-clock-frames.ts'

const rule = 'time.clock'

/**
 * « quatorze heures trente » is 14 h 30. An hour without minutes is a time only where one is expected, « à vingt
 * heures »; else it lasts. What lasts stays as it was said.
 */
export function readFrenchClock(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const swallowed = swallowedTo(reading, from)
  if (swallowed !== null) return doubtUpTo(reading.atoms, from, swallowed)
  const clock = clockAt(reading, from)
  if (!clock) return null
  const span = valueFrom(reading, 'time', clock)
  return span && [span]
}

/**
 * « à huit heures vingt de Lasix », « lactate à six heures deux »: a dose or a value after its hour, up to the atom after it.
 * « À huit heures trente de l'après-midi » is a time.
 */
function swallowedTo({ atoms }: Reading, from: number): number | null {
  const hour = hourAt(atoms, from)
  const [part, more] = hour && close(atoms, hour.to) !== '' ? frenchRunAt(atoms, hour.to) : []
  if (!part || more || !isUpTo(part, 59)) return null
  const next = close(atoms, part.to)
  // « accouchement à deux heures quarante trois kilos deux cents »
  const unit = frenchUnitAt(atoms, part.to)
  const isOfUnit =
    unit !== null && unit.quantity === 'mass' && !isDrugUnit(unit) && isTwoWords(part)
  if (isOfUnit) return unit.to
  const isDosed = (next === 'de' || next === "d'") && !timesOf.has(close(atoms, part.to + 1))
  const isMeasured = previous(atoms, from) === 'à' && frenchMeasured.has(previous(atoms, from, 2))
  return isDosed || isMeasured ? part.to : null
}

/** « quarante-trois », but « quarante » */
const isTwoWords = ({ digits }: NumberGroup) => Number(digits) > 20 && !digits.endsWith('0')

/** « de l'après-midi », « de la nuit », « de ce matin »; « trente de plus » */
const timesOf = wordSet("l' la le ce cet cette plus moins retard")

function clockAt(reading: Reading, from: number): readonly Step[] | null {
  const { atoms } = reading
  const glued = gluedAt(reading, from)
  if (glued) return glued
  const hour = hourAt(atoms, from)
  if (!hour) return null
  if (frenchClockFrames.lasts(atoms, from, hour)) return lastingSteps(atoms, from, hour)
  const to = minutesTo(atoms, hour)
  if (to) return [clockStep(from, to.to, to.hour, to.minutes)]
  const between = betweenAt(reading, from, hour)
  if (between) return between
  const minutes = isMinutesOfNoon(reading, from, hour) ? minutesAt(atoms, hour.to) : null
  if (minutes) return [clockStep(from, minutes.to, hour.value, minutes.value)]
  // « à midi », « midi » are words.
  if (isNoonOrMidnight(atoms, from)) return null
  return frenchClockFrames.isFramed(atoms, from, hour) ? [hourStep(from, hour)] : null
}

/** « de dix heures trente à midi », « entre neuf heures et onze heures quinze »: both are times. */
function betweenAt({ atoms }: Reading, from: number, hour: Said): readonly Step[] | null {
  const joint = frenchClockFrames.jointAfter(previous(atoms, from))
  if (joint === null) return null
  const first = timeSteps(atoms, from, hour, joint)
  if (close(atoms, first.to) !== joint || close(atoms, first.to + 1) === '') return null
  const start = first.to + 1
  const end = hourAt(atoms, start)
  const second = end && timeSteps(atoms, start, end)
  if (!second || (first.step.write === undefined && second.step.write === undefined)) return null
  return [
    first.step,
    { from: first.to, to: start, rule, left: 'space' },
    { ...second.step, left: 'space' },
  ]
}

/** An hour with its minutes, if any; noon alone stays a word. */
function timeSteps(atoms: readonly Atom[], from: number, hour: Said, joint = '') {
  const minutes = minutesAt(atoms, hour.to, joint)
  if (minutes) {
    return { to: minutes.to, step: clockStep(from, minutes.to, hour.value, minutes.value) }
  }
  const isWord = isNoonOrMidnight(atoms, from)
  return { to: hour.to, step: isWord ? { from, to: hour.to, rule } : hourStep(from, hour) }
}

/** « midi quinze » may be fifteen units at noon: a time only after « à » and the like, and where nothing is dosed. */
function isMinutesOfNoon(reading: Reading, from: number, hour: Said): boolean {
  const { atoms } = reading
  if (!isNoonOrMidnight(atoms, from) || close(atoms, hour.to) === 'et') return true
  const [minute] = frenchRunAt(atoms, hour.to)
  const next = minute ? close(atoms, minute.to) : ''
  if (!minute || !frenchClockFrames.leads.has(previous(atoms, from))) return false
  if (next !== '' && !afterTime.has(next)) return false
  return !aroundAtoms(reading, from, from + 1).before.some(isDosed)
}

const isDosed = (word: string) => dosed.has(word) || isFrenchNumberWord(word) || /^\d/.test(word)
const dosed = wordSet(
  'insuline unité unités comprimé comprimés dose doses mg ml matin soir coucher souper déjeuner',
)

/** « pendant une heure trente » lasts: 1 heure 30. With more hours than one the measures write the same. */
function lastingSteps(atoms: readonly Atom[], from: number, hour: Said): readonly Step[] | null {
  const [minute, more] = close(atoms, hour.to) === '' ? [] : frenchRunAt(atoms, hour.to)
  if (hour.value !== 1 || atoms[from]?.text !== 'une' || !minute || more) return null
  if (!isUpTo(minute, 59) || Number(minute.digits) < 10) return null
  const unit = frenchUnitAt(atoms, minute.to)
  if (unit && !/^minutes?$/.test(close(atoms, minute.to))) return null
  const lasting = 'number.cardinal'
  return [
    { from, to: from + 1, rule: lasting, write: '1' },
    { from: from + 1, to: hour.to, rule: lasting, left: 'space' },
    { from: minute.from, to: minute.to, rule: lasting, left: 'space', write: minute.digits },
  ]
}

const clockStep = (from: number, to: number, hour: number, minutes: number | null): Step => ({
  from,
  to,
  rule,
  write: (profile) => writeClock(hour, minutes, profile),
})

const hourStep = (from: number, { value, to }: Said): Step => clockStep(from, to, value, null)

/**
 * « neuf heures moins le quart », « midi moins dix »: the same time in digits, 8 h 45 and 11 h 50. Fives only, and nothing
 * that may be counted after it.
 */
function minutesTo(atoms: readonly Atom[], hour: Said) {
  if (close(atoms, hour.to) !== 'moins' || close(atoms, hour.to + 1) === '') return null
  const quarter = quarterTo(atoms, hour.to + 1)
  const part = quarter ?? minutesAt(atoms, hour.to + 1)
  if (!part || part.value % 5 !== 0 || part.value < 5 || part.value > 25) return null
  const next = close(atoms, part.to)
  if (!quarter && next !== '' && !afterTime.has(next)) return null
  return { hour: (hour.value + 23) % 24, minutes: 60 - part.value, to: part.to }
}

function quarterTo(atoms: readonly Atom[], at: number): Said | null {
  const to = close(atoms, at) === 'le' || close(atoms, at) === 'un' ? at + 1 : at
  return close(atoms, to) === 'quart' ? { value: 15, to: to + 1 } : null
}

const noonAndMidnight: ReadonlyMap<string, number> = new Map([
  ['midi', 12],
  ['minuit', 0],
])
const isNoonOrMidnight = (atoms: readonly Atom[], from: number) =>
  noonAndMidnight.has(atoms[from]?.text ?? '')

/** « quatorze heures », "14 h", « midi ». */
function hourAt(atoms: readonly Atom[], from: number): Said | null {
  const noon = noonAndMidnight.get(atoms[from]?.text ?? '')
  if (noon !== undefined) return { value: noon, to: from + 1 }
  const [hour, more] = frenchRunAt(atoms, from)
  if (!hour || more || !isUpTo(hour, 24)) return null
  if (!/^(?:heures?|h)$/.test(close(atoms, hour.to))) return null
  return { value: Number(hour.digits), to: hour.to + 1 }
}

const partsOfHour: ReadonlyMap<string, number> = new Map([
  ['quart', 15],
  ['demie', 30],
  ['demi', 30],
])

/** Zero to fifty-nine, « et quart », « et demie », « trois quarts »; not what is counted or goes on. */
function minutesAt(atoms: readonly Atom[], at: number, joint = ''): Said | null {
  const isJoined = close(atoms, at) === 'et'
  const part = isJoined ? partsOfHour.get(close(atoms, at + 1)) : undefined
  if (part !== undefined) return { value: part, to: at + 2 }
  const quarters = isJoined ? at + 1 : at
  const isQuarters = close(atoms, quarters) === 'trois' && close(atoms, quarters + 1) === 'quarts'
  if (isQuarters && close(atoms, quarters + 2) !== "d'") return { value: 45, to: quarters + 2 }
  if (isJoined) return null
  if (close(atoms, at) === '') return null
  const [first, second, more] = frenchRunAt(atoms, at)
  if (!first) return null
  // « huit heures zéro cinq »
  const isZeroFirst =
    first.digits === '0' && !more && (second?.shape === 'digit' || second?.digits === '0')
  const minute = isZeroFirst ? second : first
  if (!minute || (!isZeroFirst && second) || !isUpTo(minute, 59)) return null
  const next = close(atoms, minute.to)
  const goesOn = joint !== '' && next === joint && hourAt(atoms, minute.to + 1) !== null
  if (goesOn) return { value: Number(minute.digits), to: minute.to }
  if (frenchUnitAt(atoms, minute.to) || /^(?:virgule|sur|fois|pour|à)$/.test(next)) return null
  if (minute.shape === 'digit' && !isZeroFirst && next !== '' && !afterTime.has(next)) return null
  return { value: Number(minute.digits), to: minute.to }
}

/** "14h30", « à 14h »: one word, as an engine writes it. */
function gluedAt(reading: Reading, from: number): readonly Step[] | null {
  const written = /^([01]?\d|2[0-4])h([0-5]\d)?$/.exec(reading.atoms[from]?.text ?? '')
  if (!written) return null
  const [, hour, minutes] = written
  const whole = { value: Number(hour), to: from + 1 }
  const isFramed =
    minutes !== undefined ||
    frenchClockFrames.isFramed(reading.atoms, from, whole) ||
    opensSpan(reading.atoms, from)
  if (!isFramed) return null
  const value = minutes === undefined ? null : Number(minutes)
  return [
    { from, to: from + 1, rule, write: (profile) => writeClock(Number(hour), value, profile) },
  ]
}

/** « de 9h à 13h » */
const opensSpan = (atoms: readonly Atom[], from: number) =>
  previous(atoms, from) === 'de' &&
  close(atoms, from + 1) === 'à' &&
  /^(?:[01]?\d|2[0-4])h(?:[0-5]\d)?$/.test(close(atoms, from + 2))

const isUpTo = ({ digits, shape }: NumberGroup, most: number) =>
  shape !== 'large' && /^\d{1,2}$/.test(digits) && Number(digits) <= most

/** 8 h 5 (OQLF) or 8 h 05, as the profile has it. */
function writeClock(
  hour: number,
  minutes: number | null,
  { hourMark, minuteDigits }: WritingProfile,
): string {
  // « dix-neuf heures zéro zéro » is 19 h 00, or 19 h where minutes have no zero before them.
  if (minutes === null || (minutes === 0 && minuteDigits === 1)) return hour + hourMark.trimEnd()
  return hour + hourMark + String(minutes).padStart(minuteDigits, '0')
}

/** What may follow a minute below ten: « à huit heures cinq le matin »; else a count begins. */
const afterTime = wordSet(`
  le la les l' du de des ce cet cette et puis avec sans par au aux en est a il elle on nous je qui
  précises pile environ heure avant après mais car ou dans chez sous
`)
