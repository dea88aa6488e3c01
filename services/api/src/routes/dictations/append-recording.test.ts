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
const freshWav = () => {
  seed += 1
  return aWav(seed)
}

async function received(): Promise<string> {
  const client = await api.as('secretary')
  const { body } = await client.upload(freshWav(), { author: 'doctor', template: 'chest-xray' })
  return body.id
}

async function append(id: string, bytes: Uint8Array<ArrayBuffer>, login = 'secretary') {
  const client = await api.as(login)
  const form = new FormData()
  form.set('audio', new Blob([bytes]), 'more.wav')
  const answer = await client.fetch('POST', `/api/dictations/${id}/recordings`, form)
  return { status: answer.status, body: await answer.json() }
}

test('is accepted once, whoever sends the same bytes again', async () => {
  const id = await received()
  const more = freshWav()
  expect(await append(id, more)).toMatchObject({ status: 201, body: { id, status: 'queued' } })
  expect((await append(id, more, 'doctor')).status).toBe(200)
  const stored = await sql<{ n: string }>`
    select count(*) n from appended_recordings where dictation_id = ${id}`.execute(api.database.db)
  expect(stored.rows[0]?.n).toBe('1')
})

test('is refused to a doctor whose dictation it is not', async () => {
  const { status, body } = await append(await received(), freshWav(), 'other-doctor')
  expect([status, body.code]).toEqual([403, 'not-allowed'])
})

test('is refused for a dictation that nobody knows, and for what is no recording', async () => {
  const nowhere = '00000000-0000-4000-8000-000000000000'
  expect((await append(nowhere, freshWav())).body.code).toBe('dictation-not-found')
  const text = new Uint8Array(Buffer.from('no recording at all, just a few words '.repeat(4)))
  expect((await append(await received(), text)).body.code).toBe('not-audio')
})
