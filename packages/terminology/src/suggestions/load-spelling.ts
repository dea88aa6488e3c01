import { createSpellingWords, type SpellingWords } from './spelling-words.ts'

const loaded = new Map<'en' | 'fr', Promise<SpellingWords>>()

/**
 * The spelling dictionaries of a language, read once for a process. For English the American, British and
 * Canadian ones together: with one alone, "organise" would look misheard.
 */
export function loadSpelling(language: 'en' | 'fr'): Promise<SpellingWords> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const words = readDictionaries(language).then(createSpellingWords)
  loaded.set(language, words)
  // A file that could not be read for a moment is asked for again.
  words.catch(() => loaded.delete(language))
  return words
}

async function readDictionaries(language: 'en' | 'fr') {
  const modules =
    language === 'fr'
      ? [await import('dictionary-fr')]
      : await Promise.all([
          import('dictionary-en'),
          import('dictionary-en-gb'),
          import('dictionary-en-ca'),
        ])
  const decoder = new TextDecoder()
  return modules.map(({ default: { aff, dic } }) => ({
    aff: decoder.decode(aff),
    dic: decoder.decode(dic),
  }))
}
