import type { Locale } from '@plume/transcript'
import { foldForm } from './fold-form.ts'
import { createHashSet, hashLetters } from './letter-hash.ts'
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
  /** How many words the longest form has that begins with this one; 0 where none does. */
  readonly longestFrom: (firstWord: string) => number
  /** False for the hash of two words that no form of more than one begins with; true mostly where one does. */
  readonly mayBegin: (twoWords: number) => boolean
}

/** A number, or several: most forms have one entry, and 100,000 arrays would cost what we count. */
type Numbers = number | number[]

/** Indexes the entries that hold in a locale. Proposed ones are left out: they change nothing. */
export function indexLayer({ layer, entries }: LayerEntries, locale: Locale): IndexedLayer {
  const language = locale.startsWith('fr') ? 'fr' : 'en'
  const held = entries.filter((entry) => entry.status !== 'proposed' && holdsIn(entry, locale))
  const numbers = new Map<string, Numbers>()
  const longest = new Map<string, number>()
  const beginnings: number[] = []
  for (const [at, entry] of held.entries()) {
    for (const key of keysOf(entry, language)) {
      if (key === '') continue
      put(numbers, key, at)
      const space = key.indexOf(' ')
      if (space === -1) continue
      noteLength(longest, key, space)
      beginnings.push(hashOfBeginning(key, space))
    }
  }
  return {
    layer,
    locale,
    language,
    entries: held,
    under: (key) => placeFirst(entriesAt(held, numbers.get(key)), locale),
    keys: () => numbers.keys(),
    longestFrom: (firstWord) => longest.get(firstWord) ?? (numbers.has(firstWord) ? 1 : 0),
    mayBegin: createHashSet(beginnings).has,
  }
}

/** Of the first two words, with the space between them. */
function hashOfBeginning(key: string, firstSpace: number): number {
  const end = key.indexOf(' ', firstSpace + 1)
  return hashLetters(end === -1 ? key : key.slice(0, end)).hash
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

/** Of forms of several words: those of one are among the keys themselves. */
function noteLength(longest: Map<string, number>, key: string, firstSpace: number): void {
  const first = key.slice(0, firstSpace)
  let words = 1
  for (let at = firstSpace; at !== -1; at = key.indexOf(' ', at + 1)) words += 1
  if (words > (longest.get(first) ?? 0)) longest.set(first, words)
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
