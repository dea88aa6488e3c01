import { wordSet } from '../reading/word-set.ts'
import type { Sentence } from './lint-document.ts'

/** Words of an earlier time or an earlier test: what stands with them contradicts nothing that is seen now. */
const earlier = wordSet(`
  previous previously prior formerly earlier before was measured were had compared comparison history old remote healed former ago
  initially resolved baseline interval since
  precedent precedente precedemment anterieur anterieure anterieurement auparavant mesurait etait etaient comparativement rapport
  ancien ancienne antecedent antecedents avait initial initialement initiale resolu resolue depuis
`)

/** Words of what is not known or not yet: it is neither there nor absent. */
const unsure = wordSet(`
  possible possibly probable probably suspected suspicion suspicious query question rule ruled exclude excluded if risk versus vs may might
  could unlikely cannot differential consider considered likely concern whether prevent prophylaxis screening
  suspecte suspectee suspicion eliminer exclure exclue si risque peut pourrait soupcon hypothese evoque compatible prevention
  depistage differentiel suspect suspecte vraisemblable envisager
`)

/** Of those only the words for what was known before: "was removed" tells of this time. */
const knownBefore = wordSet(`
  previous previously prior former formerly old remote healed known chronic ago earlier history
  precedent precedente anterieur anterieure ancien ancienne gueri guerie connu connue chronique antecedent
`)

export function isKnownBefore(sentence: Sentence): boolean {
  return sentence.some(({ folded }) => knownBefore.has(folded) || year.test(folded))
}

const year = /^(?:19|20)\d\d$/

export function isEarlier(sentence: Sentence): boolean {
  return sentence.some(({ folded }) => earlier.has(folded) || year.test(folded))
}

export function isUnsure(sentence: Sentence): boolean {
  return sentence.some(({ folded }) => unsure.has(folded))
}
