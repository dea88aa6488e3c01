import { randomUUID } from 'node:crypto'
import { createDictationStore } from '@plume/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWav } from '../../../../../tests/support/a-wav.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

let seed = 0
/** A dictation that is being recognised: pieces 0 and 2 have been heard. */
async function beingHeard(): Promise<string> {
  seed += 1
  const client = await api.as('secretary')
  const { body } = await client.upload(aWav(seed), { author: 'doctor', template: 'chest-xray' })
  const dictations = createDictationStore(api.database)
  const lease = await dictations.lease(body.id, { id: 'worker', ttlMs: 60_000 })
  const hear = (plan: string, index: number, text: string) =>
    dictations.saveHeardPiece(body.id, lease?.fence ?? 0, {
      plan,
      index,
      heard: { words: [{ text, startMs: 0, endMs: 100 }], omissions: [] },
      recognisedMs: 1000,
    })
  await hear('earlier', 1, 'otherwise')
  await hear('now', 2, 'normal')
  await hear('now', 0, 'heart')
  return body.id
}

const ask = async (id: string, login = 'secretary') =>
  (await api.as(login)).get<object>(`/api/dictations/${id}/heard`)

async function readings(id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int n from audit_events
    where kind = 'recognition-read' and dictation_id = ${id}`.execute(api.database.db)
  return rows[0]?.n ?? 0
}

test('gives the words of what is being heard now, in order, with the gaps between', async () => {
  const { status, body } = await ask(await beingHeard())
  expect(status).toBe(200)
  expect(body).toEqual({
    pieces: [
      { number: 0, text: 'heart' },
      { number: 2, text: 'normal' },
    ],
  })
})

test('is recorded once for each reader, however often the page asks', async () => {
  const id = await beingHeard()
  for (const login of ['secretary', 'secretary', 'doctor', 'secretary']) await ask(id, login)
  expect(await readings(id)).toBe(2)
})

test('is for those who may read the report, and kept by no cache', async () => {
  const id = await beingHeard()
  const { status, body } = await ask(id, 'administrator')
  expect([status, body.code]).toEqual([403, 'not-allowed'])
  const answer = await (await api.as('secretary')).fetch('GET', `/api/dictations/${id}/heard`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(api.logged()).not.toContain('heart')
})

test('is nothing before the first piece, and refused for what nobody knows', async () => {
  const client = await api.as('secretary')
  const { body } = await client.upload(aWav(900), { author: 'doctor', template: 'chest-xray' })
  expect((await ask(body.id)).body).toEqual({ pieces: [] })
  expect(await readings(body.id)).toBe(0)
  expect((await ask(randomUUID())).body).toMatchObject({ code: 'dictation-not-found' })
})
