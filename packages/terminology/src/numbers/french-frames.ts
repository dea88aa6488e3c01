import { wordSet } from '../reading/word-set.ts'

/** Words that show what a number near them is. Tables for a clinician to read. */

/** The number after it is in digits, however small: « diabète de type deux », « jour trois ». */
export const frenchNumberedNouns = wordSet(`
  type types grade grades stade stades classe classes phase phases étape jour jours semaine niveau groupe zone segment
  segments chapitre page tableau figure annexe article chambre lit étage salle unité porte poste chromosome
  trisomie gravida para aborta score scores indice échelle glasgow gcs apgar gleason bishop ecog mmse moca norton braden ramsay
  rass wells curb meld nihss rankin karnofsky eva birads rads kellgren cormack lehane hunt hess fisher child catégorie version
  potassium sodium créatinine hémoglobine glycémie lactate lactates inr ph troponine albumine magnésium
  phosphore crp tsh saturation pouls température dose
  tome volume numéro ligne bus quai voie sortie boîte box bloc bâtiment appartement bureau épisode saison question exercice
  alinéa paragraphe section peep vasc chads chads2 bled bang asa gds
`)

/** Those that are said with « à » too: « Glasgow à neuf », « PEEP à huit ». */
export const frenchScaleNames = wordSet(
  'gcs glasgow apgar mmse moca nihss braden norton eva peep vasc chads chads2 bled bang wells curb ecog rankin asa rass gds',
)

/** Before two of them: « pages trois à cinq », « les articles deux et trois ». */
export const frenchNumberedPlurals = wordSet(`
  pages tomes volumes chapitres tableaux figures annexes articles sections paragraphes alinéas lignes numéros questions exercices
  épisodes saisons chambres lits étages salles types grades segments groupes niveaux
`)

/** What has whole numbers only: a point after them ends the sentence, « Glasgow quinze point deux plaies ». */
export const wholeNames = wordSet(`
  stade stades grade grades classe classes type types jour jours chambre lit
  gcs glasgow apgar gleason birads rads asa nyha mallampati gravida para aborta ecog rankin mmse moca nihss curb
  braden norton bishop ramsay rass killip pouls fréquence fc
`)

/**
 * What follows a decimal and is counted by none, though it ends as a plural or stands after « un »: « potassium quatre point
 * un stable », « sodium … point deux pouls ».
 */
export const neverCounted = wordSet(`
  et ou mais puis dans sans sous vers avec par pour sur chez en de du des d' à au aux ce cet cette le la les l' il elle ils elles
  est était sont qui que qu' dont donc car alors depuis après dès pas plus moins très trop assez jamais toujours ensuite
  hier aujourd'hui avant lors pendant selon contre malgré environ ce ces ses mes nous vous
  stable stables normal normale normaux bas basse élevé élevée haut haute corrigé corrigée contrôlé inchangé inchangée
  pouls poids temps fois
`)
