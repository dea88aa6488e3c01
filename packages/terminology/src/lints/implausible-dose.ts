import { type Amount, plainValue } from './amount.ts'
import { type DoseMention, doseMentionsIn } from './dose-mentions.ts'
import { type DoseRow, doseRows } from './dose-table.ts'
import { inEverySentence, type Lint, placeOf } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { phrases } from './phrases.ts'

export const dosedDrugs = phrases(
  doseRows.flatMap((row) => row.names.map((name) => [name, row] as const)),
)

/** Doses far beyond any use, in a unit that the drug is never given in, or daily where a week is meant. */
export const implausibleDoses: Lint = ({ patient, ...document }) =>
  inEverySentence({ patient, ...document }, (section, sentence) =>
    doseMentionsIn(sentence, dosedDrugs, document.language).flatMap((mention) => {
      const trouble = troubleWith(mention, (patient.age ?? 18) < 18)
      if (!trouble || !mention.dose) return []
      const { from, to } = mention.dose
      const { drug } = mention
      const name = section.text.slice(sentence[mention.from]?.start, sentence[mention.to - 1]?.end)
      const finding: LintFinding = {
        ...placeOf(section, sentence, { from, to }),
        kind: 'implausible-dose',
        severity: 'high',
        reason: reasonFor(trouble, { ...drug, name }, document.language),
        source: drug.source,
      }
      return [finding]
    }),
  )

type Trouble = 'never-in-unit' | 'too-much' | 'too-much-a-day' | 'too-little' | 'daily'

function troubleWith(
  { drug, dose, frequency }: DoseMention<DoseRow>,
  isChild: boolean,
): Trouble | null {
  if (!dose) return null
  const amount = inUnitOf(drug, dose)
  if (amount === null) return isOtherKind(drug, dose) ? 'never-in-unit' : null
  if (dose.per !== '') return null
  if (amount > drug.most) return 'too-much'
  if (amount < drug.least && !isChild) return 'too-little'
  if (frequency && drug.isWeekly && frequency.timesADay > 0) return 'daily'
  return frequency && amount * frequency.timesADay > drug.mostADay ? 'too-much-a-day' : null
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

function reasonFor(
  trouble: Trouble,
  { name, unit, least, most, mostADay }: DoseRow,
  language: 'en' | 'fr',
): string {
  const unitName = language === 'fr' && unit === 'units' ? 'unités' : unit
  const number = (value: number) => (language === 'fr' ? `${value}`.replace('.', ',') : `${value}`)
  const reasons: Readonly<Record<Trouble, Readonly<Record<'en' | 'fr', string>>>> = {
    'never-in-unit': {
      en: `${name} is not given in this unit.`,
      fr: `${name} ne se donne pas dans cette unité.`,
    },
    'too-much': {
      en: `A single dose of ${name} is at most ${most} ${unitName}.`,
      fr: `Une dose unique de ${name} est d’au plus ${number(most)} ${unitName}.`,
    },
    'too-little': {
      en: `The smallest dose of ${name} is about ${least} ${unitName}.`,
      fr: `La plus petite dose de ${name} est d’environ ${number(least)} ${unitName}.`,
    },
    'too-much-a-day': {
      en: `In a day ${name} is given up to ${mostADay} ${unitName}.`,
      fr: `En un jour, ${name} se donne jusqu’à ${number(mostADay)} ${unitName}.`,
    },
    daily: {
      en: `Outside of cancer treatment ${name} is given once a week, not daily.`,
      fr: `Hors du traitement d’un cancer, ${name} se donne une fois par semaine, et non chaque jour.`,
    },
  }
  return reasons[trouble][language]
}
