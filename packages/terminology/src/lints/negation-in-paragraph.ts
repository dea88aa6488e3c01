import { wordSet } from '../reading/word-set.ts'
import { type ConditionMention, conditionMentionsIn, mayBeOneSide } from './condition-mentions.ts'
import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { negationFinding, reversalReason } from './negation-finding.ts'

/** Conditions of which there is one place: a mass or a fracture that is not here may well be there. */
const ofOnePlace = new Set([
  'pneumonia',
  'pneumothorax',
  'pericardial effusion',
  'pulmonary edema',
  'pulmonary embolism',
  'midline shift',
  'hydrocephalus',
  'hydronephrosis',
  'free air',
  'ascites',
  'appendicitis',
  'cholecystitis',
  'diverticulitis',
  'pancreatitis',
  'gallstones',
  'pneumonie',
  'épanchement péricardique',
  'œdème pulmonaire',
  'embolie pulmonaire',
  'déviation',
  'hydrocéphalie',
  'hydronéphrose',
  'air libre',
  'ascite',
  'appendicite',
  'cholécystite',
  'diverticulite',
  'pancréatite',
])

/** Words that say that something is there; "CT for pulmonary embolism" does not. */
const present = wordSet(`
  is are seen present noted shows demonstrates small moderate large mild severe acute tiny
  a est sont note voit montre presence petit petite modere moderee important importante aigu aigue
`)

/** Words between two times: what was not there may be there now. */
const laterOn = wordSet(`
  after following post then later subsequently repeat followup follow now today yesterday day days hour hours week weeks developed develops
  developing resolved resolution new tube drain drained drainage removal removed placed placement treatment treated improved admission
  discharge initial initially second
  apres suite puis ensuite tard controle suivi maintenant aujourd hier jour jours heure heures semaine semaines developpe resolu resolue
  resolution nouveau nouvelle drain drainage retrait retire pose traitement traite admission conge deuxieme
`)

/** A condition denied and there in one section, with no time between. */
export const paragraphReversals: Lint = ({ sections, language }) =>
  sections.filter(({ role }) => role === 'body').flatMap((section) => reversedIn(section, language))

function reversedIn(section: ReadSection, language: 'en' | 'fr'): readonly LintFinding[] {
  let said = new Map<string, ConditionMention>()
  return section.sentences.flatMap((sentence) => {
    // Nothing said before another time counts against what is said of it.
    if (sentence.some(({ folded }) => laterOn.has(folded))) said = new Map()
    return conditionMentionsIn(sentence, language).flatMap((mention) => {
      if (!ofOnePlace.has(mention.condition) || !isPlain(sentence, mention)) return []
      const first = said.get(mention.condition)
      if (!first) said.set(mention.condition, mention)
      if (!first || first.isThere === mention.isThere || !mayBeOneSide(first, mention)) return []
      const place = placeOf(section, sentence, mention)
      return [negationFinding(place, reversalReason(mention, language))]
    })
  })
}

function isPlain(sentence: Sentence, { isThere, from, to }: ConditionMention): boolean {
  return (
    !isThere ||
    sentence.slice(Math.max(0, from - 8), to + 4).some(({ folded }) => present.has(folded))
  )
}
