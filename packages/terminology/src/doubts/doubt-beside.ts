import type { WritingProfile } from '../locale-profile.ts'
import type { Quantity, Unit } from '../measures/unit.ts'
import type { PhraseIndex } from '../reading/phrase-index.ts'
import { inDoubt, type Span, type ValueType, writtenFor } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import { wordSet } from '../reading/word-set.ts'

type Known = {
  readonly tokens: readonly Token[]
  readonly units: PhraseIndex<Unit>
  readonly profile: WritingProfile
}

/**
 * Doubts what spans say only beside each other: a date or a telephone number before "milligrams" has taken the dose's
 * number, and "March 5 10 units" reads as 510 units.
 */
export function doubtBeside(spans: readonly Span[], known: Known): readonly Span[] {
  const found = spans.findIndex((span, at) => isDoubtful(span, spans[at + 1], known))
  if (found === -1) return spans
  const doubted = spans.slice(0, found)
  for (let at = found; at < spans.length; at++) {
    const span = spans[at]
    const next = spans[at + 1]
    if (!span) continue
    if (next && isDoubtful(span, next, known)) {
      doubted.push(...inDoubt(span.from, next.to, 'ambiguous-number'))
      at += 1
    } else doubted.push(span)
  }
  return doubted
}

const isDoubtful = (span: Span, next: Span | undefined, known: Known) =>
  span.kind === 'value' &&
  known.tokens[span.to - 1]?.after === '' &&
  (tookNumberOf(span, next, known) || standsBeforeDose(span, next, known))

type Value = Extract<Span, { readonly kind: 'value' }>

/** Values in whose end another number may have been lost. */
const swallowing: ReadonlySet<ValueType> = new Set([
  'code',
  'date',
  'duration',
  'grade',
  'level',
  'number',
  'ordinal',
  'pressure',
  'time',
])

function tookNumberOf({ type }: Value, unit: Span | undefined, { tokens, units }: Known): boolean {
  if (!swallowing.has(type)) return false
  const atom = onlyAtom(unit, tokens)
  return isSaidInFull(atom) && !household.has(atom) && measures(atom, units, doses)
}

/** "one stone in the bladder": no drug is given in these. */
const household = wordSet('stone stones pound pounds ounce ounces tonne tonnes')

/** Values that end in a digit which may be read as the first of the dose's. "B12 1000 mcg" is how vitamins are ordered. */
const endingInDigits: ReadonlySet<ValueType> = new Set(['date', 'level', 'pressure', 'time'])

/** "march fifth ten units"; « à huit heures cinq milligrammes », where 8 h 5 is an hour as well. */
function standsBeforeDose(value: Value, dose: Span | undefined, known: Known): boolean {
  if (!endingInDigits.has(value.type)) return false
  if (dose?.kind !== 'value' || dose.type !== 'measure') return false
  const { tokens, units, profile } = known
  const end = value.parts.at(-1)
  const [number, unit] = dose.parts
  if (!end || !number || !unit) return false
  const [before, after] = [end.write, number.write].map((write) => writtenFor(profile, write))
  const mayBeRead = /\d$/.test(before ?? '') ? /^\d/ : /\bh$/.test(before ?? '') ? minutes : null
  if (!mayBeRead?.test(after ?? '')) return false
  return measures(tokens[unit.from]?.atoms[0] ?? '', units, given)
}
const minutes = /^[0-5]?\d$/

/** "mg" alone may be the letters of something else. */
const isSaidInFull = (atom: string) => atom.length > 4
const doses: ReadonlySet<Quantity> = new Set(['mass', 'dose'])
const given: ReadonlySet<Quantity> = new Set([...doses, 'volume', 'count'])

const measures = (atom: string, units: PhraseIndex<Unit>, what: ReadonlySet<Quantity>) =>
  (units.get(atom) ?? []).some(
    ({ atoms, meaning }) => atoms.length === 1 && what.has(meaning.quantity),
  )

/** The atom of a word of prose that has just one; else ''. */
function onlyAtom(span: Span | undefined, tokens: readonly Token[]): string {
  if (span?.kind !== 'prose' || span.to !== span.from + 1) return ''
  const [atom = '', ...others] = tokens[span.from]?.atoms ?? []
  return others.length === 0 ? atom : ''
}
