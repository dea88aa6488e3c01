import { textOf, type WrittenDictation } from '@plume/transcript'
import type { Lexicon } from '../lexicon/create-lexicon.ts'
import { foldForm } from '../lexicon/fold-form.ts'
import type { Suggestion } from '../written-text.ts'
import { isDrugSlot } from './drug-slot.ts'
import { createKnownWords, type KnownWords, withoutElision } from './known-words.ts'
import { type NearTerm, transcribers } from './layer-terms.ts'
import { type Heard, nearestTerm } from './nearest-term.ts'
import type { SpellingWords } from './spelling-words.ts'
import { isNamed } from './titles.ts'
import { type PlacedWord, wordsInText } from './words-in-text.ts'

/** A suggestion for a text, before it is known which part of a dictation the text is. */
export type TextSuggestion = Omit<Suggestion, 'part'>

/** Finds words that may be misheard terms. The same text always has the same suggestions. */
export type Suggester = { readonly inText: (text: string) => readonly TextSuggestion[] }

/** What a lexicon has to say about strange words. Made once for a lexicon; the layers' own indexes are kept. */
export function createSuggester(lexicon: Lexicon, spelling: SpellingWords): Suggester {
  const known = createKnownWords(lexicon, spelling)
  return {
    inText: (text) => {
      const words = wordsInText(text)
      const found: TextSuggestion[] = []
      for (let at = 0; at < words.length; at++) {
        const suggestion = suggestAt(words, at, known, lexicon.language)
        if (suggestion) found.push(suggestion)
      }
      return found
    },
  }
}

function suggestAt(
  words: readonly PlacedWord[],
  at: number,
  known: KnownWords,
  language: 'en' | 'fr',
): TextSuggestion | null {
  const word = words[at]
  if (!word || isNamed(words, at, language)) return null
  const strangeness = known.strangenessOf(word.text)
  if (strangeness === 'known') return null
  const text = withoutElision(word.text, language)
  const slot = isDrugSlot(words, { from: at, to: at + 1 }, language)
  const nearest = nearestTo(known, language, {
    folded: foldForm(text, language),
    mayBeRight: strangeness === 'form',
    isDrugSlot: slot,
  })
  if (!nearest || nearest.rival) return null
  const start = word.start + word.text.indexOf(text)
  // A capital belongs to the sentence or to the name that the engine thought it heard.
  const isCapital = /^\p{Lu}/u.test(text) && (at === 0 || /[.!?:\n]/.test(word.gap))
  const proposed = isCapital ? capitalised(nearest.word) : nearest.word
  return { start, end: start + text.length, text, proposed, kind: 'misheard-term' }
}

type Proposal = {
  readonly word: string
  readonly distance: number
  readonly rival: NearTerm | null
}

/** The nearest term; for a plural also that of its singular, which lists have more often. */
function nearestTo(
  known: KnownWords,
  language: 'en' | 'fr',
  heard: Omit<Heard, 'sounds'>,
): Proposal | null {
  const asHeard = nearestOf(known, language, heard)
  if (!heard.folded.endsWith('s') || /[sx]s$/.test(heard.folded)) return asHeard
  const single = nearestOf(known, language, { ...heard, folded: heard.folded.slice(0, -1) })
  if (!single || /s$|x$/.test(single.word) || !/^\p{Ll}/u.test(single.word)) return asHeard
  if (asHeard && asHeard.distance <= single.distance) return asHeard
  return { ...single, word: `${single.word}s` }
}

function nearestOf(
  known: KnownWords,
  language: 'en' | 'fr',
  heard: Omit<Heard, 'sounds'>,
): Proposal | null {
  const sounds = transcribers[language](heard.folded)
  const candidates = known.near(sounds)
  const nearest = nearestTerm({ ...heard, sounds }, candidates)
  return nearest && { ...nearest, word: nearest.term.word }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The suggestions for each part of what was written. */
export function suggestIn(
  { parts }: WrittenDictation,
  { inText }: Suggester,
): readonly Suggestion[] {
  return parts.flatMap(({ text }, part) => inText(textOf(text)).map((each) => ({ part, ...each })))
}
