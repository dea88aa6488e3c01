import type { Language } from './language.tsx'

export type Format = {
  /** Time since something happened, in its largest unit or two: "45 min", "2 h 10 min", "3 d". */
  age(ms: number): string
  /** Length or position in a recording: "0:07", "12:34", "1:02:03". */
  clock(ms: number): string
  /** Position in a recording to a tenth of a second: "0:07.3" (« 0:07,3 »). */
  instant(ms: number): string
  dateTime(iso: string): string
  date(isoDate: string): string
  number(value: number): string
  percent(fraction: number): string
  megabytes(bytes: number): string
  /** "852 MB", "25.3 GB" (« 25,3 Go »). */
  memory(bytes: number): string
  /** A factor, as exact as anybody needs it: "0.4", "3.4", "27". */
  times(factor: number): string
  /** How long something will take: "40 s", then as an age. */
  wait(ms: number): string
  /** Time of day with seconds. */
  time(at: number): string
}

const localeOf: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA' }

/** Minutes and hours have one symbol in both languages (SI); Intl would write "mins" and "hrs". */
const dayOf: Readonly<Record<Language, string>> = { en: 'd', fr: 'j' }

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export function createFormat(language: Language): Format {
  const locale = localeOf[language]
  const number = new Intl.NumberFormat(locale)
  const tenths = new Intl.NumberFormat(locale, {
    minimumIntegerDigits: 2,
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  // A calendar date has no time zone: read and shown in UTC it stays the same day everywhere.
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })

  const seconds = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })

  const format: Format = {
    age(ms) {
      const age = Math.max(0, ms)
      if (age >= dayMs) return `${number.format(Math.floor(age / dayMs))} ${dayOf[language]}`
      const minutes = Math.floor((age % hourMs) / minuteMs)
      if (age < hourMs) return `${minutes} min`
      const hours = `${Math.floor(age / hourMs)} h`
      return minutes === 0 ? hours : `${hours} ${minutes} min`
    },
    clock: (ms) => clock(Math.round(ms / 1000)),
    instant(ms) {
      const inTenths = Math.round(ms / 100) / 10
      return `${Math.floor(inTenths / 60)}:${tenths.format(inTenths % 60)}`
    },
    dateTime: (iso) => dateTime.format(new Date(iso)),
    date: (isoDate) => date.format(new Date(isoDate)),
    number: (value) => number.format(value),
    percent: (fraction) => percent.format(fraction),
    megabytes: (bytes) =>
      `${oneDecimal.format(bytes / 1_000_000)} ${language === 'fr' ? 'Mo' : 'MB'}`,
    memory: (bytes) =>
      bytes < 1_000_000_000
        ? format.megabytes(Math.round(bytes / 1_000_000) * 1_000_000)
        : `${oneDecimal.format(bytes / 1_000_000_000)} ${language === 'fr' ? 'Go' : 'GB'}`,
    times: (factor) =>
      factor < 10 ? oneDecimal.format(factor) : number.format(Math.round(factor)),
    wait: (ms) => (ms < minuteMs ? `${number.format(Math.ceil(ms / 1000))} s` : format.age(ms)),
    time: (at) => seconds.format(new Date(at)),
  }
  return format
}

function clock(totalSeconds: number): string {
  const seconds = String(totalSeconds % 60).padStart(2, '0')
  const minutes = Math.floor(totalSeconds / 60)
  if (minutes < 60) return `${minutes}:${seconds}`
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${seconds}`
}
