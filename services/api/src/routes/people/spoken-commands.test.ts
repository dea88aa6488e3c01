import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const mine = '/api/people/me/spoken-commands'
const idOf = async (login: string) => (await api.needs.accounts.findByLogin(login))?.id ?? ''

test('all commands are on until an author switches some off, each once', async () => {
  const doctor = await api.as('doctor')
  expect((await doctor.get(mine)).body).toEqual({ off: [] })
  const off = ['comma', 'scratch', 'comma']
  expect((await doctor.send('PUT', mine, { off })).body).toEqual({ off: ['comma', 'scratch'] })
  expect((await doctor.get(mine)).body).toEqual({ off: ['comma', 'scratch'] })
  await doctor.send('PUT', mine, { off: [] })
  expect((await doctor.get(mine)).body).toEqual({ off: [] })
})

test('a secretary switches those of an author, and the audit says how many are off', async () => {
  const id = await idOf('other-doctor')
  const secretary = await api.as('secretary')
  const answer = await secretary.send('PUT', `/api/people/${id}/spoken-commands`, { off: ['goto'] })
  expect(answer.status).toBe(200)
  const event = await api.database.db
    .selectFrom('audit_events')
    .select('detail')
    .where('kind', '=', 'spoken-commands-replaced')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  expect(event?.detail).toEqual({ authorId: id, off: 1 })
})

test('a doctor neither reads nor changes those of another', async () => {
  const doctor = await api.as('doctor')
  const others = `/api/people/${await idOf('other-doctor')}/spoken-commands`
  expect((await doctor.get(others)).body.code).toBe('not-allowed')
  expect((await doctor.send('PUT', others, { off: [] })).body.code).toBe('not-allowed')
})

test('refuses a family that there is not', async () => {
  const doctor = await api.as('doctor')
  expect((await doctor.send('PUT', mine, { off: ['everything'] })).body.code).toBe(
    'invalid-request',
  )
})
