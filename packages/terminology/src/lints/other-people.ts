import { wordSet } from '../reading/word-set.ts'
import type { Sentence } from './lint-document.ts'

/** People in a report who are not the patient: what is said beside them may be said of them. */
const others = wordSet(`
  mother father parent parents brother brothers sister sisters sibling siblings son sons daughter daughters child children wife
  husband spouse partner girlfriend boyfriend fiance fiancee uncle aunt cousin cousins nephew niece grandmother grandfather
  grandparents maternal paternal family relative relatives friend friends neighbour neighbor roommate caregiver baby newborn infant
  fetus fetal donor driver nurse surgeon physician doctor dr colleague therapist twin mom dad
  mere pere parents frere freres soeur soeurs fils fille filles enfant enfants epouse epoux mari conjoint conjointe partenaire
  copain copine oncle tante cousin cousine neveu niece maternelle paternelle maternel paternel
  famille proche proches ami amie voisin voisine aidant aidante bebe nouveau-ne nourrisson foetus foetal donneur donneuse conducteur
  infirmiere infirmier chirurgien chirurgienne medecin dre jumelle jumeau familial familiale familiaux
`)

export function namesOther(sentence: Sentence | undefined): boolean {
  return sentence?.some(({ folded }) => others.has(folded)) ?? false
}
