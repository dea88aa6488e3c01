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
  const minutes = minutesAt(atoms, hour.to)
  if (minutes) {
    return [
      {
        from,
        to: minutes.to,
        rule,
        write: (profile) => writeClock(hour.value, minutes.value, profile),
      },
    ]
  }
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

const hourStep = (from: number, { value, to }: Said): Step => ({
  from,
  to,
  rule,
  write: (profile) => writeClock(value, null, profile),
})

type Said = { readonly value: number; readonly to: number }

/** « quatorze heures », "14 h". */
function hourAt(atoms: readonly Atom[], from: number): Said | null {
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
  if (afterLapse.has(close(atoms, to))) return false
  if (/^(?:à|vers|dès|avant|jusqu'à)$/.test(before)) {
    // « de huit à seize heures » shares its unit: a range, not a time.
    return frenchRunAt(atoms, from - 2).length === 0 || previous(atoms, from, 2) === ''
  }
  return before === 'de' && close(atoms, to) === 'à' && hourAt(atoms, to + 1) !== null
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
