import type { LexiconOwner, MishearingOwner } from '@plume/storage'
import {
  keepAsDictated,
  type LayerEntries,
  type LexiconEntry,
  type Mishearing,
  noSpellingWords,
  recognitionFromText,
  writeDictation,
} from '@plume/terminology'
import { expect, test } from 'vitest'
import { createSiteLexicon, type SiteLexicon } from './site-lexicon.ts'

const anEntry = (form: string, preferred: string): LexiconEntry => ({
  form,
  preferred,
  locale: 'en-CA',
  class: 'name',
  source: 'test',
  status: 'active',
  spoken: [],
  caseRule: 'exact',
  weight: 3,
})

function aStore() {
  const layers = new Map<string, LexiconEntry[]>()
  let number = 1
  let reads = 0
  const keyOf = ({ layer, owner }: LexiconOwner) => `${layer} ${owner}`
  return {
    put(owner: LexiconOwner, entry: LexiconEntry) {
      layers.set(keyOf(owner), [...(layers.get(keyOf(owner)) ?? []), entry])
      number += 1
    },
    reads: () => reads,
    version: async () => number,
    layer: async (owner: LexiconOwner): Promise<LayerEntries> => {
      reads += 1
      return { layer: owner.layer, entries: layers.get(keyOf(owner)) ?? [] }
    },
  }
}

const tables = new Map<string, readonly Mishearing[]>()
const mishearings = {
  list: async ({ layer, owner }: MishearingOwner) =>
    (tables.get(`${layer} ${owner}`) ?? []).map((line) => ({ ...line, addedAt: new Date() })),
}

/** By author. */
const switchedOff = new Map<string, readonly string[]>()

const starter = (): LayerEntries => ({ layer: 'starter', entries: [anEntry('plm', 'PLM')] })
const needs = (store: ReturnType<typeof aStore>) => ({
  store,
  mishearings,
  starter,
  spelling: async () => noSpellingWords,
  policy: keepAsDictated,
  commands: { offFor: async (authorId: string) => switchedOff.get(authorId) ?? [] },
})
const place = { locale: 'en-CA', workType: 'radiology', authorId: 'a' } as const

async function write(
  lexicon: SiteLexicon,
  text: string,
  where = place as Parameters<SiteLexicon>[0],
) {
  const written = writeDictation(recognitionFromText(text, { locale: 'en-CA' }), {
    locale: 'en-CA',
    headings: [],
    fragment: true,
    ...(await lexicon(where)),
  })
  return written.parts.flatMap((part) => part.text.map((run) => run.text)).join('')
}

test('an author’s entries hold for the author’s dictations only, a department’s in the department', async () => {
  const store = aStore()
  const lexicon = createSiteLexicon(needs(store))
  expect(await write(lexicon, 'the plm')).toBe('the PLM')
  store.put({ layer: 'site', owner: '' }, anEntry('plm', 'Plm'))
  expect(await write(lexicon, 'the plm')).toBe('the Plm')
  store.put({ layer: 'department', owner: 'radiology' }, anEntry('plm', 'pLm'))
  store.put({ layer: 'author', owner: 'b' }, anEntry('plm', 'plM'))
  expect(await write(lexicon, 'the plm')).toBe('the pLm')
  expect(await write(lexicon, 'the plm', { ...place, workType: 'surgery' })).toBe('the Plm')
  expect(await write(lexicon, 'the plm', { ...place, authorId: 'b' })).toBe('the plM')
})

test('layers are read once for each version, however many dictations ask', async () => {
  const store = aStore()
  const lexicon = createSiteLexicon(needs(store))
  for (let times = 0; times < 5; times++) await write(lexicon, 'the plm')
  expect(store.reads()).toBe(3)
  store.put({ layer: 'site', owner: '' }, anEntry('abc', 'ABC'))
  await write(lexicon, 'the plm')
  expect(store.reads()).toBe(6)
})

test('what the site and the author put right is put right, and read again when it has changed', async () => {
  const store = aStore()
  const lexicon = createSiteLexicon(needs(store))
  tables.set('site ', [{ heard: 'met form in', meant: 'metformin', locale: 'en' }])
  expect(await write(lexicon, 'on met form in')).toBe('on metformin')
  tables.set('author b', [{ heard: 'met form in', meant: 'Metformin', locale: 'en' }])
  store.put({ layer: 'site', owner: '' }, anEntry('abc', 'ABC'))
  expect(await write(lexicon, 'on met form in', { ...place, authorId: 'b' })).toBe('on Metformin')
  expect(await write(lexicon, 'on met form in')).toBe('on metformin')
  tables.clear()
})

test('what an author has switched off is written for that author alone, and a family that is gone counts for nothing', async () => {
  const lexicon = createSiteLexicon(needs(aStore()))
  switchedOff.set('b', ['comma', 'no-such-family'])
  expect(await write(lexicon, 'rest comma ice', { ...place, authorId: 'b' })).toBe('rest comma ice')
  expect(await write(lexicon, 'rest comma ice')).toBe('rest, ice')
  switchedOff.clear()
})
