import { isEveryday } from '../lexicon/everyday-words.ts'
import { foldForm } from '../lexicon/fold-form.ts'
import type { IndexedLayer } from '../lexicon/index-layer.ts'
import { createHashSet, hashLetters } from '../lexicon/letter-hash.ts'
import type { LexiconEntry } from '../lexicon/lexicon-entry.ts'
import { englishSounds } from './english-sounds.ts'
import { frenchSounds } from './french-sounds.ts'
import { createSoundIndex, type SoundIndex } from './sound-index.ts'
import type { Transcriber } from './sound-rules.ts'

export const transcribers: Readonly<Record<'en' | 'fr', Transcriber>> = {
  en: englishSounds,
  fr: frenchSounds,
}

/** A word that a suggestion may propose. */
export type NearTerm = {
  /** As it is to be written. */
  readonly word: string
  readonly folded: string
  readonly sounds: string
  readonly entry: LexiconEntry
  /** True if it is one word of a longer form: "mellitus". */
  readonly isPart: boolean
}

export type ShowTerm = (term: NearTerm) => void

/** What suggestions need of a layer of the lexicon. */
export type LayerTerms = {
  /** Every word of every form that the layer knows, folded. */
  readonly words: ReadonlySet<string>
  /** Shows each term that may sound like this, some of them far. */
  readonly near: (sounds: string, show: ShowTerm) => void
  readonly named: (folded: string) => NearTerm | null
  /** False for the hash of letters that are no term. */
  readonly mayBeNamed: (hash: number) => boolean
}

const kept = new WeakMap<IndexedLayer, LayerTerms>()

/** Made when the first strange word is met, and kept as long as the layer is. */
export function termsOfLayer(layer: IndexedLayer): LayerTerms {
  const known = kept.get(layer)
  if (known) return known
  const terms = indexTerms(layer)
  kept.set(layer, terms)
  return terms
}

/** Shorter names sound like too much. */
const shortestTerm = 5
const shortestPart = 6

function indexTerms({ entries, keys, language }: IndexedLayer): LayerTerms {
  const words = new Set<string>()
  for (const key of keys()) {
    if (!key.includes(' ')) words.add(key)
    else for (const word of key.split(' ')) words.add(word)
  }
  const targets = new Map<string, NearTerm>()
  const transcribe = transcribers[language]
  for (const entry of entries) {
    if (entry.status !== 'active' || entry.class === 'unit') continue
    const parts = /[ '’-]/.test(entry.preferred)
      ? entry.preferred.split(/[ '’-]+/)
      : [entry.preferred]
    const isPart = parts.length > 1
    for (const word of parts) {
      if (word.length < (isPart ? shortestPart : shortestTerm)) continue
      const folded = foldForm(word, language)
      if (!/^[a-z]+$/.test(folded) || isEveryday(folded, language)) continue
      const known = targets.get(folded)
      // A form of its own says more of a word than a longer one that it is in.
      if (known && (!known.isPart || isPart)) continue
      targets.set(folded, { word, folded, sounds: transcribe(folded), entry, isPart })
    }
  }
  const list = [...targets.values()]
  let index: SoundIndex | null = null
  return {
    words,
    mayBeNamed: createHashSet(list.map((term) => hashLetters(term.folded).hash)).has,
    named: (folded) => targets.get(folded) ?? null,
    near: (sounds, show) => {
      index ??= createSoundIndex(list.map((term) => term.sounds))
      index.near(sounds, (at) => {
        const term = list[at]
        if (term) show(term)
      })
    },
  }
}
