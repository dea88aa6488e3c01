import { wordSet } from '../reading/word-set.ts'
import { type Amount, amountAt, isDose } from './amount.ts'
import { type DoseFrequency, frequencyAfter } from './dose-frequency.ts'
import type { Sentence } from './lint-document.ts'
import { type Phrases, phrasesIn } from './phrases.ts'

/** A drug with the dose that is said of it, and how often it is given where that is said. */
export type DoseMention<Drug> = {
  readonly drug: Drug
  readonly from: number
  readonly to: number
  readonly dose: Amount | null
  readonly frequency: DoseFrequency | null
}

/** Between a drug and its dose: "metoprolol tartrate tablets at a dose of 25 mg". */
const longestGap = 6
const of = wordSet('of de')

/** Every drug of a table in a sentence. A dose belongs to the nearest drug before it, or to one after "of". */
export function doseMentionsIn<Drug>(
  sentence: Sentence,
  drugs: Phrases<Drug>,
  language: 'en' | 'fr',
): readonly DoseMention<Drug>[] {
  const named = phrasesIn(sentence, drugs)
  return named.map(({ meaning, from, to }, nth) => {
    const next = named[nth + 1]?.from ?? sentence.length
    const dose =
      doseOf(sentence, from, language) ??
      doseIn(sentence, { from: to, to: Math.min(next, to + longestGap) }, language)
    const frequency = dose
      ? frequencyAfter(sentence, { from: Math.max(dose.to, to), to: next }, language)
      : null
    return { drug: meaning, from, to, dose, frequency }
  })
}

function doseIn(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  language: 'en' | 'fr',
): Amount | null {
  for (let at = from; at < to; at++) {
    const dose = doseAt(sentence, at, language)
    if (dose) return dose
  }
  return null
}

/** "50 mg of fentanyl", « 2 mg d'hydromorphone ». */
function doseOf(sentence: Sentence, drugAt: number, language: 'en' | 'fr'): Amount | null {
  const isElided = /^d['’]/i.test(sentence[drugAt]?.text ?? '')
  if (!isElided && !of.has(sentence[drugAt - 1]?.folded ?? '')) return null
  const end = isElided ? drugAt : drugAt - 1
  for (let at = end - 1; at >= Math.max(0, end - 4); at--) {
    const dose = doseAt(sentence, at, language)
    if (dose?.to === end) return dose
  }
  return null
}

/** A dose that stands alone: not the second strength of "875/125 mg". */
function doseAt(sentence: Sentence, at: number, language: 'en' | 'fr'): Amount | null {
  if (sentence[at]?.gap === '/') return null
  const amount = amountAt(sentence, at, language)
  return amount && isDose(amount) ? amount : null
}
