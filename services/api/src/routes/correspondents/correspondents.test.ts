import { randomUUID } from 'node:crypto'
import type { CorrespondentReply, CorrespondentsReply } from '@plume/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCorrespondent } from '../../../../../packages/records/src/correspondence/a-correspondent.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const url = () => `/api/correspondents/${randomUUID()}`
const put = async (login: string, changes: object, at = url()) =>
  (await api.as(login)).send<CorrespondentReply>('PUT', at, { ...aCorrespondent(), ...changes })
const found = async (login: string, search: string) =>
  (await api.as(login)).send<CorrespondentsReply>('POST', '/api/correspondents/search', { search })

describe('correspondents over HTTP', () => {
  test('one that was put is found by everybody, changed, and gone once removed', async () => {
    const at = url()
    const made = await put('secretary', { familyName: 'Côté', lines: ['1, rue Été'] }, at)
    expect(made.status).toBe(200)
    expect(made.body).toMatchObject({ writtenName: 'Dr. Jane Côté, MD', lines: ['1, rue Été'] })
    for (const login of ['secretary', 'doctor', 'administrator']) {
      expect((await found(login, 'cote ete')).body.items.map(({ id }) => id)).toEqual([
        made.body.id,
      ])
    }
    expect((await put('doctor', { familyName: 'Côté', fax: '514 555-0100' }, at)).status).toBe(200)
    expect((await found('doctor', '0100')).body.total).toBe(1)
    expect((await (await api.as('doctor')).send('DELETE', at)).status).toBe(204)
    expect((await (await api.as('doctor')).send('DELETE', at)).body.code).toBe(
      'correspondent-not-found',
    )
    expect((await found('secretary', 'cote')).body.total).toBe(0)
  })

  test('refuses whom the directory has already', async () => {
    await put('secretary', { familyName: 'Twin' })
    expect((await put('secretary', { familyName: 'TWIN' })).body).toMatchObject({
      code: 'correspondent-known',
    })
  })

  test.each([
    ['nobody', { familyName: '  ' }, '/familyName'],
    ['a name of two lines', { givenName: 'a\nb' }, '/givenName'],
    ['a longer address than an envelope takes', { lines: Array(9).fill('x') }, '/lines'],
    ['a language that Plume does not write', { language: 'de' }, '/language'],
  ])('refuses %s and says where', async (_what, wrong, path) => {
    const refused = await put('secretary', wrong)
    expect(refused.body).toMatchObject({ code: 'invalid-request', problems: [{ path }] })
  })

  test('no name of the directory gets into the log', async () => {
    await put('secretary', { familyName: 'Zebrowski' })
    await found('secretary', 'Zebrowski')
    expect(api.logged()).not.toContain('Zebrowski')
  })
})
