import type { Run } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { mergeReport } from './merge-report.ts'
import { aContext, aTemplate, dictation, shown } from './template-makers.ts'

const facts = `layout: form
fields:
  - { id: ef, label: Ejection fraction, kind: number, unit: ["%"], min: 5, max: 85, say: [EF] }
  - { id: pr, label: PR interval, kind: number, unit: ms, min: 80, max: 400 }
  - { id: rate, label: Heart rate, kind: number, unit: [bpm, /min, beats per minute], min: 20, max: 300 }
  - { id: rhythm, label: Rhythm, kind: choice, choices: [sinus, sinus arrhythmia, paced] }
  - { id: back, label: Return to work, kind: date }
  - { id: smoker, label: Smoker, kind: yes-no }
  - { id: job, label: Occupation, kind: text }
`
const form = aTemplate('## Remarks {#remarks}\n', `${facts}opening: remarks\n`)

/** The fields that have a text, then what is left over. */
function filled(text: string, template = form): string {
  const report = mergeReport(dictation([null, text]), template, aContext)
  return shown({
    ...report,
    fields: report.fields.filter((field) => field.text.length > 0),
    sections: report.sections.filter((section) => section.text.length > 0),
  })
}

describe('a field is filled from what is said for it', () => {
  test.each<[said: string, report: string]>([
    ['Ejection fraction 55%.', 'ef=55%'],
    ['The ejection fraction is 55%.', 'ef=55%'],
    ['EF of 55%.', 'ef=55%'],
    ['EF: 55%', 'ef=55%'],
    // A unit that was not said is the template's, and marked as its text.
    ['EF 55.', 'ef=55%'],
    ['Heart rate 72.', 'rate=72\u00A0bpm'],
    ['Heart rate 72 beats per minute.', 'rate=72 beats per minute'],
    ['Heart rate is 72/min.', 'rate=72/min'],
    ['Heart rate 72 bpm, PR interval 160 ms and EF 55%.', 'ef=55% | pr=160 ms | rate=72 bpm'],
    ['The rhythm is sinus.', 'rhythm=sinus'],
    ['Rhythm: sinus arrhythmia.', 'rhythm=sinus arrhythmia'],
    ['Return to work: March 3, 2026.', 'back=March 3, 2026'],
    ['Return to work 2026-03-03.', 'back=2026-03-03'],
    ['Smoker: yes.', 'smoker=yes'],
    ['Occupation: crane operator, nights.', 'job=crane operator, nights'],
    ['EF 55%. He feels well.', 'ef=55% | remarks: He feels well.'],
    // Prose keeps its words, and the field says the value too.
    [
      'The left ventricle is small with an ejection fraction of 55%.',
      'ef=55% | remarks: The left ventricle is small with an ejection fraction of 55%.',
    ],
    ['EF 55%. EF 55%.', 'ef=55% | remarks: EF 55%.'],
  ])('%s', (said, report) => {
    expect(filled(said)).toBe(report)
  })
})

describe('nothing is guessed: a blank says why, and the words stay', () => {
  test.each<[said: string, report: string]>([
    ['EF 95%.', 'ef=[out-of-range] | remarks: EF 95%.'],
    ['EF 55 mm.', 'ef=[wrong-unit] | remarks: EF 55 mm.'],
    ['EF 55 to 60%.', 'ef=[several-values] | remarks: EF 55 to 60%.'],
    ['EF 55%. EF 60%.', 'ef=[several-values] | remarks: EF 55%. EF 60%.'],
    [
      'Heart rate 72, PR interval 900 ms.',
      'pr=[out-of-range] | rate=72\u00A0bpm | remarks: Heart rate 72, PR interval 900 ms.',
    ],
    ['EF is not 55%.', 'remarks: EF is not 55%.'],
    ['EF 5,5%.', 'remarks: EF 5,5%.'],
    ['EF normal.', 'remarks: EF normal.'],
    ['The rhythm is not sinus.', 'remarks: The rhythm is not sinus.'],
    ['Rhythm: sinusoidal.', 'remarks: Rhythm: sinusoidal.'],
    ['He is no smoker.', 'remarks: He is no smoker.'],
    ['Return to work in March.', 'remarks: Return to work in March.'],
    ['His occupation changed.', 'remarks: His occupation changed.'],
    ['Heart rates of 72 and 80.', 'remarks: Heart rates of 72 and 80.'],
    ['Heart rate 72 and 80.', 'rate=[several-values] | remarks: Heart rate 72 and 80.'],
    ['PR interval 1600 ms.', 'pr=[out-of-range] | remarks: PR interval 1600 ms.'],
  ])('%s', (said, report) => {
    expect(filled(said)).toBe(report)
  })
})

