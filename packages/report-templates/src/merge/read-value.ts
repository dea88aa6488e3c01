import type { BlankReason, Locale } from '@plume/transcript'
import { spokenForm } from '../macros/spoken-form.ts'
import type { DictatedField } from '../template.ts'
import { tokensOf } from './spoken-tokens.ts'

/** A value that a text begins with: how many characters it takes, whether its unit was said, or why it cannot stand. */
export type ReadValue = {
  readonly length: number
  readonly hasUnit: boolean
  readonly problem: BlankReason | null
}

/** Reads the value of a field at the beginning of a text; null if none begins there. */
export function readValue(field: DictatedField, text: string, locale: Locale): ReadValue | null {
  switch (field.kind) {
    case 'number':
      return readNumber(field, text, locale)
    case 'date':
      return fixed(dates.exec(text)?.[0])
    case 'yes-no':
      return fixed(/^(?:yes|no|oui|non)\b/i.exec(text)?.[0])
    case 'choice':
      return readChoice(field.choices, text)
    case 'text':
      return fixed(/^\S.*?(?=[.;]?\s*$)/s.exec(text)?.[0])
  }
}

function fixed(found: string | undefined): ReadValue | null {
  return found ? { length: found.length, hasUnit: true, problem: null } : null
}

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|' +
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const dates = new RegExp(
  `^(?:\\d{4}-\\d{2}-\\d{2}|(?:${months}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|(?:le )?(?:1er|\\d{1,2}) (?:${months}) \\d{4})(?!\\d)`,
  'i',
)

function readChoice(choices: readonly string[], text: string): ReadValue | null {
  const tokens = tokensOf(text)
  const longestFirst = choices
    .map((choice) => spokenForm(choice).split(' '))
    .sort((a, b) => b.length - a.length)
  for (const forms of longestFirst) {
    const last = tokens[forms.length - 1]
    if (last && tokens[0]?.from === 0 && forms.every((form, at) => tokens[at]?.form === form)) {
      return fixed(text.slice(0, last.to))
    }
  }
  return null
}

const number = /^[-−]?\d+(?:[ \u00A0\u202F]\d{3})*(?:[.,]\d+)*/
/** What may go on from a number to another one: "55 to 60", « 120 sur 80 ». */
const goesOn =
  /^[ \u00A0\u202F]*(?:to|à|or|ou|sur|over|by|par|and|et|[-–/x×])[ \u00A0\u202F]*[-−]?\d/i
const knownUnits =
  /^(?:%|°C?|mm ?Hg|kPa|mm|cm|m|km|ms|s|h|min|bpm|\/min|mL|ml|L|l|dL|ng|mcg|mg|g|kg|mmol|mEq|units?|unités?|degrees?|degrés?|hours?|heures?|days?|jours?|weeks?|semaines?|months?|mois|years?|ans)(?:[/²³][\p{L}²³0-9/]*)?(?![\p{L}\p{N}])/u

function readNumber(
  { units, min, max }: Extract<DictatedField, { kind: 'number' }>,
  text: string,
  locale: Locale,
): ReadValue | null {
  const digits = number.exec(text)?.[0] ?? smallNumber.exec(text)?.[0]
  if (digits === undefined) return null
  const value = numberIn(digits, locale)
  const gap = /^[ \u00A0\u202F]*/.exec(text.slice(digits.length))?.[0].length ?? 0
  const after = text.slice(digits.length + gap)
  const own = ownUnit(units, after)
  const length = own === null ? digits.length : digits.length + gap + own.length
  const read = (problem: BlankReason | null) => ({ length, hasUnit: own !== null, problem })
  if (goesOn.test(text.slice(digits.length)) || goesOn.test(text.slice(length))) {
    return read('several-values')
  }
  if (/^[\p{L}\p{N}]/u.test(text.slice(digits.length))) return null
  if (own === null && knownUnits.test(after)) return read('wrong-unit')
  if (value === null) return null
  if ((min !== null && value < min) || (max !== null && value > max)) return read('out-of-range')
  return read(null)
}

/** The unit, in one of its spellings, that a text begins with. */
function ownUnit(units: readonly string[], text: string): string | null {
  const longestFirst = [...units].sort((a, b) => b.length - a.length)
  return (
    longestFirst.find(
      (unit) => text.startsWith(unit) && !/^[\p{L}\p{N}²³/]/u.test(text.slice(unit.length)),
    ) ?? null
  )
}

/** The writer leaves these as words where nothing shows that they count something. */
const smallNumbers = [
  ['zero', 'zéro'],
  ['one', 'un'],
  ['two', 'deux'],
  ['three', 'trois'],
  ['four', 'quatre'],
  ['five', 'cinq'],
  ['six', 'six'],
  ['seven', 'sept'],
  ['eight', 'huit'],
  ['nine', 'neuf'],
  ['ten', 'dix'],
] as const
const smallNumber = new RegExp(`^(?:${smallNumbers.flat().join('|')})(?![\\p{L}-])`, 'iu')

/** A comma is decimal in French; in English it groups thousands, or else nobody knows. */
function numberIn(digits: string, locale: Locale): number | null {
  const word = digits.toLowerCase()
  const small = smallNumbers.findIndex((words) => words.some((each) => each === word))
  if (small !== -1) return small
  const plain = digits.replace(/[ \u00A0\u202F]/g, '').replace('−', '-')
  if (locale.startsWith('fr')) return asNumber(plain.replace(',', '.'))
  return plain.includes(',') && !/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
    ? null
    : asNumber(plain.replaceAll(',', ''))
}

function asNumber(text: string): number | null {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null
}
