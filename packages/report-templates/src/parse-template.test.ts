import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTemplate } from './parse-template.ts'
import { loadStarterTemplates } from './starter.ts'

const good = `---
id: chest-xray
version: 2
locale: fr-CA
title: Radiographie
fields:
  - { id: record, label: Dossier, from: patient.id, required: true }
opening: findings
---

## Constatations {#findings}
required
also: Résultats, à l'examen
loinc: 59776-5

## Conclusion
`

function problemsOf(source: string) {
  const parsed = parseTemplate(source)
  return 'problems' in parsed ? parsed.problems : []
}

test('reads every fact of a template', () => {
  expect(parseTemplate(good)).toEqual({
    id: 'chest-xray',
    version: 2,
    locale: 'fr-CA',
    title: 'Radiographie',
    opening: 'findings',
    fields: [{ id: 'record', label: 'Dossier', from: 'patient.id', required: true }],
    sections: [
      {
        id: 'findings',
        heading: 'Constatations',
        aliases: ['Résultats', "à l'examen"],
        required: true,
        loinc: '59776-5',
      },
      { id: 'conclusion', heading: 'Conclusion', aliases: [], required: false, loinc: null },
    ],
  })
})

test('reads the example of the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const example = /```markdown\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(parseTemplate(example)).toMatchObject({ id: 'chest-xray', sections: [{ id: 'findings' }] })
})

test('reads a file with Windows line ends and a byte order mark', () => {
  expect(parseTemplate(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual(parseTemplate(good))
})

describe('a wrong template is refused at the line of its first mistake', () => {
  test.each<[string, number, string, string]>([
    ['no front matter', 1, '## Findings', 'three hyphens'],
    ['an unknown locale', 4, good.replace('fr-CA', 'de-DE'), '"locale"'],
    ['an unknown fact', 5, good.replace('title:', 'titel:'), '"titel" is not known'],
    ['a version that is no number', 3, good.replace('version: 2', 'version: two'), '"version"'],
    ['a field from nowhere', 7, good.replace('patient.id', 'patient.secret'), '"from"'],
    [
      'an opening that is not there',
      8,
      good.replace('opening: findings', 'opening: end'),
      'opening',
    ],
    [
      'a yes that YAML does not know',
      7,
      good.replace('required: true', 'required: yes'),
      'true or false',
    ],
    ['an id that is none', 11, good.replace('{#findings}', '{#Findings}'), 'small letters'],
    ['a line that means nothing', 12, good.replace('\nrequired\n', '\nobligatory\n'), 'neither'],
    ['two sections of one id', 16, good.replace('Conclusion', 'Fin {#findings}'), 'Two sections'],
    ['no section', 10, good.slice(0, good.indexOf('## ')), 'at least one section'],
  ])('%s', (_name, line, source, words) => {
    const [first] = problemsOf(source)
    expect(first?.line).toBe(line)
    expect(first?.message).toContain(words)
  })

  test('a name that means two sections', () => {
    const twice = `${good}also: résultats\n`
    expect(problemsOf(twice)[0]?.message).toContain('"résultats" names two sections')
  })
})

test('never throws and never hangs, whatever the text', () => {
  const mutated = fc.tuple(fc.nat(good.length), fc.nat(20), fc.string({ maxLength: 10 }))
  fc.assert(
    fc.property(fc.array(mutated, { maxLength: 5 }), fc.string(), (cuts, noise) => {
      let source = good
      for (const [at, length, text] of cuts) {
        source = source.slice(0, at) + text + source.slice(at + length)
      }
      parseTemplate(source)
      parseTemplate(noise)
      parseTemplate(`---\n${noise}\n---\n${source}`)
    }),
    { numRuns: 500 },
  )
})

describe('the starter templates', () => {
  const templates = loadStarterTemplates()

  test('are there in English and French, with the same sections', () => {
    const ids = ['chest-xray', 'discharge-summary', 'general-consultation']
    for (const locale of ['en-CA', 'fr-CA']) {
      const own = templates.filter((template) => template.locale === locale)
      expect(own.map(({ id }) => id).sort()).toEqual(ids)
    }
    for (const id of ids) {
      const [one, two] = templates.filter((template) => template.id === id)
      expect(one?.sections.map((section) => section.id)).toEqual(
        two?.sections.map((section) => section.id),
      )
    }
  })

  test('each ask for at least one section', () => {
    for (const { sections } of templates)
      expect(sections.some(({ required }) => required)).toBe(true)
  })
})
