import { rememberWord } from '../reading/remember-word.ts'
import type { KnownWords } from './known-words.ts'
import { type NearTerm, transcribers } from './layer-terms.ts'
import { type Heard, nearestTerm, surelyMisheard } from './nearest-term.ts'

/** The term that a strange word may be. */
export type Proposal = {
  /** As it is to be written: a plural where the word is one. */
  readonly word: string
  readonly term: NearTerm
  /** 0 for what sounds and is spelled the same. */
  readonly distance: number
  /** Another term that is as near: then neither is proposed. */
  readonly rival: NearTerm | null
}

export type ProposeTerm = (folded: string, isDrugSlot: boolean) => Proposal | null

/** Proposes terms for strange words, folded. */
export function createProposer(known: KnownWords, language: 'en' | 'fr'): ProposeTerm {
  function nearestOf(heard: Omit<Heard, 'sounds'>): Proposal | null {
    const { folded, isDrugSlot } = heard
    const sounds = transcribers[language](folded)
    const nearest = nearestTerm({ folded, sounds, isDrugSlot }, known)
    return nearest && { ...nearest, word: nearest.term.word }
  }

  /** For a plural also the singular, which lists have more often. */
  function nearestTo(heard: Omit<Heard, 'sounds'>): Proposal | null {
    const asHeard = nearestOf(heard)
    if (!heard.folded.endsWith('s') || /[sx]s$/.test(heard.folded)) return asHeard
    const single = nearestOf({ ...heard, folded: heard.folded.slice(0, -1) })
    if (!single || /[sx]$/.test(single.word) || !/^\p{Ll}/u.test(single.word)) return asHeard
    if (asHeard && asHeard.distance <= single.distance) return asHeard
    return { ...single, word: `${single.word}s` }
  }

  function propose(folded: string, isDrugSlot: boolean): Proposal | null {
    const nearest = nearestTo({ folded, isDrugSlot })
    if (nearest && nearest.distance > surelyMisheard && known.mayBeForm(folded)) return null
    return nearest
  }

  // A name said twenty times is looked for once.
  const anywhere = rememberWord((folded) => propose(folded, false))
  const inDrugSlot = rememberWord((folded) => propose(folded, true))
  return (folded, isDrugSlot) => (isDrugSlot ? inDrugSlot : anywhere)(folded)
}
