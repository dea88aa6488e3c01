import { createLexiconStore, createMishearingStore } from '@plume/storage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let house: TestDatabase

beforeAll(async () => {
  house = await createTestDatabase()
})
afterAll(() => house.close())

const site = { layer: 'site', owner: '' } as const
const author = { layer: 'author', owner: '5d1f0c3e-0000-4000-8000-000000000001' } as const
const store = () => createMishearingStore(house.database)
const version = () => createLexiconStore(house.database).version()
const listed = async (owner: typeof site | typeof author) =>
  (await store().list(owner)).map(({ heard, meant, locale }) => [heard, meant, locale])

test('gives back what was added, as it is compared', async () => {
  await store().add(site, [
    { heard: 'Met  Form in', meant: 'metformin', locale: 'en' },
    { heard: 'l’as x', meant: 'Lasix', locale: 'fr-CA' },
  ])
  expect(await listed(site)).toEqual([
    ["l'as x", 'Lasix', 'fr-CA'],
    ['met form in', 'metformin', 'en'],
  ])
})

test('an author’s table is the author’s alone', async () => {
  await store().add(author, [{ heard: 'lazy x', meant: 'Lasix', locale: 'en' }])
  expect(await listed(author)).toEqual([['lazy x', 'Lasix', 'en']])
  expect(await listed(site)).toHaveLength(2)
})

test('a line for the same words takes the place of the earlier', async () => {
  await store().add(site, [{ heard: 'met form in', meant: 'metformin XR', locale: 'en' }])
  expect(await listed(site)).toContainEqual(['met form in', 'metformin XR', 'en'])
  expect(await listed(site)).toHaveLength(2)
})

test('all lines are added or none', async () => {
  const before = await listed(site)
  const lines = [
    { heard: 'ram a pril', meant: 'ramipril', locale: 'en' },
    { heard: 'nul', meant: 'a\0b', locale: 'en' },
  ] as const
  await expect(store().add(site, lines)).rejects.toThrow()
  expect(await listed(site)).toEqual(before)
})

test('what is removed is gone, can be added again, and every change is a new version', async () => {
  const before = await version()
  expect(await store().remove(site, { heard: 'MET form in', locale: 'en' })).toBe(true)
  expect(await store().remove(site, { heard: 'met form in', locale: 'en' })).toBe(false)
  expect(await listed(site)).toHaveLength(1)
  expect(await version()).toBe(before + 1)
  await store().add(site, [{ heard: 'met form in', meant: 'metformin', locale: 'en' }])
  expect(await listed(site)).toHaveLength(2)
  expect(await version()).toBe(before + 2)
})
