import { type HunspellAffixes, parseAffixes } from '../lexicon/importers/hunspell-affixes.ts'

/** Whether ordinary spelling dictionaries know a word: what they know is not taken for a mishearing. */
export type SpellingWords = { readonly has: (word: string) => boolean }

/** Knows nothing: every word that the lexicon does not have is then strange. */
export const noSpellingWords: SpellingWords = { has: () => false }

type Dictionary = { readonly aff: string; readonly dic: string }

/**
 * Dictionaries in Hunspell's form. Words are not expanded: 80,000 French stems have half a million forms, and
 * taking endings off the few words that are asked about costs nothing.
 */
export function createSpellingWords(dictionaries: readonly Dictionary[]): SpellingWords {
  const each = dictionaries.map(openDictionary)
  return {
    has: (word) => {
      const small = word.toLowerCase()
      return each.some((has) => has(word) || (small !== word && has(small)))
    },
  }
}

/** What was taken off a stem before an ending came on, and the flags of stems that allow it. */
type Suffixes = {
  readonly strip: string
  readonly each: { readonly flag: string; readonly fits: RegExp }[]
}

function openDictionary({ aff, dic }: Dictionary): (word: string) => boolean {
  const affixes = parseAffixes(aff)
  const stems = stemsOf(dic)
  const suffixes = suffixesByEnding(affixes)
  const longest = Math.max(0, ...[...suffixes.keys()].map((ending) => ending.length))
  const prefixes = [...affixes.prefixes].flatMap(([flag, list]) =>
    list.map(({ add, strip }) => ({ flag, add, strip })),
  )

  const flagSetsOf = (stem: string): readonly (readonly string[])[] =>
    (stems.get(stem) ?? []).map((text) => affixes.flagsOf(text))

  const stands = (word: string): boolean =>
    flagSetsOf(word).some((flags) => !flags.some(isBarred(affixes)))

  /** A stem with an ending; `prefix` is a flag that the stem must have as well. */
  function hasEnding(word: string, prefix: string | null): boolean {
    // Of some stems nothing is left: « être », « seront ».
    for (let length = 0; length <= Math.min(longest, word.length); length++) {
      for (const { strip, each } of suffixes.get(word.slice(word.length - length)) ?? []) {
        const stem = word.slice(0, word.length - length) + strip
        if (!stems.has(stem)) continue
        const flagSets = flagSetsOf(stem).filter((flags) => !prefix || flags.includes(prefix))
        const matches = each.some(
          ({ flag, fits }) => flagSets.some((flags) => flags.includes(flag)) && fits.test(stem),
        )
        if (matches) return true
      }
    }
    return false
  }

  function hasPrefix(word: string): boolean {
    return prefixes.some(({ flag, add, strip }) => {
      if (add === '' || !word.startsWith(add)) return false
      const rest = strip + word.slice(add.length)
      return flagSetsOf(rest).some((flags) => flags.includes(flag)) || hasEnding(rest, flag)
    })
  }

  return (word) => stands(word) || hasEnding(word, null) || hasPrefix(word)
}

function isBarred({ notAlone, forbidden }: HunspellAffixes): (flag: string) => boolean {
  return (flag) => notAlone.has(flag) || forbidden.has(flag)
}

/** Each stem with its flags as they stand there; some stand there twice. Morphology is left out. */
function stemsOf(dic: string): ReadonlyMap<string, readonly string[]> {
  const stems = new Map<string, readonly string[]>()
  let from = dic.indexOf('\n') + 1
  while (from > 0 && from < dic.length) {
    const end = dic.indexOf('\n', from)
    const line = dic.slice(from, end === -1 ? dic.length : end)
    const [entry = ''] = line.split(/[\t\r ]/, 1)
    const slash = entry.indexOf('/')
    const stem = slash === -1 ? entry : entry.slice(0, slash)
    const flags = slash === -1 ? '' : entry.slice(slash + 1)
    const known = stems.get(stem)
    stems.set(stem, known ? [...known, flags] : [flags])
    from = end === -1 ? 0 : end + 1
  }
  return stems
}

/** Many suffixes strip the same: whether the stem is one is asked once for all of them. */
function suffixesByEnding({ suffixes }: HunspellAffixes): ReadonlyMap<string, readonly Suffixes[]> {
  const byEnding = new Map<string, Suffixes[]>()
  for (const [flag, list] of suffixes) {
    for (const { add, strip, fits } of list) {
      const known = byEnding.get(add) ?? []
      byEnding.set(add, known)
      const same = known.find((one) => one.strip === strip)
      if (same) same.each.push({ flag, fits })
      else known.push({ strip, each: [{ flag, fits }] })
    }
  }
  return byEnding
}
