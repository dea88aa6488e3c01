import type { Database, LexiconOwner } from '@plume/storage'
import {
  type IndexedLayer,
  indexLayer,
  type LayerEntries,
  type Lexicon,
  type LexiconEntry,
  stackLayers,
} from '@plume/terminology'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'
import { storage } from '../join-database.ts'
import { bytesOfFile, linesIn, openText } from './open-text.ts'
import { type ReferenceText, referenceLine } from './try-on-reference.ts'

/** How many finalised reports a change is tried on, the newest first. */
export const referenceLimit = 2000

/** A text, and whose dictation it is: a department's list changes the department's texts only. */
export type OwnedText = ReferenceText & { readonly workType: string; readonly authorId: string }

/** The dictations of finalised reports, as they stand in the database. */
export async function* storedTexts(database: Database): AsyncGenerator<OwnedText> {
  const { referenceDictations } = await storage()
  for await (const { recognition, locale, workType, authorId } of referenceDictations(
    database,
    referenceLimit,
  )) {
    yield { recognition, locale, written: null, workType, authorId }
  }
}

/** The lines of a file `spoken<TAB>written`, which belong to whoever the list is for. */
export async function* textsInFile(
  path: string,
  locale: Locale,
  owner: LexiconOwner,
): AsyncGenerator<OwnedText> {
  const file = await openText(bytesOfFile(path))
  let number = 0
  for await (const line of linesIn(file.chunks())) {
    const text = referenceLine(line, ++number, locale)
    if (text) yield { ...text, workType: owner.owner, authorId: owner.owner }
  }
}

type Read = (owner: LexiconOwner) => Promise<LayerEntries>

/**
 * The lexicon that holds for a text: as it is, or with the entries of a list in the layer that they are for.
 * Each layer is read once.
 */
export function createTrialLexicon(
  read: Read,
  list?: { readonly owner: LexiconOwner; readonly entries: readonly LexiconEntry[] },
): (text: OwnedText) => Promise<Lexicon> {
  const layers = new Map<string, Promise<IndexedLayer>>()

  function layer(owner: LexiconOwner, locale: Locale): Promise<IndexedLayer> {
    const key = [owner.layer, owner.owner, locale].join('\0')
    const known = layers.get(key) ?? readLayer(owner).then((entries) => indexLayer(entries, locale))
    layers.set(key, known)
    return known
  }

  async function readLayer(owner: LexiconOwner): Promise<LayerEntries> {
    const now = await read(owner)
    const isTarget = list && list.owner.layer === owner.layer && list.owner.owner === owner.owner
    return isTarget ? { ...now, entries: replacedBy(now.entries, list.entries) } : now
  }

  const starters = new Map<Locale, IndexedLayer>()
  function starter(locale: Locale): IndexedLayer {
    const known = starters.get(locale) ?? indexLayer(loadStarterLexicon(locale), locale)
    starters.set(locale, known)
    return known
  }

  return async ({ locale, workType, authorId }) => {
    const own = await Promise.all([
      layer({ layer: 'site', owner: '' }, locale),
      layer({ layer: 'department', owner: workType }, locale),
      layer({ layer: 'author', owner: authorId }, locale),
    ])
    return stackLayers([starter(locale), ...own], locale)
  }
}

/** As the database will have them: the newest entry of a form, class and expansion holds. */
function replacedBy(
  now: readonly LexiconEntry[],
  list: readonly LexiconEntry[],
): readonly LexiconEntry[] {
  const keyOf = ({ locale, class: kind, form, expansion = '' }: LexiconEntry) =>
    [locale, kind, form, expansion].join('\0')
  return [...new Map([...now, ...list].map((entry) => [keyOf(entry), entry] as const)).values()]
}
