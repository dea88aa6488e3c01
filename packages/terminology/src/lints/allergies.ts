import { negations } from '../doubts/low-confidence.ts'
import { wordSet } from '../reading/word-set.ts'
import { type AllergyTo, allergens } from './allergens.ts'
import { clauseBefore, clauseFrom } from './clause.ts'
import { type LintDocument, languageOf, type Sentence } from './lint-document.ts'
import { isUnsure } from './other-times.ts'
import { phraseAt } from './phrases.ts'
import { sectionNamed } from './section-role.ts'
import { isInRelative, isOfRelative } from './whose-allergy.ts'

/** What a sentence says that somebody is allergic to, and what it leaves out of that. */
export type AllergiesSaid = {
  readonly to: readonly AllergyTo[]
  readonly notTo: readonly AllergyTo[]
}

/** The allergies that a report gives its patient. */
export function allergiesIn({ sections, locale }: LintDocument): AllergiesSaid {
  const said = sections.flatMap((section) => {
    const name = sectionNamed(section.title, locale)
    if (name === 'family-history') return []
    return section.sentences.flatMap((sentence) =>
      allergiesSaid(sentence, languageOf(locale), name === 'allergies'),
    )
  })
  // What is said a thousand times is one allergy.
  const to = new Set(said.flatMap((each) => each.to))
  const notTo = new Set(said.flatMap((each) => each.notTo))
  return { to: [...to], notTo: [...notTo] }
}

const allergic = wordSet(
  'allergic allergy allergies anaphylaxis allergique allergiques allergie anaphylaxie',
)
const to = wordSet('to include includes including are a au aux incluent sont')

/** How many words after "allergic to" the list may be long. */
const longestList = 40

/** The allergies of one sentence, which has a word for them or stands under "Allergies". */
function allergiesSaid(
  sentence: Sentence,
  language: 'en' | 'fr',
  isListed: boolean,
): readonly AllergiesSaid[] {
  if (isListed) return [listFrom(sentence, { from: 0, to: longestList }, language)]
  const cues = sentence.flatMap(({ folded }, at) => (allergic.has(folded) ? at : []))
  return cues.flatMap((cue, nth) => {
    const next = Math.min(cues[nth + 1] ?? sentence.length, cue + longestList)
    if (isDoubtful(sentence, cue) || isOfRelative(sentence, cue)) return []
    const isDenied = isDeniedBefore(sentence, cue, language)
    const named = allergenBefore(sentence, cue)
    const list = listFrom(sentence, { from: cue + 1, to: next, isDenied }, language)
    // Without "to", what follows counts only where it is excepted: "no known allergies except penicillin".
    const isNamedAfter = isDenied || to.has(sentence[cue + 1]?.folded ?? '')
    const all = [...(isDenied ? [] : named), ...(isNamedAfter ? list.to : [])]
    return [{ to: all, notTo: isNamedAfter ? list.notTo : [] }]
  })
}

/** "Penicillin allergy". */
function allergenBefore(sentence: Sentence, cue: number): readonly AllergyTo[] {
  const before = [cue - 2, cue - 1].map((from) => phraseAt(sentence, from, allergens))
  return before.flatMap((phrase) => (phrase?.to === cue ? [phrase.meaning] : []))
}

const noun = /^(?:allerg(?:y|ies?)|anaphyla)/
const contrary = wordSet('but however mais cependant toutefois')
const anew = wordSet('has have he she patient there a an il elle une la')

/** "No fever, cough or allergy to ..." denies it; "no fever, she has an allergy to ..." does not. */
function isDeniedBefore(sentence: Sentence, cue: number, language: 'en' | 'fr'): boolean {
  const isNoun = noun.test(sentence[cue]?.folded ?? '')
  for (let at = cue - 1; at >= Math.max(0, cue - longestList); at--) {
    const { folded = '', gap = '' } = sentence[at] ?? {}
    const isApart = /[,:]/.test(sentence[at + 1]?.gap ?? '')
    const following = sentence[at + 1]?.folded ?? ''
    if (isApart && (!isNoun || anew.has(following))) return false
    if (contrary.has(folded)) return false
    if (negations[language].has(folded)) return true
    if (/[()]/.test(gap)) return false
  }
  return false
}

