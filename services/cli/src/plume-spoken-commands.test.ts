import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePeople } from '../../../tests/support/people.ts'
import { callPlume } from '../../../tests/support/plume-call.ts'
import { runPlume } from '../../../tests/support/plume-process.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'

let folder: string
let house: TestDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-commands-'))
  house = await createTestDatabase()
  await makePeople(house.database)
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const place = () => ({ folder, databaseUrl: house.database.url })
const commands = (...args: readonly string[]) => callPlume(place(), 'commands', ...args)
const list = async () => (await commands('list', '--author', 'doctor')).stdout.split('\n')

describe('plume commands', { timeout: 120_000 }, () => {
  test('are all on, until some are switched off; then on again', async () => {
    expect((await list()).filter((line) => line.endsWith('\toff'))).toEqual([])
    expect(await commands('set', '--author', 'doctor', '--off', 'goto,comma')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('2 families off'),
    })
    const lines = await list()
    expect(lines).toContain('comma\toff')
    expect(lines).toContain('goto\toff')
    expect(lines).toContain('period\ton')
    await commands('set', '--author', 'doctor')
    expect(await list()).toContain('comma\ton')
  })

  test('are the same for a whole process, which lets go of the database and ends', async () => {
    const alone = await runPlume(place(), 'commands', 'list', '--author', 'doctor')
    expect(alone).toEqual(await commands('list', '--author', 'doctor'))
  })

  test('a family that there is not changes nothing, and those that there are get named', async () => {
    const refused = await commands('set', '--author', 'doctor', '--off', 'comma,everything')
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('semicolon') })
    expect(await list()).toContain('comma\ton')
  })

  test('are a doctor’s', async () => {
    expect(await commands('list', '--author', 'secretary')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('unknown-author'),
    })
  })
})
