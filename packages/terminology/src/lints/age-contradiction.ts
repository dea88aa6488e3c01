import { wordSet } from '../reading/word-set.ts'
import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'
import { namesOther } from './other-people.ts'

/** A birthday may lie between the dictation and the record. */
const mostYearsApart = 1

type SaidAge = { readonly years: number; readonly from: number; readonly to: number }

/** An age that is said of the patient and is not the one in the record. */
export const ageContradictions: Lint = ({ sections, patient: { age }, language }) => {
  if (age === undefined) return []
  const findings: LintFinding[] = []
  for (const section of sections) {
    if (section.role === 'past') continue
    for (const sentence of section.sentences) {
      const said = saidAge(sentence, language)
      if (!said || Math.abs(said.years - age) <= mostYearsApart) continue
      if (!isOfThen(sentence) && !namesOther(sentence)) {
        findings.push(found(section, sentence, said, { age, language }))
      }
    }
  }
  return findings
}

/** Words of another time: "when he was a 20-year-old student". */
const ofThen = wordSet('when since until lorsque quand depuis jusqu')

function isOfThen(sentence: Sentence): boolean {
  return sentence.some(({ folded }) => ofThen.has(folded))
}

function saidAge(sentence: Sentence, language: 'en' | 'fr'): SaidAge | null {
  for (let at = 0; at < sentence.length; at++) {
    if (!/^\d{1,3}$/.test(sentence[at]?.text ?? '')) continue
    const said = language === 'fr' ? frenchAge(sentence, at) : englishAge(sentence, at)
    if (said) return said
  }
  return null
}

/** "54-year-old", "18-month-old", "aged 54". */
function englishAge(sentence: Sentence, at: number): SaidAge | null {
  const count = Number(sentence[at]?.text)
  const unit = sentence[at + 1]?.folded ?? ''
  if (sentence[at - 1]?.folded === 'aged') return { years: count, from: at - 1, to: at + 1 }
  if (sentence[at + 2]?.folded !== 'old') return null
  const perYear = { year: 1, years: 1, month: 12, months: 12, week: 52, weeks: 52 }[unit]
  return perYear ? { years: Math.floor(count / perYear), from: at, to: at + 3 } : null
}

const people = wordSet(`
  femme homme dame monsieur patient patiente garcon fillette adolescent adolescente age agee jeune
`)

/** « femme de 54 ans », « âgé de 54 ans ». */
function frenchAge(sentence: Sentence, at: number): SaidAge | null {
  const unit = sentence[at + 1]?.folded
  if ((unit !== 'ans' && unit !== 'an') || sentence[at - 1]?.folded !== 'de') return null
  if (!people.has(sentence[at - 2]?.folded ?? '')) return null
  return { years: Number(sentence[at]?.text), from: at, to: at + 2 }
}

function found(
  section: ReadSection,
  sentence: Sentence,
  range: SaidAge,
  { age, language }: { readonly age: number; readonly language: 'en' | 'fr' },
): LintFinding {
  return {
    ...placeOf(section, sentence, range),
    kind: 'age-contradiction',
    severity: severities['age-contradiction'],
    reason:
      language === 'fr'
        ? `Selon le dossier, la personne a ${age} ans. Est-ce le bon dossier?`
        : `The record says that the patient is ${age} years old. Is this the right patient?`,
    source: 'AHDI critical errors: wrong patient',
  }
}
