import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const mine = '/api/people/me/vocabulary'
const idOf = async (login: string) => (await api.needs.accounts.findByLogin(login))?.id ?? ''

test('an author has no words until somebody gives them some, then exactly those, in order', async () => {
  const doctor = await api.as('doctor')
  expect((await doctor.get(mine)).body).toEqual({ terms: [] })
  const terms = ['Xarelto', 'syndrome de Gougerot-Sjögren']
  expect((await doctor.send('PUT', mine, { terms })).body).toEqual({ terms })
  expect((await doctor.send('PUT', mine, { terms: terms.toReversed() })).status).toBe(200)
  expect((await doctor.get(mine)).body).toEqual({ terms: terms.toReversed() })
})

test('secretaries and administrators keep those of any author, and the audit says how many', async () => {
  const id = await idOf('other-doctor')
  for (const login of ['secretary', 'administrator']) {
    const person = await api.as(login)
    const answer = await person.send('PUT', `/api/people/${id}/vocabulary`, { terms: ['Holter'] })
    expect(answer.status).toBe(200)
  }
  const events = await api.database.db
    .selectFrom('audit_events')
    .select(['kind', 'detail'])
    .where('kind', '=', 'vocabulary-replaced')
    .execute()
  expect(events.at(-1)?.detail).toEqual({ authorId: id, terms: 1 })
  expect(JSON.stringify(events)).not.toContain('Holter')
})

test('a doctor neither reads nor changes those of another', async () => {
  const doctor = await api.as('doctor')
  const others = `/api/people/${await idOf('other-doctor')}/vocabulary`
  expect((await doctor.get(others)).body.code).toBe('not-allowed')
  expect((await doctor.send('PUT', others, { terms: [] })).body.code).toBe('not-allowed')
})

test('who does not dictate has none', async () => {
  const secretary = await api.as('secretary')
  expect((await secretary.get(mine)).body.code).toBe('unknown-author')
})

test.each([
  ['a list that is too long', Array.from({ length: 501 }, (_, n) => `t${n}`)],
  ['a text instead of a term', ['x'.repeat(81)]],
  ['an empty term', ['  ']],
  ['control characters', ['a\u0007b']],
])('refuses %s', async (_name, terms) => {
  const doctor = await api.as('doctor')
  expect((await doctor.send('PUT', mine, { terms })).body.code).toBe('invalid-request')
})
