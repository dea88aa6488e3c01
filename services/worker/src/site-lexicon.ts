import type { AuthorCommands } from '@plume/records'
import type { LexiconOwner, LexiconStore, MishearingOwner, MishearingStore } from '@plume/storage'
import {
  commandFamilies,
  createSuggester,
  type IndexedLayer,
  indexLayer,
  type LayerEntries,
  type LexiconPolicy,
  type MishearingLayer,
  mishearingsOf,
  type SpellingWords,
  stackLayers,
  termsOf,
  type WriteOptions,
} from '@plume/terminology'
import type { Locale } from '@plume/transcript'

/** Where a dictation belongs. Its work type is its department. */
export type LexiconPlace = {
  readonly locale: Locale
  readonly workType: string
  readonly authorId: string
}

/**
 * What a site's words change in writing: the terms of its lexicon, what it puts right without asking, what it suggests, and
 * the commands that its author does not use.
 */
export type SiteWords = Pick<WriteOptions, 'terms' | 'mishearings' | 'commands'> &
  Required<Pick<WriteOptions, 'suggester'>>

export type SiteLexicon = (place: LexiconPlace) => Promise<SiteWords>

/**
 * The words that hold for a dictation: its author's over its department's over the site's over the starter
 * lexicon. Layers are read again when their version has changed, and kept until then.
 */
export function createSiteLexicon(needs: {
  readonly store: Pick<LexiconStore, 'version' | 'layer'>
  readonly mishearings: Pick<MishearingStore, 'list'>
  readonly starter: (locale: Locale) => LayerEntries
  readonly spelling: (language: 'en' | 'fr') => Promise<SpellingWords>
  readonly policy: LexiconPolicy
  readonly commands: Pick<AuthorCommands, 'offFor'>
}): SiteLexicon {
  const starters = new Map<Locale, IndexedLayer>()
  const empty = (version: number) => ({
    version,
    layers: new Map<string, Promise<IndexedLayer>>(),
    tables: new Map<string, Promise<MishearingLayer>>(),
  })
  let kept = empty(-1)

  function starterFor(locale: Locale): IndexedLayer {
    const layer = starters.get(locale) ?? indexLayer(needs.starter(locale), locale)
    starters.set(locale, layer)
    return layer
  }

  function ownLayer(owner: LexiconOwner, locale: Locale): Promise<IndexedLayer> {
    const { layers } = kept
    const key = [owner.layer, owner.owner, locale].join('\0')
    const known = layers.get(key)
    if (known !== undefined) return known
    const read = needs.store.layer(owner).then((entries) => indexLayer(entries, locale))
    layers.set(key, read)
    // A database that was away for a moment is asked again.
    read.catch(() => layers.delete(key))
    return read
  }

  function table(owner: MishearingOwner): Promise<MishearingLayer> {
    const { tables } = kept
    const key = [owner.layer, owner.owner].join('\0')
    const known = tables.get(key)
    if (known !== undefined) return known
    const read = needs.mishearings
      .list(owner)
      .then((mishearings) => ({ layer: owner.layer, mishearings }))
    tables.set(key, read)
    read.catch(() => tables.delete(key))
    return read
  }

  return async ({ locale, workType, authorId }) => {
    const version = await needs.store.version()
    if (version !== kept.version) kept = empty(version)
    const own = await Promise.all([
      ownLayer({ layer: 'site', owner: '' }, locale),
      ownLayer({ layer: 'department', owner: workType }, locale),
      ownLayer({ layer: 'author', owner: authorId }, locale),
    ])
    const tables = await Promise.all([
      table({ layer: 'site', owner: '' }),
      table({ layer: 'author', owner: authorId }),
    ])
    const mishearings = mishearingsOf(tables, locale)
    const off = await needs.commands.offFor(authorId)
    const lexicon = stackLayers([starterFor(locale), ...own], locale)
    return {
      terms: termsOf(lexicon, needs.policy),
      suggester: createSuggester(lexicon, await needs.spelling(lexicon.language)),
      commands: { off: commandFamilies.filter((family) => off.includes(family)) },
      ...(mishearings ? { mishearings } : {}),
    }
  }
}
