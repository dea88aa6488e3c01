import type { Locale } from '@plume/transcript'
import { foldForm } from './fold-form.ts'
import { type IndexedLayer, indexLayer } from './index-layer.ts'
import {
  type LayerEntries,
  type LexiconClass,
  type LexiconEntry,
  lexiconLayers,
} from './lexicon-entry.ts'

/** Everything that is known of words where one author dictates. */
export type Lexicon = {
  readonly locale: Locale
  readonly language: 'en' | 'fr'
  /** What it is made of, the narrowest first. */
  readonly layers: readonly IndexedLayer[]
  /** What holds for a form, whichever way it is written; several where it is ambiguous. */
  readonly lookUp: (form: string) => readonly LexiconEntry[]
  /** As `lookUp`, for a form that is folded already. */
  readonly under: (key: string) => readonly LexiconEntry[]
  /** False for the hash of folded words, a space between each, that no form of several words begins with. */
  readonly mayBegin: (hash: number) => boolean
  /** The entries that hold, of some classes or of all, the most used first. */
  readonly listEntries: (classes?: readonly LexiconClass[]) => readonly LexiconEntry[]
}

/** A lexicon from the layers that count for a dictation, in any order. */
export function createLexicon(layers: readonly LayerEntries[], locale: Locale): Lexicon {
  return stackLayers(
    layers.map((layer) => indexLayer(layer, locale)),
    locale,
  )
}

/**
 * Author over department over site over starter: the narrowest layer that says anything of a form says
 * all of it. So a retired entry takes a form out, and a site may give an abbreviation one meaning.
 */
export function stackLayers(layers: readonly IndexedLayer[], locale: Locale): Lexicon {
  const wrong = layers.find((layer) => layer.locale !== locale)
  if (wrong) throw new RangeError(`a layer of ${wrong.locale} in a lexicon of ${locale}`)
  const language = locale.startsWith('fr') ? 'fr' : 'en'
  const narrowestFirst = [...layers].sort(
    (a, b) => lexiconLayers.indexOf(b.layer) - lexiconLayers.indexOf(a.layer),
  )

  function under(key: string): readonly LexiconEntry[] {
    for (const layer of narrowestFirst) {
      const found = layer.under(key)
      if (found.length > 0) return found.every(isActive) ? found : found.filter(isActive)
    }
    return []
  }

  function mayBegin(hash: number): boolean {
    for (const layer of narrowestFirst) if (layer.mayBegin(hash)) return true
    return false
  }

  return {
    locale,
    language,
    layers: narrowestFirst,
    lookUp: (form) => under(foldForm(form, language)),
    under,
    mayBegin,
    listEntries: (classes) => listEntries(narrowestFirst, under, language, classes),
  }
}

const isActive = ({ status }: LexiconEntry) => status === 'active'

function listEntries(
  layers: readonly IndexedLayer[],
  under: (key: string) => readonly LexiconEntry[],
  language: 'en' | 'fr',
  classes?: readonly LexiconClass[],
): readonly LexiconEntry[] {
  const wanted = classes && new Set(classes)
  return layers
    .flatMap((layer) => layer.entries)
    .filter((entry) => isActive(entry) && (!wanted || wanted.has(entry.class)))
    .filter((entry) => under(foldForm(entry.form, language)).includes(entry))
    .sort((a, b) => b.weight - a.weight || compareForms(a.form, b.form))
}

/** By code unit, so that the order is the same on every machine. */
function compareForms(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
