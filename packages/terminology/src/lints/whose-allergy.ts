import { wordSet } from '../reading/word-set.ts'
import type { Sentence } from './lint-document.ts'

/** People of whom something may be said beside the patient. */
const relatives = wordSet(`
  mother father parent parents brother brothers sister sisters sibling siblings son sons daughter daughters child children wife husband
  spouse partner girlfriend boyfriend fiance fiancee uncle aunt cousin cousins nephew niece grandmother grandfather grandparents
  family relative relatives twin mom dad donor roommate friend
  mere pere parents frere freres soeur soeurs fils fille filles enfant enfants epouse epoux mari conjoint conjointe partenaire copain
  copine oncle tante cousine neveu famille proche proches jumelle jumeau familial familiale familiaux donneur donneuse ami amie
`)

const patient = wordSet(
  'patient patiente he she they i il elle pt man woman boy girl homme femme garcon monsieur madame mr mrs ms',
)

/** Who says something is not therefore who has it: "his mother reports an allergy". */
const tells = wordSet(`
  says said reports reported states stated notes noted told tells mentions mentioned confirms confirmed describes recalls believes
  thinks gives denies denied
  dit rapporte rapportent mentionne note signale affirme confirme precise decrit croit pense nie
`)

/** "By her daughter", « selon sa mère »: that is nobody of whom the sentence speaks. */
const prepositions = wordSet(
  'by with from to per for through via of and as avec par selon chez pour via de du et',
)
const possessives = wordSet('his her their my the a son sa ses leur leurs la le un une mon ma')

/** "The child" is the patient; "her child" is not. */
const young = wordSet('child enfant')
const pointing = wordSet('the this cet')

function isPatient(sentence: Sentence, at: number): boolean {
  const { folded = '', text = '' } = sentence[at] ?? {}
  if (!young.has(folded)) return patient.has(folded)
  return pointing.has(sentence[at - 1]?.folded ?? '') || /^l['’]/i.test(text)
}

/** How far a person may stand from what is said of that person. */
const reach = 25

/** True where what is said at a word is said of a relative: "his mother is allergic". */
export function isOfRelative(sentence: Sentence, at: number): boolean {
  for (let person = at - 1; person >= Math.max(0, at - reach); person--) {
    const { folded = '', text = '' } = sentence[person] ?? {}
    if (tells.has(folded)) return false
    const isSubject = !prepositions.has(introducing(sentence, person))
    if (isPatient(sentence, person)) {
      if (isSubject) return false
    } else if (relatives.has(folded) && (isSubject || /['’]s$/.test(text))) return true
  }
  return false
}

/** True where a relative is named as the one who has it: "in his mother", "(mother)", « chez la mère ». */
export function isInRelative(sentence: Sentence, from: number, within = reach): boolean {
  return sentence.slice(from, from + within).some(({ folded, gap }, nth) => {
    if (!relatives.has(folded)) return false
    return /\($/.test(gap) || /^(?:in|of|chez|de|du)$/.test(introducing(sentence, from + nth))
  })
}

/** The word before a person and the person's "his" or "the". */
function introducing(sentence: Sentence, person: number): string {
  let at = person - 1
  while (at >= 0 && possessives.has(sentence[at]?.folded ?? '')) at -= 1
  // A mark between is no preposition of this person: "treated with it, her mother".
  const isApart = sentence.slice(at + 1, person + 1).some(({ gap }) => !/^[\s-]+$/.test(gap))
  return isApart ? '' : (sentence[at]?.folded ?? '')
}
