import type { WritingProfile } from '../locale-profile.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const rule = 'time.clock'

/**
 * « quatorze heures trente » is 14 h 30. An hour without minutes is a time only where one is expected, « à vingt
 * heures »; else it lasts. What lasts stays as it was said.
 */
export function readFrenchClock(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const clock = clockAt(reading, from)
  if (!clock) return null
  const span = valueFrom(reading, 'time', clock)
  return span && [span]
}

function clockAt(reading: Reading, from: number): readonly Step[] | null {
  const { atoms } = reading
  const glued = gluedAt(reading, from)
  if (glued) return glued
  const hour = hourAt(atoms, from)
  if (!hour || lasts.has(lead(atoms, from))) return null
  const to = minutesTo(atoms, hour)
  if (to) return [clockStep(from, to.to, to.hour, to.minutes)]
  // « midi quinze » may be fifteen units at noon.
  const isBare = isNoonOrMidnight(atoms, from) && close(atoms, hour.to) !== 'et'
  const minutes = isBare ? null : minutesAt(atoms, hour.to)
  if (minutes) return [clockStep(from, minutes.to, hour.value, minutes.value)]
  // « à midi », « midi » are words.
  if (isNoonOrMidnight(atoms, from)) return null
  const between = betweenAt(reading, from, hour)
  if (between) return between
  return isFramed(reading, from, hour.to) ? [hourStep(from, hour)] : null
}

/** « entre neuf heures et onze heures » */
function betweenAt({ atoms }: Reading, from: number, hour: Said): readonly Step[] | null {
  if (previous(atoms, from) !== 'entre' || close(atoms, hour.to) !== 'et') return null
  const second = close(atoms, hour.to + 1) === '' ? null : hourAt(atoms, hour.to + 1)
  if (!second) return null
  return [
    hourStep(from, hour),
    { from: hour.to, to: hour.to + 1, rule, left: 'space' },
    { ...hourStep(hour.to + 1, second), left: 'space' },
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

type Said = { readonly value: number; readonly to: number }

/** « quatorze heures », "14 h", « midi ». */
function hourAt(atoms: readonly Atom[], from: number): Said | null {
  const noon = noonAndMidnight.get(atoms[from]?.text ?? '')
  if (noon !== undefined) return { value: noon, to: from + 1 }
  const [hour, more] = frenchRunAt(atoms, from)
  if (!hour || more || !isUpTo(hour, 24)) return null
  if (!/^(?:heures?|h)$/.test(close(atoms, hour.to))) return null
  return { value: Number(hour.digits), to: hour.to + 1 }
}

/** Zero to fifty-nine, « et quart », « et demie »; not what is counted or goes on. */
function minutesAt(atoms: readonly Atom[], at: number): Said | null {
  if (close(atoms, at) === 'et') {
    const part = new Map([
      ['quart', 15],
      ['demie', 30],
      ['demi', 30],
    ]).get(close(atoms, at + 1))
    return part === undefined ? null : { value: part, to: at + 2 }
  }
  if (close(atoms, at) === '') return null
  const [first, second, more] = frenchRunAt(atoms, at)
  if (!first) return null
  // « huit heures zéro cinq »
  const isZeroFirst = first.digits === '0' && second?.shape === 'digit' && !more
  const minute = isZeroFirst ? second : first
  if (!minute || (!isZeroFirst && second) || !isUpTo(minute, 59)) return null
  const next = close(atoms, minute.to)
  if (frenchUnitAt(atoms, minute.to) || /^(?:virgule|sur|fois|pour|à)$/.test(next)) return null
  if (minute.shape === 'digit' && !isZeroFirst && next !== '' && !afterTime.has(next)) return null
  return { value: Number(minute.digits), to: minute.to }
}

/** "14h30", « à 14h »: one word, as an engine writes it. */
function gluedAt(reading: Reading, from: number): readonly Step[] | null {
  const written = /^([01]?\d|2[0-4])h([0-5]\d)?$/.exec(reading.atoms[from]?.text ?? '')
  if (!written) return null
  const [, hour, minutes] = written
  if (minutes === undefined && !isFramed(reading, from, from + 1)) return null
  const value = minutes === undefined ? null : Number(minutes)
  return [
    { from, to: from + 1, rule, write: (profile) => writeClock(Number(hour), value, profile) },
  ]
}

const isUpTo = ({ digits, shape }: NumberGroup, most: number) =>
  shape !== 'large' && /^\d{1,2}$/.test(digits) && Number(digits) <= most

/** 8 h 5 (OQLF) or 8 h 05, as the profile has it. */
function writeClock(
  hour: number,
  minutes: number | null,
  { hourMark, minuteDigits }: WritingProfile,
): string {
  if (minutes === null) return hour + hourMark.trimEnd()
  return hour + hourMark + String(minutes).padStart(minuteDigits, '0')
}

/** Where an hour on its own is a time. */
function isFramed(reading: Reading, from: number, to: number): boolean {
  const { atoms } = reading
  const before = previous(atoms, from)
  if (saysPartOfDay(atoms, to)) return true
  if (afterLapse.has(close(atoms, to))) return false
  if (/^(?:à|vers|dès|avant|jusqu'à)$/.test(before)) {
    // « de huit à seize heures » shares its unit: a range, not a time.
    return frenchRunAt(atoms, from - 2).length === 0 || previous(atoms, from, 2) === ''
  }
  return before === 'de' && close(atoms, to) === 'à' && hourAt(atoms, to + 1) !== null
}

/** « dix heures du matin », « trois heures de l'après-midi » */
function saysPartOfDay(atoms: readonly Atom[], at: number): boolean {
  const word = close(atoms, at)
  if (word === 'du') return /^(?:matin|soir)$/.test(close(atoms, at + 1))
  return word === 'de' && close(atoms, at + 1) === "l'" && close(atoms, at + 2) === 'après'
}

/** The word before, over « environ » and the like. */
const lead = (atoms: readonly Atom[], from: number) =>
  /^(?:environ|près|presque|de|d')$/.test(previous(atoms, from))
    ? previous(atoms, from, 2) || previous(atoms, from)
    : previous(atoms, from)

/** Before what lasts or comes round: « pendant deux heures trente », « aux six heures ». */
const lasts = wordSet(`
  pendant durant depuis dure durée durait duré dans après aux les chaque q total
  moins plus dernières premières prochaines
`)
/** « à six heures de vie », « à vingt-quatre heures postopératoires »: so long after something. */
const afterLapse = wordSet(`
  de d' post postopératoires postopératoire plus après suivant suivantes près par intervalle
`)
/** What may follow a minute below ten: « à huit heures cinq le matin »; else a count begins. */
const afterTime = wordSet(`
  le la les l' du de des ce cet cette et puis avec sans par au aux en est a il elle on nous je qui
  précises pile environ heure avant après mais car ou dans chez sous
`)
