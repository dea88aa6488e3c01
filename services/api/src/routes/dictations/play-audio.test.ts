import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWav } from '../../../../../tests/support/a-wav.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const wav = aWav(1)
let nextSeed = 100

/** A dictation whose recording can be played: as sent, because a WAV of this kind is decoded to itself. */
async function playable(seed: number): Promise<string> {
  const client = await api.as('secretary')
  const { body } = await client.upload(aWav(seed), { author: 'doctor', template: 'chest-xray' })
  await sql`update dictations set playback_sha256 = sha256 where id = ${body.id}`.execute(
    api.database.db,
  )
  return body.id
}

const ask = async (id: string, headers: Record<string, string> = {}, method = 'GET') =>
  (await api.as('secretary')).fetch(method, `/api/dictations/${id}/audio`, undefined, headers)

async function plays(id: string): Promise<number> {
  const found = await sql<{ n: string }>`
    select count(*) n from audit_events
    where kind = 'recording-played' and dictation_id = ${id}`.execute(api.database.db)
  return Number(found.rows[0]?.n)
}

test('sends the whole recording, a part of it, and its end', async () => {
  const id = await playable(1)
  const bytes = async (range?: string) =>
    new Uint8Array(await (await ask(id, range ? { range } : {})).arrayBuffer())
  expect(await bytes()).toEqual(wav)
  expect(await bytes('bytes=100-199')).toEqual(wav.slice(100, 200))
  expect(await bytes('bytes=-10')).toEqual(wav.slice(-10))
})

test('says where the end is to whoever asks for more', async () => {
  const answer = await ask(await playable(nextSeed++), { range: 'bytes=99999999-' })
  expect(answer.status).toBe(416)
  expect(answer.headers.get('content-range')).toBe(`bytes */${wav.length}`)
  expect((await answer.json()).code).toBe('range-not-satisfiable')
})

test('records a listening once, wherever it begins', async () => {
  const id = await playable(nextSeed++)
  await (await ask(id, { range: 'bytes=1-' })).arrayBuffer()
  expect(await plays(id)).toBe(1)
  await (await ask(id, { range: 'bytes=500-900' })).arrayBuffer()
  await (await ask(id)).arrayBuffer()
  expect(await plays(id)).toBe(1)
})

test('records nothing where nothing can be heard', async () => {
  const id = await playable(nextSeed++)
  await ask(id, {}, 'HEAD')
  await ask(id, { range: 'bytes=99999999-' })
  expect(await plays(id)).toBe(0)
})

test('a recording that no worker has decoded yet is not ready', async () => {
  const client = await api.as('secretary')
  const sent = { author: 'doctor', template: 'chest-xray' }
  const { body } = await client.upload(aWav(nextSeed++), sent)
  const answer = await ask(body.id)
  expect([answer.status, (await answer.json()).code]).toEqual([409, 'recording-not-ready'])
})
