import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDictationStore, createLexiconStore } from '@plume/storage'
import { recognitionFromText } from '@plume/terminology'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePeople } from '../../../tests/support/people.ts'
import { callPlume } from '../../../tests/support/plume-call.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'

let folder: string
let house: TestDatabase

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-lexicon-'))
  house = await createTestDatabase()
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

const plume = (...args: readonly string[]) =>
  callPlume({ folder, databaseUrl: house.database.url }, ...args)

async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function aFinalisedReport(words: string): Promise<void> {
  const { database } = house
  const people = await makePeople(database)
  const dictations = createDictationStore(database)
  const at = new Date('2026-03-03T10:00:00.000Z')
  const id = randomUUID()
  const system = { actor: null, at }
  const details = {
    id,
    sha256: 'a'.repeat(64),
    byteLength: 1,
    fileName: 'a.wav',
    authorId: people.doctor.id,
    uploadedBy: people.secretary.id,
    workType: 'radiology',
    templateId: 'chest-xray',
    locale: 'en-CA',
    givenLocale: 'en-CA',
    languageOrigin: 'given',
    priority: 'routine',
    patient: null,
    order: null,
    receivedAt: at,
  } as const
  await dictations.accept(details, { kind: 'dictation-received', dictationId: id, ...system })
  const fence = (await dictations.lease(id, { id: 'w', ttlMs: 60_000 }))?.fence ?? 0
  const recognition = recognitionFromText(words, { locale: 'en-CA', id: randomUUID() })
  await dictations.saveRecognition(id, fence, recognition)
  const reportId = randomUUID()
  const text = {
    template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
    title: 'Chest X-ray',
    fields: [],
    sections: [],
    unplaced: [],
    addenda: [],
  } as const
  const drafted = { kind: 'dictation-drafted', dictationId: id, reportId, ...system } as const
  await dictations.saveDraft(id, fence, { reportId, text, findings: [] }, drafted)
  await database.db
    .updateTable('reports')
    .set({ status: 'signed', signed_by: people.doctor.id, signed_at: at, signed_version: 1 })
    .execute()
}

const siteForms = async () =>
  (await createLexiconStore(house.database).layer({ layer: 'site', owner: '' })).entries.map(
    ({ preferred }) => preferred,
  )

