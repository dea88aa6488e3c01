import { randomUUID } from 'node:crypto'
import { type Correspondent, isRefusal } from '@plume/records'
import { createAuditLog, createCorrespondentStore } from '@plume/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCorrespondent } from '../../packages/records/src/correspondence/a-correspondent.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let house: TestDatabase
beforeAll(async () => {
  house = await createTestDatabase()
})
afterAll(() => house.close())
beforeEach(() => house.database.db.deleteFrom('correspondents').execute())

const at = new Date('2026-03-03T10:00:00.000Z')
const store = () => createCorrespondentStore(house.database)
const put = (correspondent: Correspondent, id: string = randomUUID()) =>
  store().put(id, correspondent, {
    kind: 'correspondent-changed',
    correspondentId: id,
    actor: null,
    at,
  })
const takeIn = (list: readonly Correspondent[]) =>
  store().takeIn(list, randomUUID, (correspondents) => ({
    kind: 'correspondents-imported',
    correspondents,
    actor: null,
    at,
  }))
const found = async (search: string) =>
  (await store().search({ search, page: 1, pageSize: 50 })).items.map((one) => one.familyName)
const roe = aCorrespondent()

describe('the directory', () => {
  test('gives back what was put, and its change', async () => {
    const id = randomUUID()
    const whole = aCorrespondent({
      number: '12-345',
      salutations: { en: 'Dear Jane,', fr: 'Chère Jane,' },
      phone: '1',
      fax: '2',
    })
    expect(await put(whole, id)).toEqual({ ...whole, id, changedAt: at })
    const moved = { ...whole, lines: ['Elsewhere'] }
    await put(moved, id)
    expect(await store().find(id)).toEqual({ ...moved, id, changedAt: at })
  })

  test('has nobody twice: not the same name and address, not the same number', async () => {
    await put({ ...roe, number: '7' })
    const twin = await put({ ...roe, familyName: 'ROE', number: '' })
    expect(isRefusal(twin) && twin.refused).toBe('correspondent-known')
    const numbered = await put({ ...roe, lines: ['Elsewhere'], number: '7' })
    expect(isRefusal(numbered)).toBe(true)
    expect(isRefusal(await put({ ...roe, lines: ['Elsewhere'] }))).toBe(false)
  })

  test('finds by parts of every word, whatever the accents, and takes no sign for a pattern', async () => {
    await put(roe)
    await put({ ...roe, familyName: 'Côté', givenName: 'Anne', specialty: 'Neurologie' })
    expect(await found('')).toEqual(['Côté', 'Roe'])
    expect(await found('cote NEURO')).toEqual(['Côté'])
    expect(await found('roe neuro')).toEqual([])
    expect(await found('%')).toEqual([])
    expect(await found('H2X')).toHaveLength(2)
  })

  test('counts all of them, page by page, by name', async () => {
    for (const familyName of ['C', 'A', 'B']) await put({ ...roe, familyName })
    const page = await store().search({ search: 'jane', page: 2, pageSize: 2 })
    expect(page.total).toBe(3)
    expect(page.items.map((one) => one.familyName)).toEqual(['C'])
  })

  test('forgets whom it is told to, once', async () => {
    const id = randomUUID()
    await put(roe, id)
    const event = { kind: 'correspondent-removed', correspondentId: id, actor: null, at } as const
    expect(await store().remove(id, event)).toBe(true)
    expect(await store().remove(id, event)).toBe(false)
    expect(await store().find(id)).toBeNull()
  })
})

describe('a list that is taken in', () => {
  test('adds the new, replaces the known, and taken in again adds nobody', async () => {
    const list = [{ ...roe, fax: '1' }, aCorrespondent({ familyName: 'Doe' })]
    await put(roe)
    expect(await takeIn(list)).toMatchObject({ added: 1, replaced: 1, namesakes: [] })
    expect(await takeIn(list)).toMatchObject({ added: 0, replaced: 2 })
    expect((await store().all()).map(({ fax }) => fax)).toEqual(['', '1'])
  })

  test('follows a number to a new address, and names those who only share a name', async () => {
    await put({ ...roe, number: '7' })
    const moved = { ...roe, number: '7', lines: ['New address'] }
    expect(await takeIn([moved])).toMatchObject({ replaced: 1 })
    expect(await takeIn([{ ...roe, lines: ['A third address'] }])).toMatchObject({
      added: 1,
      namesakes: [0],
    })
  })

  test('leaves out what contradicts the directory, and takes the rest', async () => {
    await put({ ...roe, number: '7' })
    await put(aCorrespondent({ familyName: 'Doe' }))
    const contradiction = aCorrespondent({ familyName: 'Doe', number: '7' })
    expect(await takeIn([contradiction, aCorrespondent({ familyName: 'Poe' })])).toMatchObject({
      added: 1,
      contradicting: [0],
    })
  })
})

test('the audit says that the directory changed, and nothing of whom', async () => {
  await put(aCorrespondent({ familyName: 'Zebrowski' }))
  const events = await createAuditLog(house.database).list({})
  expect(events.map(({ kind }) => kind)).toContain('correspondents-imported')
  expect(JSON.stringify(events)).not.toMatch(/Zebrowski|Roe|Elm/)
})
