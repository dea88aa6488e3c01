import { describe, expect, test } from 'vitest'
import { loadStarterTemplates, readBlocks } from './starter.ts'
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

test('a block’s name leads to no other folder', () => {
  const blockOf = readBlocks(new URL('../starter/blocks', import.meta.url).pathname)
  expect(blockOf('letterhead.en-CA')).toContain('Example')
  for (const name of ['../chest-xray.en-CA', '/etc/passwd', 'nothing', '', '.', '..']) {
    expect(blockOf(name)).toBeNull()
  }
})
