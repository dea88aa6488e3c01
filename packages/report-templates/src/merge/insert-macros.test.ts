import { describe, expect, test } from 'vitest'
import type { KeptMacro } from '../macros/macro.ts'
import { mergeReport } from './merge-report.ts'
import { aContext, aTemplate, dictation, shown } from './template-makers.ts'

const macro = (id: string, name: string, body: string, locale: 'en-CA' | 'fr-CA' = 'en-CA') =>
  ({ id, version: 2, name, locale, spoken: [], body }) satisfies KeptMacro
const macros = [
  macro('mine', 'Normal chest', 'The lungs are clear. Size {{size}}.'),
  macro('site', 'normal chest', 'Site text.'),
  macro('fr', 'Poumon normal', 'Poumons clairs.', 'fr-CA'),
]
const chest = aTemplate('## Findings {#findings}\ncues: the lungs\n\n## Impression {#impression}\n')
const merged = (heading: string | null, text: string) =>
  mergeReport(dictation([heading, text]), chest, { ...aContext, macros })

describe('a macro that is asked for by name', () => {
  test.each<[said: string, report: string]>([
    ['Insert normal chest.', 'The lungs are clear. Size [not-dictated].'],
    ['Insert my normal chest.', 'The lungs are clear. Size [not-dictated].'],
    [
      'PA view. Insert normal chest. Old rib fracture.',
      'PA view. The lungs are clear. Size [not-dictated]. Old rib fracture.',
    ],
    // Prose, and names that no macro has.
    ['Normal chest.', 'Normal chest.'],
    ['Insert normal heart.', 'Insert normal heart.'],
    ['Insert normal chest today.', 'Insert normal chest today.'],
    ['We insert normal chest.', 'We insert normal chest.'],
    ['Insert a tube.', 'Insert a tube.'],
  ])('%s', (said, report) => {
    expect(shown(merged('findings', said))).toBe(`findings: ${report} | impression: `)
  })

  test('is the author’s own before the site’s, and names the words that asked', () => {
    const report = merged('findings', 'Old fracture. Insert normal chest.')
    expect(report.sections[0]?.text.at(-1)?.source).toEqual({
      kind: 'template',
      template: 'macro:mine',
      version: 2,
      over: { recognitionId: 'r', from: 2, to: 5 },
    })
  })

  test('goes by its own first words where no heading was said', () => {
    const [findings] = merged(null, 'Insert normal chest.').sections
    expect(findings).toMatchObject({ id: 'findings', placed: 'cue' })
  })

  test('in French', () => {
    const french = aTemplate('## Constatations {#findings}\n', '', 'fr-CA')
    const context = { ...aContext, macros }
    const said = dictation(['findings', 'Insérez poumon normal.'])
    expect(shown(mergeReport(said, french, context))).toBe('findings: Poumons clairs.')
  })
})
