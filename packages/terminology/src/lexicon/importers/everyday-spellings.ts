import { foldLetters } from '../fold-form.ts'
import { expandWord, parseAffixes } from './hunspell-affixes.ts'

/**
 * Goes through a spelling dictionary once and notes, for some folded words, how it writes them in small
 * letters: `ulcere` as ulcère and ulcéré. Only what was asked for is kept in memory.
 */
export function spellingsIn(
  dictionary: { readonly aff: string; readonly dic: string },
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const affixes = parseAffixes(dictionary.aff)
  const starts = new Set([...wanted].map((word) => word.slice(0, 2)))
  const found = new Map<string, Set<string>>()
  for (const line of dictionary.dic.split('\n').slice(1)) {
    // Suffixes leave the start of a word alone, and prefixes are in the dictionary's own entries mostly.
    if (line === '' || !starts.has(foldLetters(line.slice(0, 2)).slice(0, 2))) continue
    for (const form of expandWord(line, affixes).forms) {
      if (form !== form.toLowerCase()) continue
      const folded = foldLetters(form)
      if (!wanted.has(folded)) continue
      const spellings = found.get(folded) ?? new Set()
      spellings.add(form)
      found.set(folded, spellings)
    }
  }
  return found
}
