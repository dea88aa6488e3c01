import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callPlume } from '../../../tests/support/plume-call.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'

let folder: string
let house: TestDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-correspondents-'))
  house = await createTestDatabase()
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const correspondents = (...args: readonly string[]) =>
  callPlume({ folder, databaseUrl: house.database.url }, 'correspondents', ...args)

async function aFile(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'list.csv')
  await writeFile(path, content)
  return path
}

const french = `Titre;Prénom;Nom;Adresse;Ville;Code postal;Télécopieur;Téléavertisseur
Dre;Anne;Côté;"1, rue A; bureau 2";Québec;G1R 2B5;418 555-0100;1
Dr;Jean;Roy;3, rue B;Québec;G1R 2B6;;
;;;;;;418 555-0101;
Dre;ANNE;COTE;1, rue A; bureau 2;;;
Dre;Anne;Cote;"1, rue A; bureau 2";QUÉBEC;G1R 2B5;;
`

describe('plume correspondents', { timeout: 120_000 }, () => {
  test('lists nobody on standard output, and says on the other what to do', async () => {
    const listed = await correspondents('list')
    expect(listed).toMatchObject({ status: 0, stdout: '' })
    expect(listed.stderr).toContain('There are no correspondents yet. plume correspondents import')
  })

  test('takes a table in that an old program saved in French, and says which rows it leaves', async () => {
    const path = await aFile(Buffer.from(french, 'latin1'))
    const imported = await correspondents('import', path, '--language', 'fr')
    expect(imported).toMatchObject({ status: 1, stdout: '' })
    expect(imported.stderr.split('\n').filter((line) => !line.includes('migration'))).toEqual([
      'column not read: Téléavertisseur',
      'line 4: no name',
      'line 6: the same as line 2',
      'line 5: added, though somebody of that name has another address',
      '3 added, 0 replaced',
      expect.stringMatching(/^rows-rejected: 2 rows cannot be taken in\. Correct .+\.$/),
      '',
    ])
    expect((await correspondents('list', '--search', 'roy')).stdout).toBe(
      'Dr Jean Roy  3, rue B  Québec  G1R 2B6  fr\n',
    )
  })

  test('writes the directory as a table that adds nobody when it is taken in again', async () => {
    const path = join(folder, 'out.csv')
    expect((await correspondents('export', '-o', path, '--separator', ';')).status).toBe(0)
    const before = await readFile(path, 'utf8')
    expect(before).toMatch(/^\uFEFFnumber;title;given_name/)
    expect((await correspondents('import', path)).stderr).toContain('0 added, 3 replaced')
    await correspondents('export', '-o', path, '--separator', ';')
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  test('a dry run says what would be taken in, and changes nothing', async () => {
    const before = (await correspondents('list')).stdout
    const path = await aFile('family_name,language\nNew,en\nOther,\n')
    const dry = await correspondents('import', path, '--dry-run')
    expect(dry.status).toBe(1)
    expect(dry.stderr).toMatch(
      /^line 3: no language that Plume writes; see --language\n1 rows can be taken in\nrows-rejected: 1 row /,
    )
    expect((await correspondents('list')).stdout).toBe(before)
  })

  test.each([
    ['without a column of names', 'phone,fax\n1,2\n', [], 1, 'no-name-column'],
    ['of no text', 'a\0b', [], 1, 'not-a-list'],
    ['of another language', 'name\nA\n', ['--language', 'de'], 2, '--language is en or fr'],
  ])('refuses a table %s', async (_what, content, args, status, said) => {
    const refused = await correspondents('import', await aFile(content), ...args)
    expect(refused.status).toBe(status)
    expect(refused.stderr).toContain(said)
  })
})
