import { createAccounts, createSessions } from '@plume/storage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePeople, password } from '../support/people.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let house: TestDatabase
let people: Awaited<ReturnType<typeof makePeople>>
beforeAll(async () => {
  house = await createTestDatabase()
  people = await makePeople(house.database)
})
afterAll(() => house.close())

const minute = 60_000
const limits = { idleMs: 15 * minute, absoluteMs: 720 * minute }

/** Moves a session back in time: its opening, its last use. */
async function age(openedMinutes: number, usedMinutes: number): Promise<void> {
  await house.database.pool.query(
    `update sessions set opened_at = now() - $1 * interval '1 minute',
                         used_at = now() - $2 * interval '1 minute'`,
    [openedMinutes, usedMinutes],
  )
}

test('a session ends when it was not used, or is too old, and lives by being used', async () => {
  const sessions = createSessions(house.database, limits)
  const { token } = await sessions.open(people.doctor.id)
  expect(await sessions.find(token)).toMatchObject({ user: people.doctor })
  await age(60, 14)
  expect(await sessions.find(token)).not.toBeNull()
  await age(60, 16)
  expect(await sessions.find(token)).toBeNull()
  await age(721, 0)
  expect(await sessions.find(token)).toBeNull()
})

test('using a session renews it; looking at it does not', async () => {
  const sessions = createSessions(house.database, limits)
  const { token } = await sessions.open(people.doctor.id)
  await age(60, 10)
  const before = await sessions.look(token)
  expect((await sessions.look(token))?.usedAt).toEqual(before?.usedAt)
  await sessions.find(token)
  const after = await sessions.look(token)
  expect(after?.usedAt.getTime()).toBeGreaterThan(before?.usedAt.getTime() ?? 0)
})

test('the token is not in the database, and closing ends it', async () => {
  const sessions = createSessions(house.database, limits)
  const { token } = await sessions.open(people.doctor.id)
  const { rows } = await house.database.pool.query('select * from sessions')
  expect(JSON.stringify(rows)).not.toContain(token)
  await sessions.close(token)
  expect(await sessions.find(token)).toBeNull()
  const other = await sessions.open(people.doctor.id)
  await sessions.closeAllOf(people.doctor.id)
  expect(await sessions.find(other.token)).toBeNull()
})

test('passwords are kept as argon2id, and logins are not case-sensitive', async () => {
  const accounts = createAccounts(house.database)
  expect(await accounts.verifyPassword('Doctor', password)).toEqual(people.doctor)
  expect(await accounts.verifyPassword('doctor', 'wrong')).toBeNull()
  expect(await accounts.verifyPassword('nobody', password)).toBeNull()
  const { rows } = await house.database.pool.query('select password_hash from users')
  for (const { password_hash } of rows)
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1/)
  await accounts.setPassword(people.doctor.id, 'another one entirely')
  expect(await accounts.verifyPassword('doctor', password)).toBeNull()
  const again = { login: 'DOCTOR', displayName: 'x', role: 'doctor', password } as const
  expect(await accounts.createUser(again)).toEqual({ refused: 'login-taken' })
})
