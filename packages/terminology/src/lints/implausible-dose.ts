import { wordSet } from '../reading/word-set.ts'
import { routeOf } from './administration-routes.ts'
import { type Amount, plainValue } from './amount.ts'
import { type DoseContext, doseContext, wordsAround } from './dose-context.ts'
import { type DoseMention, doseMentionsIn } from './dose-mentions.ts'
import { type DoseRow, doseRows } from './dose-table.ts'
import { inEverySentence, type Lint, placeOf, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'
import { phrases } from './phrases.ts'

export const dosedDrugs = phrases(
  doseRows.flatMap((row) => row.names.map((name) => [name, row] as const)),
)

/** Doses far beyond any use, in a unit that the drug is never given in, or daily where a week is meant. */
export const implausibleDoses: Lint = ({ patient, ...document }) =>
  inEverySentence({ patient, ...document }, (section, sentence) =>
    doseMentionsIn(sentence, dosedDrugs, document.language).flatMap((mention) => {
      const isChild = (patient.age ?? 18) < 18
      const trouble = troubleWith(mention, { sentence, isChild, language: document.language })
      if (!trouble || !mention.dose) return []
      const { from, to } = mention.dose
      const { drug } = mention
      const name = section.text.slice(sentence[mention.from]?.start, sentence[mention.to - 1]?.end)
      const finding: LintFinding = {
        ...placeOf(section, sentence, { from, to }),
        kind: 'implausible-dose',
        severity: severities['implausible-dose'],
        reason: reasonFor(trouble, { ...drug, name }, document.language),
        source: drug.source,
      }
      return [finding]
    }),
  )

/** What is wrong with a dose, and the limit that it passes where it passes one. */
type Trouble =
  | { readonly kind: 'never-in-unit' | 'daily' }
  | {
      readonly kind:
        | 'too-much'
        | 'too-much-by-route'
        | 'too-much-a-day'
        | 'too-much-a-kilogram'
        | 'too-little'
      readonly limit: number
    }

type Judging = {
  readonly sentence: Sentence
  readonly isChild: boolean
  readonly language: 'en' | 'fr'
}

function troubleWith(mention: DoseMention<DoseRow>, judging: Judging): Trouble | null {
  const { drug, dose, frequency } = mention
  if (!dose) return null
  const amount = inUnitOf(drug, dose)
  if (amount === null) return isOtherKind(drug, dose) ? { kind: 'never-in-unit' } : null
  const context = doseContext(judging.sentence, Math.max(dose.to, mention.to), judging.language)
  const isLarge = wordsAround(judging.sentence, dose.to).some(({ folded }) =>
    drug.unless.has(folded),
  )
  const tooMuch =
    context.isSwallowed || isLarge
      ? null
      : excess(mention, dose, amount, { ...judging, ...context })
  if (tooMuch || dose.per !== '') return tooMuch
  if (amount < drug.least && !judging.isChild) return { kind: 'too-little', limit: drug.least }
  return frequency && drug.isWeekly && frequency.timesADay > 0 ? { kind: 'daily' } : null
}

/** More than the largest dose: of a kilogram, by its route or by any, or of a day. */
function excess(
  { drug, from, to, frequency }: DoseMention<DoseRow>,
  dose: Amount,
  amount: number,
  { sentence, language, isNoSingleDose, isCapped }: Judging & DoseContext,
): Trouble | null {
  if (dose.per === 'kg') return over(amount, drug.mostAKilogram, 'too-much-a-kilogram')
  const timesADay = perDay.has(dose.per) ? 1 : (frequency?.timesADay ?? 0)
  if (dose.per !== '' && timesADay === 0) return null
  const aDay = isCapped ? null : over(amount * timesADay, drug.mostADay, 'too-much-a-day')
  if (dose.per !== '' || isNoSingleDose) return aDay
  const range = { from: Math.min(from, dose.from), to: Math.max(to, dose.to) }
  const byRoute =
    routeOf(sentence, range, language)?.routes.flatMap((route) => drug.mostBy.get(route) ?? []) ??
    []
  const single =
    byRoute.length > 0
      ? over(amount, Math.min(...byRoute), 'too-much-by-route')
      : over(amount, drug.most, 'too-much')
  return single ?? aDay
}

/** "6 g/day", « 6 g/jour ». */
const perDay = wordSet('day d jour j')

function over(
  amount: number,
  limit: number,
  kind: Exclude<Trouble['kind'], 'never-in-unit' | 'daily'>,
): Trouble | null {
  return amount > limit ? { kind, limit } : null
}

/** True if a dose is one that the drug of the row is given in. */
export function isUsualDose(drug: DoseRow, dose: Amount): boolean {
  const amount = inUnitOf(drug, dose)
  return amount !== null && amount >= drug.least && amount <= drug.most
}

/** The amount in the unit of the row, or null where the two measure different things. */
function inUnitOf({ unit }: DoseRow, dose: Amount): number | null {
  const { measure } = dose.unit
  if (unit === 'units') return measure === 'units' ? dose.value : null
  if (unit === 'mEq') return measure === 'charge' ? dose.value : null
  if (measure !== 'mass') return null
  // Rounded, so that 0.031 mg is 31 mcg and no less.
  return unit === 'mcg' ? Number((plainValue(dose) * 1000).toPrecision(9)) : plainValue(dose)
}

/** Mass for units or the reverse. Salts are given by mass and by charge. */
function isOtherKind({ unit }: DoseRow, { unit: { measure } }: Amount): boolean {
  if (unit === 'units') return measure === 'mass'
  return measure === 'units' && unit !== 'mEq'
}

function reasonFor(trouble: Trouble, { name, unit }: DoseRow, language: 'en' | 'fr'): string {
  const unitName = language === 'fr' && unit === 'units' ? 'unités' : unit
  const limit = 'limit' in trouble ? `${trouble.limit}` : ''
  const amount = `${language === 'fr' ? limit.replace('.', ',') : limit} ${unitName}`
  const reasons: Readonly<Record<Trouble['kind'], Readonly<Record<'en' | 'fr', string>>>> = {
    'never-in-unit': {
      en: `${name} is not given in this unit.`,
      fr: `${name} ne se donne pas dans cette unité.`,
    },
    'too-much': {
      en: `A single dose of ${name} is at most ${amount}.`,
      fr: `Une dose unique de ${name} est d’au plus ${amount}.`,
    },
    'too-much-by-route': {
      en: `By this route a single dose of ${name} is at most ${amount}.`,
      fr: `Par cette voie, une dose unique de ${name} est d’au plus ${amount}.`,
    },
    'too-much-a-kilogram': {
      en: `For each kilogram ${name} is given up to ${amount}.`,
      fr: `Pour chaque kilogramme, ${name} se donne jusqu’à ${amount}.`,
    },
    'too-little': {
      en: `The smallest dose of ${name} is about ${amount}.`,
      fr: `La plus petite dose de ${name} est d’environ ${amount}.`,
    },
    'too-much-a-day': {
      en: `In a day ${name} is given up to ${amount}.`,
      fr: `En un jour, ${name} se donne jusqu’à ${amount}.`,
    },
    daily: {
      en: `Outside of cancer treatment ${name} is given once a week, not daily.`,
      fr: `Hors du traitement d’un cancer, ${name} se donne une fois par semaine, et non chaque jour.`,
    },
  }
  return reasons[trouble.kind][language]
}