const conditions = wordSet('if whether unless si cas moins')
/** Of whom no one is the patient. */
const anybody = wordSet('patients people those anyone anybody personnes ceux quiconque')
const auxiliaries = wordSet('is was were has been est a ete')
const denied = wordSet('denied refuted negative niee nie infirmee infirme negatif')
const not = wordSet('not pas')

/** "If she is allergic", "a possible allergy", "the allergy was ruled out". */
function isDoubtful(sentence: Sentence, cue: number): boolean {
  const clause = clauseBefore(sentence, cue, longestList)
  const isConditional = clause.some(
    ({ folded, text }) => conditions.has(folded) || anybody.has(folded) || /^s['’]/i.test(text),
  )
  if (isConditional || isUnsure(clauseBefore(sentence, cue, 4))) return true
  let end = cue + 1
  while (end < sentence.length && end < cue + 4 && !phraseAt(sentence, end, allergens)) end += 1
  const named = phraseAt(sentence, end, allergens)
  const after = clauseFrom(sentence, named?.to ?? cue + 1, 5)
  if (isInRelative(sentence, named?.to ?? cue + 1)) return true
  const said = after.findIndex(({ folded }) => !auxiliaries.has(folded))
  const verdict = after[said]?.folded ?? ''
  if (denied.has(verdict) || (said > 0 && not.has(verdict))) return true
  const rest = after.findIndex(({ folded }) => folded === 'with' || folded === 'avec')
  return isUnsure(rest < 0 ? after : after.slice(0, rest))
}

/** From here on a sentence says what is no allergy. */
const ends = wordSet(`
  tolerates tolerated tolerating tolerant can although tolere tolerait toleree peut
`)

type List = { readonly from: number; readonly to: number; readonly isDenied?: boolean }

/** What a list names; an exception turns it round: "none except penicillin", "all NSAIDs except aspirin". */
function listFrom(
  sentence: Sentence,
  { from, to: last, isDenied: beganDenied = false }: List,
  language: 'en' | 'fr',
): AllergiesSaid {
  const said = { to: [] as AllergyTo[], notTo: [] as AllergyTo[] }
  let isDenied = beganDenied
  for (let at = from; at < Math.min(sentence.length, last); ) {
    const word = sentence[at]?.folded ?? ''
    const isException = isExceptionAt(sentence, at)
    if (ends.has(word) || (contrary.has(word) && !isException)) break
    if (isException) isDenied = !isDenied
    else if (negations[language].has(word)) isDenied = true
    const phrase = phraseAt(sentence, at, allergens)
    if (phrase && !isOfRelative(sentence, at) && !isInRelative(sentence, phrase.to, 4)) {
      if (!isDenied) said.to.push(phrase.meaning)
      else if (!beganDenied) said.notTo.push(phrase.meaning)
    }
    at = phrase?.to ?? at + 1
  }
  return said
}

const except = wordSet('except excepting besides exception sauf excepte exceptee hormis dehors')
/** Exceptions of two words, by the second. */
const exceptPairs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['than', wordSet('other')],
  ['from', wordSet('apart aside')],
  ['que', wordSet('autre autres')],
  ['part', wordSet('a mis')],
])

function isExceptionAt(sentence: Sentence, at: number): boolean {
  const word = sentence[at]?.folded ?? ''
  if (except.has(word)) return true
  if (exceptPairs.get(word)?.has(sentence[at - 1]?.folded ?? '')) return true
  if (!contrary.has(word)) return false
  // "No allergies but penicillin." A verb after it makes it another clause.
  const named = phraseAt(sentence, at + 1, allergens)
  const next = named && sentence[named.to]
  return named !== null && (!next || /[,;()]/.test(next.gap))
}
