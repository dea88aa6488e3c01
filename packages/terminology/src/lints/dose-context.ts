import { wordSet } from '../reading/word-set.ts'
import { amountAt } from './amount.ts'
import type { Sentence } from './lint-document.ts'

/** What somebody swallowed, or how much there was in all: large, and true. */
const swallowed = wordSet(`
  overdose overdosed ingestion ingested intoxication poisoning toxicity surdose surdosage ingere ingeree empoisonnement toxicite
`)
const inAll = wordSet('total cumulative cumulatif cumulative cumulee cumule totale')

/** What runs for hours, from a bag or a pump. */
const running = wordSet(`
  infusion drip pca pump infused bag perfusion pompe sac soluté perfuse perfusee
`)

/** "Maximum 4 g in 24 hours" answers the question how much in a day. */
const capped = wordSet('max maximum exceed exceeding maximal maximale depasser')

/** What a sentence says around a dose that changes how it is judged. */
export type DoseContext = {
  /** Taken in harm: no limit is meant. */
  readonly isSwallowed: boolean
  /** A sum, or hours from a bag: no single dose. */
  readonly isNoSingleDose: boolean
  readonly isCapped: boolean
}

/** Of a dose that ends before word `to`. */
export function doseContext(sentence: Sentence, to: number, language: 'en' | 'fr'): DoseContext {
  const near = wordsAround(sentence, to)
  const has = (words: ReadonlySet<string>) => near.some(({ folded }) => words.has(folded))
  return {
    isSwallowed: has(swallowed),
    isNoSingleDose:
      has(inAll) || has(running) || isDiluted(sentence, to, language) || isLong(sentence, to),
    isCapped: has(capped),
  }
}

/** How many words before and after a place are said of it. Bounds the work in a sentence without end. */
const nearby = 25

export function wordsAround(sentence: Sentence, at: number): Sentence {
  return sentence.slice(Math.max(0, at - nearby), at + nearby)
}

/** "100 units in 100 mL", « 40 mEq dans 1 L ». */
function isDiluted(sentence: Sentence, to: number, language: 'en' | 'fr'): boolean {
  const isIn = /^(?:in|dans)$/.test(sentence[to]?.folded ?? '')
  if (!isIn) return false
  return [to + 1, to + 2].some((at) => {
    const isLitres = /^(?:l|litre|litres)$/.test(sentence[at + 1]?.folded ?? '')
    return isLitres || amountAt(sentence, at, language)?.unit.measure === 'volume'
  })
}

/** "Over 24 hours", « sur 24 heures ». */
function isLong(sentence: Sentence, to: number): boolean {
  return sentence
    .slice(to, to + 8)
    .some(
      ({ folded }, nth, words) =>
        /^(?:over|in|per|sur|en|par)$/.test(folded) &&
        /^(?:12|24|48|72)(?:h|hours)?$/.test(words[nth + 1]?.folded ?? ''),
    )
}
