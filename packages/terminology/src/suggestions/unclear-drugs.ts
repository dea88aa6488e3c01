import type { Proposal } from './propose-term.ts'
import type { TextFinding } from './suggest-terms.ts'

type Place = Pick<TextFinding, 'start' | 'end' | 'text'>

/** A strange word that sounds like two drugs: which of them was meant, only the recording says. */
export function unclearDrug(
  place: Place,
  { term, rival }: Pick<Proposal, 'term' | 'rival'>,
  language: 'en' | 'fr',
): { readonly finding?: TextFinding } {
  const isDrug = [term, rival].every((each) => each?.entry.class.startsWith('drug-'))
  if (!isDrug || !rival) return {}
  const names = [term.word, rival.word]
  const reason =
    language === 'fr'
      ? `Ce mot inconnu ressemble à ${names.join(' et à ')} : écoutez l’enregistrement.`
      : `This unknown word sounds like ${names.join(' and like ')}: listen to the recording.`
  return {
    finding: { ...place, kind: 'unclear-drug', severity: 'high', reason, source: 'lexicon' },
  }
}

/** A word before a dose that nobody knows, and that sounds like no drug. */
export function unknownDrug(
  place: Place,
  language: 'en' | 'fr',
): { readonly finding: TextFinding } {
  const reason =
    language === 'fr'
      ? 'Un médicament est attendu devant cette dose, et ce mot est inconnu.'
      : 'A drug is expected before this dose, and this word is not known.'
  return {
    finding: { ...place, kind: 'unknown-drug', severity: 'high', reason, source: 'lexicon' },
  }
}
