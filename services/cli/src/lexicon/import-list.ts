import {
  createLexicon,
  type EntryLocale,
  type EntryMaking,
  type ImportItem,
  type Lexicon,
  type LexiconEntry,
  makeEntry,
} from '@plume/terminology'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'

/** What became of the candidates of a list. */
export type Made = {
  entries: number
  ignored: number
  /** Known, but never written over what was heard: they may be everyday words. */
  kept: number
  readonly byClass: Map<string, number>
}

/** One statement of the database takes this many. */
const batchSize = 1000

/** The entries of a list, in batches, each also shown to `see`. */
export async function* entryBatches(
  items: AsyncIterable<ImportItem>,
  making: EntryMaking,
  made: Made,
  see: (entry: LexiconEntry) => void,
): AsyncGenerator<readonly LexiconEntry[]> {
  let batch: LexiconEntry[] = []
  for await (const item of items) {
    if (!('candidate' in item)) continue
    const entry = makeEntry(item.candidate, making)
    if (typeof entry === 'string') {
      made.ignored += 1
      continue
    }
    count(made, entry)
    see(entry)
    batch.push(entry)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function count(made: Made, entry: LexiconEntry): void {
  made.entries += 1
  if (entry.caseRule === 'kept') made.kept += 1
  made.byClass.set(entry.class, (made.byClass.get(entry.class) ?? 0) + 1)
}

/** How the starter lexicon writes a form; for lists that are written in capitals. */
export function createStarterKnowledge(): EntryMaking['known'] {
  const lexicons = new Map<Locale, Lexicon>()
  return (form, locale) => {
    const place = placeOf(locale)
    const lexicon = lexicons.get(place) ?? createLexicon([loadStarterLexicon(place)], place)
    lexicons.set(place, lexicon)
    return lexicon.lookUp(form)[0] ?? null
  }
}

/** Where only a language was said: its Canadian form. */
function placeOf(locale: EntryLocale): Locale {
  if (locale === 'en') return 'en-CA'
  return locale === 'fr' ? 'fr-CA' : locale
}
