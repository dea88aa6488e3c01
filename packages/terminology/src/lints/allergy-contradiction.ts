import type { Severity } from '@plume/transcript'
import { wordSet } from '../reading/word-set.ts'
import { type AllergyTo, allergiesIn, orderable, toleratedIn } from './allergies.ts'
import { allergyClasses } from './allergy-classes.ts'
import { wordsAround } from './dose-context.ts'
import { type DoseMention, doseMentionsIn } from './dose-mentions.ts'
import { inEverySentence, type Lint, placeOf, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { lesserSeverity, severities } from './lint-severities.ts'

/**
 * A drug that is ordered or given although the report names an allergy to it or to its class. Its kind is that of an
 * order that cannot be meant: `implausible-dose`; why: ADR 0023.
 */
export const allergyContradictions: Lint = (document) => {
  const allergies = allergiesIn(document)
  if (allergies.length === 0) return []
  const tolerated = toleratedIn(document)
  return inEverySentence(document, (section, sentence) => {
    if (section.role === 'past') return []
    return doseMentionsIn(sentence, orderable, document.language).flatMap((mention) => {
      const severity = severityOf(mention.drug, allergies, tolerated)
      if (!severity || !isOrdered(sentence, mention)) return []
      const place = placeOf(section, sentence, mention)
      const finding: LintFinding = {
        ...place,
        kind: 'implausible-dose',
        severity,
        reason: reasonFor(place.text, severity, document.language),
        source: 'AHDI critical errors: allergy; allergy references',
      }
      return [finding]
    })
  })
}

/** The worst that an allergy makes of a drug, or null. */
function severityOf(
  { drug, classes }: AllergyTo,
  allergies: readonly AllergyTo[],
  tolerated: ReadonlySet<string>,
): Severity | null {
  if ([drug, ...classes].some((each) => each && tolerated.has(each))) return null
  const isSame = allergies.some((allergy) => allergy.drug !== null && allergy.drug === drug)
  if (isSame) return severities['implausible-dose']
  const shared = allergies.flatMap((allergy) =>
    classes.filter((each) => allergy.classes.includes(each)),
  )
  const harms = allergyClasses.filter(({ name }) => shared.includes(name)).map(({ harm }) => harm)
  if (harms.includes('high')) return severities['implausible-dose']
  const isRelated = allergyClasses.some(
    ({ name, related }) =>
      classes.includes(related) && allergies.some((allergy) => allergy.classes.includes(name)),
  )
  return isRelated || harms.length > 0 ? lesserSeverity : null
}

/** Words that give a drug to somebody. */
const orders = wordSet(`
  start started starting begin began begun give given giving gave prescribe prescribed prescribing order ordered initiate initiated add
  added continue continued received receive administered take taking takes resume resumed switched changed treated treat on
  debuter debute debutee debutons commencer commence commencee donner donne donnee prescrire prescrit prescrite prescris ajouter ajoute
  ajoutee poursuivre poursuivi recu recue administre administree prendre prend reprendre traite traitee traiter cesse sous
`)

/** Words with which nobody is given the drug, or is no longer; or with which the allergy was thought of. */
const againstIt = wordSet(`
  no not never without avoid avoided avoiding instead rather than cannot contraindicated allergic allergy allergies anaphylaxis reaction
  reactions rash hives caused stop stopped discontinue discontinued held hold changed despite alternative previously
  tolerate tolerates tolerated childhood ago test testing skin sensitive resistant susceptible resistance sensitivity if
  pas ne jamais sans eviter evite evitee plutot lieu contre-indique allergique allergie allergies anaphylaxie reaction reactions urticaire
  cesser cesse cessee arrete arretee arreter suspendu malgre remplace remplacee tolere toleree enfance test sensible resistant resistante si
  aucun aucune
`)

/** How far before a drug the word stands that gives it. */
const reach = 6

function isOrdered(sentence: Sentence, { from, dose }: DoseMention<AllergyTo>): boolean {
  if (wordsAround(sentence, from).some(({ folded }) => againstIt.has(folded))) return false
  const before = sentence.slice(Math.max(0, from - reach), from)
  const after = sentence.slice(from, from + reach)
  return dose !== null || [...before, ...after].some(({ folded }) => orders.has(folded))
}

function reasonFor(name: string, severity: Severity, language: 'en' | 'fr'): string {
  if (language === 'fr') {
    return severity === 'high'
      ? `Le rapport mentionne une allergie à ce médicament ou à sa classe\u00a0: ${name}.`
      : `Le rapport mentionne une allergie à un médicament apparenté à\u00a0: ${name}.`
  }
  return severity === 'high'
    ? `The report names an allergy to ${name} or to its class.`
    : `The report names an allergy to a drug related to ${name}.`
}