describe('plume lexicon import', () => {
  test('takes a table in once the classes of its columns are named, and takes it out again', async () => {
    const list = await aFile('staff.csv', 'name,n\nQuillhaven,3\nOstrander,5\n')
    const refused = await plume('lexicon', 'import', list, '--locale', 'en')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/^classes-not-mapped: .*--map "name=name,n=ignore"/m)
    expect(await siteForms()).toEqual([])

    const taken = await plume(
      ...['lexicon', 'import', list, '--locale', 'en', '--map', 'name=name', '--map', 'n=ignore'],
    )
    expect(taken.stderr).toBe('')
    expect(taken.status).toBe(0)
    expect(taken.stdout).toContain('csv (utf-8, commas, with column names)')
    expect(await siteForms()).toEqual(['Quillhaven', 'Ostrander'])

    const id = /import (\d+)/.exec(taken.stdout)?.[1] ?? ''
    expect((await plume('lexicon', 'stats')).stdout).toContain(
      `import ${id}: staff.csv (csv), site`,
    )
    expect((await plume('lexicon', 'withdraw', id)).status).toBe(0)
    expect(await siteForms()).toEqual([])
  })

  test('a dry run says what would happen, rejected lines by number, and changes nothing', async () => {
    const list = await aFile(
      'broken.tsv',
      'form\tclass\tlocale\nQuillhaven\tname\ten\n\tname\ten\nxyz\tname\tde\n',
    )
    const { status, stdout, stderr } = await plume(
      ...['lexicon', 'import', list, '--dry-run', '--map', 'suggested'],
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^rows-rejected: 2 rows cannot be taken in\. [^\n]+\n$/)
    expect(stdout).toContain('rejected, no-form: 1 (lines 3)')
    expect(stdout).toContain('rejected, unknown-locale: 1 (lines 4)')
    expect(stdout).toContain('entries: 1 (name 1)')
    expect(await siteForms()).toEqual([])
  })

  test('a list that would change reference texts is shown and refused, unless it is accepted', async () => {
    const list = await aFile('brands.txt', 'Ostrander\nBloodrop\n')
    const reference = await aFile(
      'reference.tsv',
      'seen by ostrander\tseen by ostrander\ngiven bloodrop\tgiven Bloodrop\nno change\tno change\n',
    )
    const args = ['lexicon', 'import', list, '--locale', 'en-CA', '--map', 'suggested']
    const refused = await plume(...args, '--reference', reference)
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('reference texts: 3, of which 2 would change')
    expect(refused.stdout).toContain('fixes 1, breaks 1')
    expect(refused.stdout).toContain('ostrander → Ostrander')
    expect(refused.stderr).toMatch(/^lexicon-changes-text: 2 of 3/m)
    expect(await siteForms()).toEqual([])

    const taken = await plume(...args, '--reference', reference, '--accept-changes')
    expect(taken.status).toBe(0)
    expect(await siteForms()).toEqual(['Ostrander', 'Bloodrop'])
  })

  test('without a reference file, the dictations of finalised reports are the reference', async () => {
    await aFinalisedReport('reviewed by marlowe today')
    const list = await aFile('more-staff.txt', 'Marlowe\n')
    const args = ['lexicon', 'import', list, '--locale', 'en-CA', '--map', 'column 1=name']
    const refused = await plume(...args)
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('marlowe → Marlowe  (1)')
    // The words of the lexicon are shown, and no others of the report.
    expect(refused.stdout + refused.stderr).not.toContain('reviewed')
    const elsewhere = await plume(...args, '--layer', 'department', '--owner', 'pathology')
    expect(elsewhere.status).toBe(0)
    const same = await plume(...args, '--layer', 'department', '--owner', 'radiology')
    expect(same.status).toBe(1)
  })

  test.each<[string, string | Uint8Array, RegExp]>([
    ['zeros', new Uint8Array([0x61, 0x62, 0, 0, 0x63, 0]), /^not-a-list: /],
    ['a line without end', `word\n${'x'.repeat(200_000)}`, /^line-too-long: line 2/],
    [
      'a quotation that is never closed',
      `form,class\n"${'x\n'.repeat(60_000)}`,
      /^line-too-long: /,
    ],
    ['nothing', '', /^empty-list: /],
    ['JSON that is none', '[1,', /^json-unreadable: /],
  ])('%s is refused in one clear line', async (_, content, line) => {
    const list = await aFile('hostile.txt', content)
    const { status, stderr } = await plume(
      ...['lexicon', 'import', list, '--locale', 'en', '--map', 'suggested', '--dry-run'],
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(line)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('Windows letters, UTF-16 and an affix file are read as what they are', async () => {
    const windows = await aFile('windows.txt', Buffer.from('œdème\nhémoglobine\n', 'latin1'))
    expect(
      (await plume('lexicon', 'import', windows, '--dry-run', '--locale', 'fr')).stdout,
    ).toContain('csv (windows-1252')
    const utf16 = await aFile('utf16.txt', Buffer.from('\uFEFFform\nsténose\n', 'utf16le'))
    expect(
      (await plume('lexicon', 'import', utf16, '--dry-run', '--locale', 'fr')).stdout,
    ).toContain('utf-16le')
    await aFile('words.aff', 'SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n')
    const words = await aFile('words.dic', '1\nnodule/S\n')
    expect(
      (await plume('lexicon', 'import', words, '--dry-run', '--locale', 'fr')).stdout,
    ).toContain('word: 2, such as nodule; nodules')
  })
})

describe('plume mishearings', () => {
  test('adds, lists and removes what is put right without asking', async () => {
    const added = await plume('mishearings', 'add', 'Met form in', 'metformin', '--locale', 'en')
    expect(added.stderr).toBe('1 mishearing added\n')
    const file = await aFile(
      'mishearings.tsv',
      '# heard\tmeant\nlazy x\tLasix\nram a pril\tramipril\n',
    )
    expect((await plume('mishearings', 'import', file, '--locale', 'en-CA')).status).toBe(0)
    expect((await plume('mishearings', 'list')).stdout).toBe(
      'lazy x\tLasix\ten-CA\nmet form in\tmetformin\ten\nram a pril\tramipril\ten-CA\n',
    )
    expect((await plume('mishearings', 'remove', 'lazy x', '--locale', 'en-CA')).status).toBe(0)
    expect((await plume('mishearings', 'remove', 'lazy x', '--locale', 'en-CA')).status).toBe(1)
  })

  test('refuses what could change right words, and then adds none of a file', async () => {
    const before = (await plume('mishearings', 'list')).stdout
    const file = await aFile(
      'wrong.tsv',
      'clo pidogrel x\tclopidogrel\nhypertension\thypotension\n',
    )
    const { status, stderr } = await plume('mishearings', 'import', file, '--locale', 'en')
    expect(status).toBe(1)
    expect(stderr).toContain('line 2, "hypertension": this is a term of the lexicon')
    expect((await plume('mishearings', 'list')).stdout).toBe(before)
  })
})
