import type { DetectedLanguage, SpeechLanguage } from '@plume/records'

/** What a model takes one piece to be: any language that it knows, and how sure it is, 0 to 1. */
export type LanguageVote = { readonly language: string; readonly probability: number }

/**
 * The one language of those that may be spoken that the pieces agree on, or null. A piece that sounds like a third
 * language says nothing for either; on average over all pieces the winner must have half of the probability,
 * so that neither noise nor two languages in one dictation decide. The language is found, never translated.
 */
export function decideLanguage(
  votes: readonly LanguageVote[],
  among: readonly SpeechLanguage[],
): DetectedLanguage | null {
  const [best] = among
    .map((language) => ({ language, probability: meanFor(language, votes) }))
    .toSorted((a, b) => b.probability - a.probability)
  return best && best.probability >= leastProbability ? best : null
}

const leastProbability = 0.5

function meanFor(language: SpeechLanguage, votes: readonly LanguageVote[]): number {
  const sum = votes.reduce(
    (total, vote) => total + (vote.language === language ? vote.probability : 0),
    0,
  )
  return sum / Math.max(1, votes.length)
}
