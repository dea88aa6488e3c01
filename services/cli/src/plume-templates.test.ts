import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callPlume } from '../../../tests/support/plume-call.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-templates-'))
  await mkdir(join(folder, 'blocks'))
  await writeFile(join(folder, 'blocks', 'clinic.md'), 'The clinic\n1 Main Street\n')
  await mkdir(join(folder, 'templates'))
  const english = good
    .replace('id: note', 'id: only-english')
    .replace('include clinic', 'author.name')
  await writeFile(join(folder, 'templates', 'only-english.md'), english)
})
afterAll(() => rm(folder, { recursive: true }))

const templates = (...args: readonly string[]) => callPlume({ folder }, 'templates', ...args)

async function aFile(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const good = `---
id: note
version: 1
locale: en-CA
title: Note
---

# Letterhead
{{include clinic}}

## Findings
required

# Example
findings colon the left knee is swollen period
`

describe('plume templates', { timeout: 60_000 }, () => {
  test('checks a file with its blocks', async () => {
    const checked = await templates('check', await aFile('good.md', good))
    expect(checked).toEqual({ status: 0, stdout: '', stderr: '1 file, nothing wrong\n' })
  })

  test('names each mistake at its file, line and column, and ends with 1', async () => {
    const one = await aFile('one.md', good.replace('title: Note', 'titel: Note'))
    const other = await aFile('other.md', good.replace('include clinic', 'include nothing'))
    const checked = await templates('check', one, other)
    expect(checked.status).toBe(1)
    expect(checked.stdout).toContain(`${one}:5:1: "titel" is not known here`)
    expect(checked.stdout).toContain(`${other}:9:1: There is no block "nothing" to include.`)
    expect(checked.stderr).toMatch(/^template-unreadable: the templates have 3 mistakes\. .+\n$/)
  })

  test('previews a file’s example as the report that comes of it', async () => {
    const output = join(folder, 'out.json')
    await templates('preview', await aFile('good.md', good), '-o', output)
    const { report } = JSON.parse(await readFile(output, 'utf8'))
    expect(report.letterhead).toHaveLength(2)
    expect(report.sections[0].text.map((run: { text: string }) => run.text).join('')).toBe(
      'The left knee is swollen.',
    )
  })

  test.each([
    ['no template there is', ['preview', 'no-such', '-o', 'x.txt'], 1, 'unknown-template'],
    [
      'a name that is nearly one',
      ['preview', 'chest-xry', '-o', 'x.txt'],
      1,
      'Near it: chest-xray (Chest X-ray).',
    ],
    [
      'a French title instead of an id',
      ['preview', 'radiographie pulmonaire', '--locale', 'fr-CA', '-o', 'x.txt'],
      1,
      'chest-xray (Radiographie pulmonaire)',
    ],
    [
      'a template of another locale',
      ['preview', 'only-english', '--locale', 'fr-CA', '-o', 'x.txt'],
      1,
      'It is there in en-CA. See plume templates list.',
    ],
    ['no file there is', ['check', '/nowhere.md'], 1, 'file-not-found'],
    ['nothing named', ['check'], 2, 'FILE... is missing'],
  ])('with %s is refused', async (_what, args, status, words) => {
    const refused = await templates(...args)
    expect(refused.status).toBe(status)
    expect(refused.stderr).toContain(words)
  })
})
