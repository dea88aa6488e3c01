import { type EntryMaking, spellingsIn } from '@plume/terminology'

const none: ReadonlySet<string> = new Set()

/**
 * How general spelling dictionaries write the words of a list: what they know in small letters may be an
 * everyday word. Loaded for the languages that the list has, and only what it asks is kept.
 */
export async function everydaySpellings(words: {
  readonly en: ReadonlySet<string>
  readonly fr: ReadonlySet<string>
}): Promise<EntryMaking['everyday']> {
  const english =
    words.en.size > 0
      ? spellingsIn(asText((await import('dictionary-en')).default), words.en)
      : null
  const french =
    words.fr.size > 0
      ? spellingsIn(asText((await import('dictionary-fr')).default), words.fr)
      : null
  return {
    en: (folded) => english?.get(folded) ?? none,
    fr: (folded) => french?.get(folded) ?? none,
  }
}

type Dictionary = { readonly aff: Uint8Array; readonly dic: Uint8Array }

function asText({ aff, dic }: Dictionary): { readonly aff: string; readonly dic: string } {
  const decoder = new TextDecoder()
  return { aff: decoder.decode(aff), dic: decoder.decode(dic) }
}
