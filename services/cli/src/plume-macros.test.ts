import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePeople } from '../../../tests/support/people.ts'
import { callPlume } from '../../../tests/support/plume-call.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'

let folder: string
let house: TestDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-macros-'))
  house = await createTestDatabase()
  await makePeople(house.database)
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const macros = (...args: readonly string[]) =>
  callPlume({ folder, databaseUrl: house.database.url }, 'macros', ...args)

async function aFile(content: string | Uint8Array, name = 'macros.md'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const both = `---
name: Normal chest
locale: en-CA
say: [chest normal]
---
The heart is {{heart size: normal | enlarged}}.
---
name: Poumon normal
locale: fr-CA
---
Poumons clairs à {{côté}}.
`

describe('plume macros', { timeout: 120_000 }, () => {
  test('takes a file in, lists and shows it, and writes it again as the same file', async () => {
    const imported = await macros('import', await aFile(both))
    expect(imported).toMatchObject({ status: 0, stdout: '' })
    expect(imported.stderr).toContain('2 added, 0 replaced')
    expect((await macros('list')).stdout.split('\n')[0]).toBe(
      'Normal chest   en-CA  version 1  also: chest normal',
    )
    expect((await macros('preview', 'chest normal')).stdout).toBe(
      'The heart is [heart size: normal | enlarged].\n',
    )
    const path = join(folder, 'out.md')
    expect((await macros('export', '-o', path)).status).toBe(0)
    expect((await macros('import', path)).stderr).toContain('0 added, 2 replaced')
    const again = join(folder, 'again.md')
    await macros('export', '-o', again)
    expect(await readFile(again, 'utf8')).toBe(await readFile(path, 'utf8'))
  })

  test("keeps an author's apart from the site's, and removes one by its name", async () => {
    const file = await aFile('---\nname: Mine\nlocale: en-CA\n---\nMine.\n')
    await macros('import', file, '--author', 'doctor')
    expect((await macros('list', '--author', 'doctor')).stdout).toContain('Mine')
    expect((await macros('list')).stdout).not.toContain('Mine')
    expect((await macros('remove', 'mine', '--author', 'doctor')).status).toBe(0)
    const none = await macros('list', '--author', 'doctor')
    expect(none).toMatchObject({ status: 0, stdout: '' })
    expect(none.stderr).toContain('There are no macros here yet. plume macros import FILE')
    expect((await macros('remove', 'mine', '--author', 'doctor')).stderr).toContain(
      'macro-not-found',
    )
  })

  test('reads a file that was saved by an old program in French', async () => {
    const latin = Buffer.from('---\nname: Échographie\nlocale: fr-CA\n---\nNormale.\n', 'latin1')
    const path = await aFile(latin)
    expect((await macros('preview', 'echographie', '--file', path)).stdout).toBe('Normale.\n')
  })

  test.each([
    ['a file with a mistake', '---\nname: A\nlocale: en-CA\n---\nA {{b', [], 'line 5, column 3'],
    ['bytes of no text', 'a\0b', [], 'not-a-list'],
    ['nobody here', both, ['--author', 'nobody'], 'unknown-author'],
    ['an author who is none', both, ['--author', 'secretary'], 'unknown-author'],
    [
      'a name that another macro has already',
      '---\nname: New\nlocale: en-CA\nsay: chest normal\n---\nA.',
      [],
      'macro-name-taken',
    ],
  ])('refuses %s and takes nothing in', async (_what, content, args, said) => {
    const before = (await macros('export')).stdout
    const refused = await macros('import', await aFile(content), ...args)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain(said)
    expect((await macros('export')).stdout).toBe(before)
  })
})
