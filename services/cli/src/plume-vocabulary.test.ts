import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePeople } from '../../../tests/support/people.ts'
import { callPlume } from '../../../tests/support/plume-call.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'

let folder: string
let house: TestDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-vocabulary-'))
  house = await createTestDatabase()
  await makePeople(house.database)
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const vocabulary = (...args: readonly string[]) =>
  callPlume({ folder, databaseUrl: house.database.url }, 'vocabulary', ...args)

async function aList(content: string): Promise<string> {
  const path = join(folder, 'terms.txt')
  await writeFile(path, content)
  return path
}

const list = () => vocabulary('list', '--author', 'doctor')

describe('plume vocabulary', { timeout: 120_000 }, () => {
  test('is empty at first, and afterwards what was set last, in its order', async () => {
    expect(await list()).toMatchObject({ status: 0, stdout: '' })
    const path = await aList('Xarelto\r\n\nGougerot-Sjögren\nœdème\n')
    const set = await vocabulary('set', path, '--author', 'doctor')
    expect(set).toMatchObject({ status: 0, stdout: '' })
    expect(set.stderr).toContain('3 terms')
    expect((await list()).stdout).toBe('Xarelto\nGougerot-Sjögren\nœdème\n')

    await vocabulary('set', await aList('tocilizumab\n'), '--author', 'doctor')
    expect((await list()).stdout).toBe('tocilizumab\n')
  })

  test('puts the change in the audit log, with the number of terms and none of them', async () => {
    await vocabulary('set', await aList('tocilizumab\n'), '--author', 'doctor')
    const events = await house.database.db
      .selectFrom('audit_events')
      .selectAll()
      .where('kind', '=', 'vocabulary-replaced')
      .execute()
    expect(events.length).toBeGreaterThan(0)
    expect(JSON.stringify(events)).not.toContain('tocilizumab')
  })

  test.each([
    ['a secretary', ['--author', 'secretary'], 'a\n', 1, 'unknown-author'],
    ['nobody here', ['--author', 'nobody'], 'a\n', 1, 'unknown-author'],
    ['a line that is a text', ['--author', 'doctor'], `${'x'.repeat(81)}\n`, 2, '80 characters'],
    ['too many lines', ['--author', 'doctor'], 'x\n'.repeat(501), 2, '500 lines'],
    ['no author', [], 'a\n', 2, '--author'],
  ])('refuses %s and changes nothing', async (_name, args, content, status, said) => {
    const before = (await list()).stdout
    const refused = await vocabulary('set', await aList(content), ...args)
    expect(refused.status).toBe(status)
    expect(refused.stderr).toContain(said)
    expect((await list()).stdout).toBe(before)
  })

  test('refuses a file that is not there', async () => {
    const refused = await vocabulary('set', join(folder, 'none.txt'), '--author', 'doctor')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('file-not-found')
  })
})
