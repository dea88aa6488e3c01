import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { aWav } from '../../../../../tests/support/a-wav.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
afterEach(() => api.close())

/** Opens the stream and gathers what comes, until the server ends it. */
async function watch(login: string) {
  const client = await api.as(login)
  const answer = await client.fetch('GET', '/api/events')
  let text = ''
  const ended = (async () => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk).toString()
  })()
  return { answer, ended, text: () => text }
}

test('a change is told by its kind and id alone', async () => {
  api = await startApi()
  const stream = await watch('doctor')
  expect(stream.answer.headers.get('content-type')).toContain('text/event-stream')
  const patient = { id: 'MRN-9', name: 'Quentin Marchpane' }
  const secretary = await api.as('secretary')
  const { body } = await secretary.upload(aWav(1), {
    author: 'doctor',
    template: 'chest-xray',
    patient,
  })
  await expect
    .poll(() => stream.text())
    .toContain(`data: {"kind":"dictation","id":"${body.id}"}\n\n`)
  expect(stream.text()).not.toContain('Marchpane')
})

test('a stop ends every stream at once', async () => {
  api = await startApi()
  const stream = await watch('doctor')
  const stopped = api.app.close()
  await Promise.race([
    stream.ended,
    pause(8000).then(() => {
      throw new Error('the stream is still open')
    }),
  ])
  await stopped
})

test('a stream ends when changes may have been missed, so that the page asks for everything', async () => {
  api = await startApi()
  const stream = await watch('doctor')
  await expect.poll(listeners).toBe(1)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'listen plume_changes'`.execute(api.database.db)
  await stream.ended
})

async function listeners(): Promise<number> {
  const found = await sql<{ n: string }>`select count(*) n from pg_stat_activity
    where datname = current_database() and query = 'listen plume_changes'`.execute(api.database.db)
  return Number(found.rows[0]?.n)
}

test('signing out ends the stream, and no other', async () => {
  api = await startApi()
  const [mine, other] = [await watch('doctor'), await watch('secretary')]
  await (await api.as('doctor')).send('DELETE', '/api/session')
  await mine.ended
  const { body } = await (await api.as('secretary')).upload(aWav(2), {
    author: 'doctor',
    template: 'chest-xray',
  })
  await expect.poll(() => other.text()).toContain(body.id)
})

test('nobody waits for the head of a stream', async () => {
  api = await startApi()
  const client = await api.as('doctor')
  expect((await client.fetch('HEAD', '/api/events')).status).toBe(404)
})
