import type { Around } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'

/** What is said of a receptor: "her two negative", "her two overexpression". */
const ofReceptor = wordSet(`
  positive negative status amplified amplification amplifying receptor gene protein fish ihc overexpression overexpressed
  overexpressing expression expressing equivocal neu low ultralow testing score targeted directed enriched therapy mutation mutant
  immunohistochemistry immunostain staining stain
`)
/** Where receptors are listed: "er positive pr negative her two". */
const besideReceptor = wordSet(`
  er pr receptor receptors estrogen oestrogen progesterone breast carcinoma cancer tumor tumour ihc fish biopsy adenocarcinoma
  gastric positive negative biomarker biomarkers
`)
/** After the name where its value follows or another part of the sentence. */
const afterName = wordSet(`
  and or not by is was were zero one two three unknown pending minus
`)
const plus = wordSet('plus')

/** "her two positive nodes", "her two low risk pregnancies": a plural of anything but tumours is what she has two of. */
const isSeveral = (word: string) => /[a-z]{3}[^su]s$/.test(word) && !ofTumours.has(word)
const ofTumours = wordSet(`
  cancers tumors tumours carcinomas cells patients cases diseases metastases lesions subtypes adenocarcinomas this was has does shows
`)

/** Whether "her two" is the receptor and not "her two children", by the words around it. */
export function isReceptor({ before, after }: Pick<Around, 'before' | 'after'>): boolean {
  const [first = '', second = '', third = ''] = after
  if ([second, third].some(isSeveral)) return false
  if (ofReceptor.has(first) || plus.has(second)) return true
  if (/^(?:is|was|were|by|and|or)$/.test(first) && (ofReceptor.has(second) || plus.has(third)))
    return true
  const isOver =
    first === '' || (afterName.has(first) && second === '') || /^(?:is|was|not|by)$/.test(first)
  return isOver && before.some((word) => besideReceptor.has(word))
}
