import type { Sentence } from './lint-document.ts'

/** What an amount is an amount of. Two units of one measure can be turned into each other. */
export type Measure = 'mass' | 'units' | 'charge' | 'size' | 'volume' | 'share'

type Unit = { readonly measure: Measure; readonly symbol: string; readonly factor: number }

/** Factors to mg for mass, mm for size, mL for volume. `mmol` of potassium is as much as one mEq. */
const units = new Map<string, Unit>(
  Object.entries({
    'mass mcg 0.001': 'mcg µg μg ug microgram micrograms microgramme microgrammes',
    'mass mg 1': 'mg milligram milligrams milligramme milligrammes',
    'mass g 1000': 'g gram grams gramme grammes',
    'units units 1': 'u iu ui unit units unite unites',
    'charge mEq 1': 'meq mmol',
    'size mm 1': 'mm millimetre millimetres millimeter millimeters',
    'size cm 10': 'cm centimetre centimetres centimeter centimeters',
    'volume mL 1': 'ml cc',
    'share % 1': '%',
  }).flatMap(([meaning, names]) => {
    const [measure, symbol = '', factor] = meaning.split(' ')
    const unit = { measure: measure as Measure, symbol, factor: Number(factor) }
    return names.split(' ').map((name) => [name, unit] as const)
  }),
)

/** "25 mg", "10U", « 5 000 unités »: words `[from, to)` of a sentence. */
export type Amount = {
  readonly from: number
  readonly to: number
  /** As it is written, without groups of digits or a decimal comma. */
  readonly digits: string
  readonly value: number
  readonly unit: Unit
  /** What it is per: "kg" in 5 mg/kg; '' where it is per nothing. */
  readonly per: string
  /** True for ".5": a mark stands before the first digit. */
  readonly lacksZero: boolean
}

/** An amount of anything that begins at a word. */
export function amountAt(sentence: Sentence, at: number, language: 'en' | 'fr'): Amount | null {
  const first = sentence[at]
  if (!first || !isDigit(first.text)) return null
  const glued = /^([\d.,]+)(\D+)$/.exec(first.folded)
  if (glued) return amountOf(sentence, { from: at, unitAt: at }, glued, language)
  const numberTo = digitGroups(sentence, at)
  const number = sentence
    .slice(at, numberTo)
    .map(({ folded }) => folded)
    .join('')
  const isShare = /^[ \u00a0\u202f]?%/.test(sentence[numberTo - 1]?.after ?? '')
  if (isShare)
    return amountOf(sentence, { from: at, unitAt: numberTo - 1 }, ['', number, '%'], language)
  const skip = sentence[numberTo]?.folded === 'international' ? 1 : 0
  const unit = sentence[numberTo + skip]
  if (!unit || !/^[ \u00a0\u202f-]$/.test(unit.gap)) return null
  return amountOf(
    sentence,
    { from: at, unitAt: numberTo + skip },
    ['', number, unit.folded],
    language,
  )
}

const isDigit = (text: string) => /^\d/.test(text)

/** « 5 000 »: groups of three digits after a space are one number. */
function digitGroups(sentence: Sentence, at: number): number {
  let to = at + 1
  if (!/^\d{1,3}$/.test(sentence[at]?.text ?? '')) return to
  while (
    /^\d{3}$/.test(sentence[to]?.text ?? '') &&
    /^[ \u00a0\u202f]$/.test(sentence[to]?.gap ?? '')
  )
    to += 1
  return to
}

function amountOf(
  sentence: Sentence,
  { from, unitAt }: { readonly from: number; readonly unitAt: number },
  [, number = '', name = '']: readonly string[],
  language: 'en' | 'fr',
): Amount | null {
  const unit = units.get(name)
  if (!unit) return null
  const lacksZero = /(?:^|[\s(])[.,]$/.test(sentence[from]?.gap ?? '')
  const digits = (lacksZero ? '0.' : '') + plainNumber(number, language)
  const value = Number(digits)
  if (!Number.isFinite(value)) return null
  const next = sentence[unitAt + 1]
  const per = next?.gap === '/' ? next.folded : ''
  return { from, to: unitAt + 1, digits, value, unit, per, lacksZero }
}

export function plainNumber(number: string, language: 'en' | 'fr'): string {
  if (language === 'en' && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number)) {
    return number.replaceAll(',', '')
  }
  return number.replace(',', '.')
}

/** The amount in the measure's own unit: mg, mm, mL. */
export function plainValue({ value, unit }: Pick<Amount, 'value' | 'unit'>): number {
  return value * unit.factor
}

/** Every amount in a sentence. */
export function amountsIn(sentence: Sentence, language: 'en' | 'fr'): readonly Amount[] {
  return sentence.flatMap((_, at) => amountAt(sentence, at, language) ?? [])
}

/** Per what a dose may be; per anything else it is a concentration, as a laboratory gives it. */
const dosePer = new Set([
  '',
  'kg',
  'day',
  'd',
  'jour',
  'j',
  'h',
  'hr',
  'hour',
  'heure',
  'min',
  'dose',
  'm2',
])

/** True for an amount in which drugs are given. */
export function isDose({ unit, per }: Amount): boolean {
  return ['mass', 'units', 'charge'].includes(unit.measure) && dosePer.has(per)
}
