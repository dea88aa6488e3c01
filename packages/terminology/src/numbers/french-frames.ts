import { wordSet } from '../reading/word-set.ts'

/** Words that show what a number near them is. Tables for a clinician to read. */

/** The number after it is in digits, however small: « diabète de type deux », « jour trois ». */
export const frenchNumberedNouns = wordSet(`
  type types grade grades stade stades classe classes phase phases étape jour jours semaine niveau groupe zone segment
  segments chapitre page tableau figure annexe article chambre lit étage salle unité porte poste chromosome
  trisomie gravida para aborta score scores indice échelle glasgow apgar gleason bishop ecog mmse moca norton braden ramsay
  rass wells curb meld nihss rankin karnofsky eva birads kellgren rads cormack lehane hunt hess fisher child catégorie version
  potassium sodium créatinine hémoglobine glycémie lactate lactates inr ph troponine albumine magnésium
  phosphore crp tsh saturation pouls température dose
`)
