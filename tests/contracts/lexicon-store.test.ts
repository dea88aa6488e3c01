import { createLexiconStore } from '@plume/storage'
import type { LexiconEntry } from '@plume/terminology'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let house: TestDatabase

beforeAll(async () => {
  house = await createTestDatabase()
})
afterAll(() => house.close())

const store = () => createLexiconStore(house.database)
const list = {
  layer: 'site',
  owner: '',
  source: 'formulary',
  format: 'csv',
  sha256: 'a'.repeat(64),
} as const

const anEntry = (form: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  form,
  preferred: form,
  locale: 'en-CA',
  class: 'drug-brand',
  source: 'formulary',
  status: 'active',
  spoken: [],
  caseRule: 'exact',
  weight: 3,
  ...more,
})

async function* inBatches(...batches: readonly (readonly LexiconEntry[])[]) {
  yield* batches
}
const yes = async () => true
const no = async () => false

describe('the site’s lexicon', () => {
  test('gives back every entry as it was taken in', async () => {
    const entry = anEntry('ASA', { expansion: 'acetylsalicylic acid', spoken: ['a s a', 'asa'] })
    await store().takeIn(list, inBatches([entry], [anEntry('Tylenol')]), yes)
    const { layer, entries } = await store().layer({ layer: 'site', owner: '' })
    expect(layer).toBe('site')
    expect(entries).toEqual([entry, anEntry('Tylenol')])
  })

  test('changes nothing when it is not accepted', async () => {
    const before = await store().layer({ layer: 'site', owner: '' })
    const version = await store().version()
    expect(await store().takeIn(list, inBatches([anEntry('Advil')]), no)).toBeNull()
    expect(await store().layer({ layer: 'site', owner: '' })).toEqual(before)
    expect(await store().version()).toBe(version)
    expect((await store().imports()).length).toBe(1)
  })

  test('the newest import says what holds of a form, also within one batch', async () => {
    await store().takeIn(
      list,
      inBatches([anEntry('Motrin', { weight: 1 }), anEntry('Motrin', { weight: 4 })]),
      yes,
    )
    await store().takeIn(list, inBatches([anEntry('Motrin', { weight: 5 })]), yes)
    const { entries } = await store().layer({ layer: 'site', owner: '' })
    expect(entries.filter(({ form }) => form === 'Motrin')).toEqual([
      anEntry('Motrin', { weight: 5 }),
    ])
  })

  test('every change raises the version, and an import can be taken out again, once', async () => {
    const version = await store().version()
    const taken = await store().takeIn(list, inBatches([anEntry('Reactine')]), yes)
    expect(await store().version()).toBeGreaterThan(version)
    expect(taken?.entries).toBe(1)
    expect(await store().withdraw(taken?.importId ?? '')).toBe(true)
    expect(await store().withdraw(taken?.importId ?? '')).toBe(false)
    const { entries } = await store().layer({ layer: 'site', owner: '' })
    expect(entries.map(({ form }) => form)).not.toContain('Reactine')
    expect(await store().version()).toBeGreaterThan(version + 1)
  })

  test('keeps departments and authors apart', async () => {
    const radiology = { ...list, layer: 'department', owner: 'radiology' } as const
    await store().takeIn(radiology, inBatches([anEntry('PACS')]), yes)
    expect((await store().layer(radiology)).entries).toEqual([anEntry('PACS')])
    expect((await store().layer({ layer: 'department', owner: 'surgery' })).entries).toEqual([])
    expect(await store().counts()).toContainEqual({
      layer: 'department',
      owner: 'radiology',
      locale: 'en-CA',
      class: 'drug-brand',
      status: 'active',
      entries: 1,
    })
  })
})
