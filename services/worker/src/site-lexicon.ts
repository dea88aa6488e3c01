import type { LexiconOwner, LexiconStore } from '@plume/storage'
import {
  type IndexedLayer,
  indexLayer,
  type LayerEntries,
  type LexiconPolicy,
  stackLayers,
  type TermsRule,
  termsOf,
} from '@plume/terminology'
import type { Locale } from '@plume/transcript'

/** Where a dictation belongs. Its work type is its department. */
export type LexiconPlace = {
  readonly locale: Locale
  readonly workType: string
  readonly authorId: string
}

export type SiteLexicon = (place: LexiconPlace) => Promise<TermsRule>

/**
 * The terms that hold for a dictation: its author's over its department's over the site's over the starter
 * lexicon. Layers are read again when their version has changed, and kept until then.
 */
export function createSiteLexicon(needs: {
  readonly store: Pick<LexiconStore, 'version' | 'layer'>
  readonly starter: (locale: Locale) => LayerEntries
  readonly policy: LexiconPolicy
}): SiteLexicon {
  const starters = new Map<Locale, IndexedLayer>()
  let kept = { version: -1, layers: new Map<string, Promise<IndexedLayer>>() }

  function starterFor(locale: Locale): IndexedLayer {
    const layer = starters.get(locale) ?? indexLayer(needs.starter(locale), locale)
    starters.set(locale, layer)
    return layer
  }

  function ownLayer(owner: LexiconOwner, locale: Locale): Promise<IndexedLayer> {
    const { layers } = kept
    const key = [owner.layer, owner.owner, locale].join('\0')
    const known = layers.get(key)
    if (known) return known
    const read = needs.store.layer(owner).then((entries) => indexLayer(entries, locale))
    layers.set(key, read)
    // A database that was away for a moment is asked again.
    read.catch(() => layers.delete(key))
    return read
  }

  return async ({ locale, workType, authorId }) => {
    const version = await needs.store.version()
    if (version !== kept.version) kept = { version, layers: new Map() }
    const own = await Promise.all([
      ownLayer({ layer: 'site', owner: '' }, locale),
      ownLayer({ layer: 'department', owner: workType }, locale),
      ownLayer({ layer: 'author', owner: authorId }, locale),
    ])
    return termsOf(stackLayers([starterFor(locale), ...own], locale), needs.policy)
  }
}
