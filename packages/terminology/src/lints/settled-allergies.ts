import { wordSet } from '../reading/word-set.ts'
import { type AllergyTo, allergens, orderable } from './allergens.ts'
import type { LintDocument, Sentence } from './lint-document.ts'
import { isUnsure } from './other-times.ts'
import { phraseAt, phrasesIn } from './phrases.ts'

/** An allergy that was taken back, or a drug that somebody was made to bear. */
const settles = wordSet(`
  delabelled delabeled delabel delabelling delabeling desensitized desensitised desensitization desensitisation
  desensibilisation desensibilise desensibilisee
`)
const challenges = wordSet('challenge challenged rechallenge rechallenged provocation')
/** Before contrast; before nothing else does it answer an allergy. */
const premedication = wordSet('premedicated premedication premedique premediquee')

/** Not, not yet, or with the contrary result. */
const unsettled = wordSet(`
  positive failed reacted anaphylaxis declined refused deferred refer referred referral consider considered recommend recommended plan
  planned future pending not never
  positif positive echec reagi anaphylaxie refuse refusee reporte reportee reference dirigee dirige envisager envisagee recommande
  recommandee prevu prevue attente pas jamais
`)
const passed = wordSet(
  'negative passed tolerated uneventful successful without no negatif reussi reussie tolere toleree sans',
)

/** The drugs and classes of which a report says so, by name: the sentence's own, or those of the sentence before. */
export function settledIn({ sections }: LintDocument): ReadonlySet<string> {
  const settled = new Set<string>()
  for (const { sentences } of sections) {
    for (const [nth, sentence] of sentences.entries()) {
      for (const name of settledBy(sentence, sentences[nth - 1])) settled.add(name)
    }
  }
  return settled
}

function settledBy(sentence: Sentence, before: Sentence | undefined): readonly string[] {
  const says = (words: ReadonlySet<string>) => sentence.some(({ folded }) => words.has(folded))
  const isChallenge = says(challenges)
  const isPremedication = says(premedication)
  if (!isChallenge && !isPremedication && !says(settles)) return []
  if (isUnsure(sentence) || says(unsettled)) return []
  const own = namesIn(sentence)
  // A fluid challenge says nothing of the sentence before it.
  const isOfBefore = own.length === 0 && (!isChallenge || says(passed))
  const names = isOfBefore || isPremedication ? [...own, ...namesIn(before ?? [])] : own
  return isPremedication ? names.filter((name) => name === 'contrast') : names
}

/** What is named, and no more than that: a drug is not its class. Contrast is one thing, whatever its brand. */
function namesIn(sentence: Sentence): readonly string[] {
  return phrasesIn(sentence, allergens).flatMap(({ meaning }) => nameOf(meaning))
}

function nameOf({ drug, classes }: AllergyTo): string | readonly string[] {
  if (classes.includes('contrast')) return 'contrast'
  return drug ?? classes
}

/** True where an allergy is over. */
export function isSettled({ drug, classes }: AllergyTo, settled: ReadonlySet<string>): boolean {
  return (drug !== null && settled.has(drug)) || classes.some((each) => settled.has(each))
}

const tolerates = wordSet(
  'tolerate tolerates tolerated tolerating tolerant tolere tolerait toleree',
)

const without = wordSet('without no sans aucune')

/** "Without a reaction", « sans réaction ». */
function saysTolerated(sentence: Sentence): boolean {
  return sentence.some(
    ({ folded }, at) =>
      tolerates.has(folded) ||
      (without.has(folded) &&
        sentence
          .slice(at + 1, at + 4)
          .some((word) => /^(?:reactions?|incidents?)$/.test(word.folded))),
  )
}

/** The classes and drugs of which a report says that they are tolerated. */
export function toleratedIn({ sections }: LintDocument): ReadonlySet<string> {
  const tolerated = new Set<string>()
  for (const { sentences } of sections) {
    for (const sentence of sentences) {
      if (!saysTolerated(sentence)) continue
      for (let at = 0; at < sentence.length; at++) {
        const meaning = phraseAt(sentence, at, orderable)?.meaning
        for (const each of [meaning?.drug, ...(meaning?.classes ?? [])])
          if (each) tolerated.add(each)
      }
    }
  }
  return tolerated
}
