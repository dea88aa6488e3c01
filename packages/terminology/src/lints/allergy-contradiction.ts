import type { Severity } from '@plume/transcript'
import { wordSet } from '../reading/word-set.ts'
import { type AllergyTo, orderable } from './allergens.ts'
import { allergiesIn } from './allergies.ts'
import { allergyClasses } from './allergy-classes.ts'
import { clauseBefore, clauseFrom } from './clause.ts'
import { wordsAround } from './dose-context.ts'
import { type DoseMention, doseMentionsIn } from './dose-mentions.ts'
import { inEverySentence, type Lint, placeOf, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { lesserSeverity, severities } from './lint-severities.ts'
import { isSettled, settledIn, toleratedIn } from './settled-allergies.ts'
import { isOfRelative } from './whose-allergy.ts'

/**
 * A drug that is ordered or given although the report names an allergy to it or to its class. Its kind is that of an
 * order that cannot be meant: `implausible-dose`; why: ADR 0023.
 */
export const allergyContradictions: Lint = (document) => {
  const said = allergiesIn(document)
  if (said.to.length === 0) return []
  const settled = settledIn(document)
  const allergies = said.to.filter((allergy) => !isSettled(allergy, settled))
  const excepted = said.notTo.flatMap(({ drug, classes }) => drug ?? classes)
  const tolerated = new Set([...toleratedIn(document), ...settled, ...excepted])
  return inEverySentence(document, (section, sentence) => {
    if (section.role === 'past') return []
    const mentions = doseMentionsIn(sentence, orderable, document.language)
    return mentions.flatMap((mention, nth) => {
      const severity = severityOf(mention.drug, allergies, tolerated)
      if (!severity || !isOrdered(sentence, mentions, nth)) return []
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

/** Words near a drug with which the allergy was thought of, or another time is told. */
const thoughtOf = wordSet(`
  allergic allergy allergies anaphylaxis reaction reactions rash hives caused despite alternative previously tolerate tolerates tolerated
  childhood ago test testing skin sensitive resistant susceptible resistance sensitivity
  allergique allergie anaphylaxie urticaire malgre tolere toleree enfance sensible resistant resistante
`)

/** In the clause before a drug: nobody is given it. */
const againstItBefore = wordSet(`
  no not never without avoid avoided avoiding instead rather than cannot contraindicated stop stopped stopping discontinue discontinued
  hold held holding
  pas ne jamais sans eviter evite evitee plutot lieu cesser cesse arreter arrete suspendre suspendu aucun aucune
`)

/** In the clause after it. */
const againstItAfter = wordSet(`
  not never avoided contraindicated stopped discontinued held changed switched replaced
  pas jamais evite evitee indique indiquee cesse cessee arrete arretee suspendu suspendue remplace remplacee
`)

/** How far before a drug the word stands that gives it, and how far after it one that takes it away. */
const reach = 6
const reachAfter = 9

function isOrdered(
  sentence: Sentence,
  mentions: readonly DoseMention<AllergyTo>[],
  nth: number,
): boolean {
  const { from = 0, to = 0, dose = null } = mentions[nth] ?? {}
  if (wordsAround(sentence, from).some(({ folded }) => thoughtOf.has(folded))) return false
  const said = clauseBefore(sentence, listStart(sentence, mentions, nth), reach)
  if (said.some(({ folded }) => againstItBefore.has(folded)) || said.at(-1)?.folded === 'from')
    return false
  const then = clauseFrom(sentence, to, reachAfter)
  if (then.some(({ folded }) => againstItAfter.has(folded)) || isOfRelative(sentence, from))
    return false
  const before = sentence.slice(Math.max(0, from - reach), from)
  const after = sentence.slice(from, from + reach)
  return dose !== null || [...before, ...after].some(({ folded }) => orders.has(folded))
}

const joining = wordSet('and or nor et ou ni')

/** "No penicillin, amoxicillin or ampicillin": what is said before the first of them is said of all. */
function listStart(
  sentence: Sentence,
  mentions: readonly DoseMention<AllergyTo>[],
  nth: number,
): number {
  let start = mentions[nth]?.from ?? 0
  for (let at = nth - 1; at >= 0; at--) {
    const { from = 0, to = 0 } = mentions[at] ?? {}
    const isJoined = joining.has(sentence[start - 1]?.folded ?? '')
    if (to !== start - (isJoined ? 1 : 0)) break
    start = from
  }
  return start
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
