import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLockedDs2 } from '../../../../../tests/support/a-ds2.ts'
import { aWav } from '../../../../../tests/support/a-wav.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

let seed = 0

/** A locked recording that a worker has set aside. */
async function waiting(password: string, author = 'doctor'): Promise<string> {
  seed += 1
  const client = await api.as('secretary')
  const { body } = await client.upload(aLockedDs2(seed, password), {
    author,
    template: 'chest-xray',
  })
  await sql`update dictations set status = 'needs-password' where id = ${body.id}`.execute(
    api.database.db,
  )
  return body.id
}

const give = async (id: string, password: string, login = 'secretary') =>
  (await api.as(login)).send<{ unlocked: string[] }>('POST', `/api/dictations/${id}/password`, {
    password,
  })

const statusOf = async (id: string) => (await (await api.as('secretary')).dictation(id)).status

test('the password opens everything of that author which waits, and nothing of others', async () => {
  const [first, second] = [await waiting('1234'), await waiting('1234')]
  const others = await waiting('1234', 'other-doctor')
  const { status, body } = await give(first, '1234')
  expect(status).toBe(200)
  expect([...body.unlocked].sort()).toEqual([first, second].sort())
  expect(await statusOf(second)).toBe('queued')
  expect(await statusOf(others)).toBe('needs-password')
})

test('a wrong password is told apart, and changes nothing', async () => {
  const id = await waiting('4321')
  const { status, body } = await give(id, '1111')
  expect([status, body.code]).toEqual([422, 'wrong-recording-password'])
  expect(await statusOf(id)).toBe('needs-password')
})

test('the password is stored sealed: neither the database nor a log holds it', async () => {
  const id = await waiting('Xyz-98765')
  await give(id, 'Xyz-98765')
  const stored = await sql<{ sealed: Buffer }>`select sealed from recording_passwords`.execute(
    api.database.db,
  )
  expect(stored.rows.length).toBeGreaterThan(0)
  for (const { sealed } of stored.rows) expect(sealed.toString('latin1')).not.toContain('98765')
  expect(api.logged()).not.toContain('98765')
})

test('only a recording that waits for one takes a password', async () => {
  const client = await api.as('secretary')
  const sent = { author: 'doctor', template: 'chest-xray' }
  const { body } = await client.upload(aWav(1), sent)
  expect((await give(body.id, '1234')).body.code).toBe('dictation-not-waiting')
})

test('passwords cannot be tried one after the other', async () => {
  const id = await waiting('9999', 'other-doctor')
  let last = 0
  for (let attempt = 0; attempt < 12; attempt += 1) {
    last = (await give(id, String(1000 + attempt), 'other-secretary')).status
  }
  expect(last).toBe(429)
})