const frenchForm = aTemplate(
  '## Remarques {#remarks}\n',
  `layout: form
fields:
  - { id: temp, label: Température, kind: number, unit: °C, min: 30, max: 45 }
  - { id: fe, label: Fraction d’éjection, kind: number, unit: "%", min: 5, max: 85, say: [FEVG] }
  - { id: debut, label: Début de l’arrêt, kind: date }
  - { id: fumeur, label: Fumeur, kind: yes-no }
opening: remarks
`,
  'fr-CA',
)

describe('fields in French', () => {
  test.each<[said: string, report: string]>([
    ['La température est de 37,5 °C.', 'temp=37,5 °C'],
    ['Température à 37,5.', 'temp=37,5\u00A0°C'],
    ['La fraction d’éjection est de 55\u00A0%.', 'fe=55\u00A0%'],
    ['FEVG 55 %, température 37 °C.', 'temp=37 °C | fe=55 %'],
    ['Début de l’arrêt : le 1er mars 2026.', 'debut=le 1er mars 2026'],
    ['Fumeur : non.', 'fumeur=non'],
    ['FEVG de 50 à 55 %.', 'fe=[several-values] | remarks: FEVG de 50 à 55 %.'],
    ['La température n’est pas de 37,5 °C.', 'remarks: La température n’est pas de 37,5 °C.'],
  ])('%s', (said, report) => {
    expect(filled(said, frenchForm)).toBe(report)
  })
})

test('a value answers for the whole of its clause', () => {
  const report = mergeReport(dictation([null, 'The ejection fraction is 55%.']), form, aContext)
  const rule = { rule: 'template.field', before: 'The ejection fraction is 55%.', after: '55%' }
  const run: Run = {
    text: '55%',
    source: { kind: 'dictated', words: { recognitionId: 'r', from: 0, to: 5 }, rules: [rule] },
  }
  expect(report.fields[0]?.text).toEqual([run])
})

test('a unit that nobody said is marked as the template’s', () => {
  const report = mergeReport(dictation([null, 'PR interval 160.']), form, aContext)
  expect(report.fields[1]?.text[1]).toEqual({
    text: '\u00A0ms',
    source: { kind: 'template', template: 't', version: 1 },
  })
})

test('a form shows its empty fields, to be filled by hand', () => {
  const report = mergeReport(dictation(), form, aContext)
  expect(report.layout).toBe('form')
  expect(report.fields.map(({ text }) => text)).toEqual(Array.from({ length: 7 }, () => []))
})

test.each([
  ['fr-CA', ['oui', 'non']],
  ['en-CA', ['yes', 'no']],
] as const)(
  'a form in %s offers the answers to a question, a report does not',
  (locale, answers) => {
    const template = (layout: string) =>
      aTemplate(
        '## R {#r}\n',
        `layout: ${layout}
fields:
  - { id: smoker, label: Smoker, kind: yes-no, required: true }
  - { id: side, label: Side, kind: choice, choices: [left, right], required: true }
`,
        locale,
      )
    const choices = (layout: string) =>
      mergeReport(dictation(), template(layout), aContext).fields.map((field) => field.choices)
    expect(choices('form')).toEqual([answers, ['left', 'right']])
    expect(choices('report')).toEqual([undefined, undefined])
  },
)

test('a text field takes all that is said under its name', () => {
  const said = dictation(['field.job', 'Crane operator. Nights only. EF 55%.'])
  const report = mergeReport(said, form, aContext)
  expect(
    report.fields
      .find(({ id }) => id === 'job')
      ?.text.map(({ text }) => text)
      .join(''),
  ).toBe('Crane operator. Nights only. EF 55%.')
})
