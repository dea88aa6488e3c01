import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { blocksBeside, loadStarterTemplates, loadTemplates } from './starter.ts'
import type { Template } from './template.ts'

const templates = loadStarterTemplates()
const ids = [...new Set(templates.map(({ id }) => id))]
const pair = (id: string): readonly [Template, Template] => {
  const [english, french] = templates.filter((template) => template.id === id)
  if (!english || !french) throw new Error(`${id} is not there in two languages`)
  return [english, french]
}
/** Everything of a template that may not differ between languages. */
const frame = ({ layout, code, opening, fields, sections, around }: Template) => ({
  layout,
  code,
  opening,
  fields: fields.map(({ id, kind, required }) => [id, kind, required]),
  sections: sections.map(({ id, level, required, loinc, condition, normal }) => [
    ...[id, level, required, loinc, condition?.of, normal.length > 0],
  ]),
  around: Object.keys(around),
})

describe('the starter templates', () => {
  test('are seventeen, in English and in French', () => {
    expect(ids).toHaveLength(17)
    expect(templates.map(({ locale }) => locale).sort()).toEqual([
      ...Array.from({ length: 17 }, () => 'en-CA'),
      ...Array.from({ length: 17 }, () => 'fr-CA'),
    ])
  })

  test.each(ids)('%s has the same frame in both languages', (id) => {
    const [english, french] = pair(id)
    expect(french.locale).toBe('fr-CA')
    expect(frame(french)).toEqual(frame(english))
  })

  test.each(ids)('%s asks for something, and has an example', (id) => {
    for (const { sections, fields, example } of pair(id)) {
      const asked = [...sections, ...fields.filter(({ kind }) => kind !== 'known')]
      expect(asked.some(({ required }) => required)).toBe(true)
      expect(example).not.toBeNull()
    }
  })

  test('claim nothing by themselves that nobody said', () => {
    const byThemselves = templates.flatMap(({ id, sections }) =>
      sections
        .filter(({ required, normal }) => !required && normal.some(({ kind }) => kind === 'text'))
        .filter(({ normal }) => !normal.some(({ kind }) => kind === 'field'))
        .map((section) => `${id} ${section.id}`),
    )
    expect(byThemselves).toEqual([])
  })
})

describe('the templates of a site', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plume-templates-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const put = (name: string, text: string) => writeFile(join(folder, name), text)
  const note = (id: string, body = '## A\n') =>
    `---\nid: ${id}\nversion: 9\nlocale: en-CA\ntitle: Ours\n---\n${body}`

  test('stand beside those that come with Plume, and in place of them', async () => {
    await put('note.md', note('note'))
    await put('chest.md', note('chest-xray'))
    await put('README.md', 'For people.')
    const all = loadTemplates(folder)
    expect(all).toHaveLength(templates.length + 1)
    const chest = all.filter(({ id }) => id === 'chest-xray')
    expect(chest.map(({ locale, version }) => [locale, version])).toEqual([
      ['en-CA', 9],
      ['fr-CA', 2],
    ])
  })

  test('bring their own letterhead into every template', async () => {
    await mkdir(join(folder, 'blocks'))
    await put('blocks/letterhead.en-CA.md', 'Our clinic')
    const letter = loadTemplates(folder).find(({ id }) => id === 'follow-up-letter')
    expect(letter?.around.letterhead).toEqual([{ kind: 'text', text: 'Our clinic' }])
  })

  test('are those that come with Plume where there is no folder', () => {
    expect(loadTemplates(join(folder, 'nothing'))).toEqual(templates)
  })

  test('with mistakes are refused together, each at its file, line and column', async () => {
    await put('one.md', note('one', '## A\nnonsense\n'))
    await put('two.md', note('note'))
    await put('zwei.md', note('note'))
    const refused = () => loadTemplates(folder)
    expect(refused).toThrow(`${join(folder, 'one.md')}:8:1: This line is neither`)
    expect(refused).toThrow('zwei.md:1:1: Another file has the template note in en-CA.')
  })

  test('include blocks of no other folder', () => {
    const blockOf = blocksBeside(folder)
    expect(blockOf('letterhead.en-CA')).toContain('Example')
    for (const name of ['../chest-xray.en-CA', '/etc/passwd', 'nothing', '', '.', '..']) {
      expect(blockOf(name)).toBeNull()
    }
  })
})
