import type { Locale } from '@plume/transcript'
import { foldForm } from './fold-form.ts'
import { createHashSet, hashesAtSpaces } from './letter-hash.ts'
import {
  holdsIn,
  type LayerEntries,
  type LexiconEntry,
  type LexiconLayer,
} from './lexicon-entry.ts'

/** One layer, ready to be asked. Made once and kept: the stack over it is cheap. */
export type IndexedLayer = {
  readonly layer: LexiconLayer
  readonly locale: Locale
  readonly language: 'en' | 'fr'
  readonly entries: readonly LexiconEntry[]
  /** What is known under a folded form: as written, as preferred, as said, and as an expansion. */
  readonly under: (key: string) => readonly LexiconEntry[]
  /** Every folded form that is known. */
  readonly keys: () => Iterable<string>
  /**
   * For the hash of folded words, a space between each: false where no form of several words begins with them or is
   * them; true where one does, and rarely where none does.
   */
  readonly mayBegin: (hash: number) => boolean
}

/** A number, or several: most forms have one entry, and 100,000 arrays would cost what we count. */
type Numbers = number | number[]

/** Indexes the entries that hold in a locale. Proposed ones are left out: they change nothing. */
export function indexLayer({ layer, entries }: LayerEntries, locale: Locale): IndexedLayer {
  const language = locale.startsWith('fr') ? 'fr' : 'en'
  const held = entries.filter((entry) => entry.status !== 'proposed' && holdsIn(entry, locale))
  const numbers = new Map<string, Numbers>()
  const beginnings: number[] = []
  for (const [at, entry] of held.entries()) {
    for (const key of keysOf(entry, language)) {
      if (key === '') continue
      put(numbers, key, at)
      if (key.includes(' ')) hashesAtSpaces(key, beginnings)
    }
  }
  return {
    layer,
    locale,
    language,
    entries: held,
    under: (key) => placeFirst(entriesAt(held, numbers.get(key)), locale),
    keys: () => numbers.keys(),
    mayBegin: createHashSet(beginnings).has,
  }
}

/** The folded forms under which an entry is found. */
export function keysOf(entry: LexiconEntry, language: 'en' | 'fr'): readonly string[] {
  const keys = [foldForm(entry.form, language)]
  if (entry.preferred !== entry.form) addKey(keys, entry.preferred, language)
  for (const way of entry.spoken) addKey(keys, way, language)
  if (entry.expansion !== undefined) addKey(keys, entry.expansion, language)
  return keys
}

function addKey(keys: string[], text: string, language: 'en' | 'fr'): void {
  const key = foldForm(text, language)
  if (!keys.includes(key)) keys.push(key)
}

function put(numbers: Map<string, Numbers>, key: string, at: number): void {
  const known = numbers.get(key)
  if (known === undefined) numbers.set(key, at)
  else if (typeof known === 'number') numbers.set(key, [known, at])
  else known.push(at)
}

const none: readonly LexiconEntry[] = []

function entriesAt(
  entries: readonly LexiconEntry[],
  numbers: Numbers | undefined,
): readonly LexiconEntry[] {
  if (numbers === undefined) return none
  if (typeof numbers === 'object') return numbers.flatMap((at) => entries[at] ?? [])
  const entry = entries[numbers]
  return entry ? [entry] : none
}

/** What is said of one place holds there over what is said of the language. */
function placeFirst(found: readonly LexiconEntry[], locale: Locale): readonly LexiconEntry[] {
  if (found.length < 2) return found
  const placed = found.filter((entry) => entry.locale === locale)
  return placed.length > 0 ? placed : found
}
