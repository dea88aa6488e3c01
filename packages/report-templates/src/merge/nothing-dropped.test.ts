import { partsOfReport, type Run, type WordRange } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeReport } from './merge-report.ts'
import { aContext, aTemplate, dictation } from './template-makers.ts'

/** Bits of what a doctor may say, so that fields, cues and normal texts are met often. */
const bits = fc.constantFrom(
  ...'all normal except|everything else is normal|the liver|is fatty|the kidneys are|EF|55%|is 120 mm'.split(
    '|',
  ),
  ...'heart rate|72|rhythm|sinus|not|job: crane operator|pregnant: yes|. |.|, | and |\n\n|; |Dr. |"|12,5'.split(
    '|',
  ),
)
const speech = fc
  .array(fc.oneof({ weight: 5, arbitrary: bits }, fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((said) => said.join(' '))
  .filter((text) => text.trim() !== '')
const headings = fc.constantFrom(null, 'liver', 'heart', 'rest', 'nowhere', 'field.job', 'field.x')
const dictations = fc
  .array(fc.tuple(headings, speech), { minLength: 1, maxLength: 5 })
  .map((parts) => dictation(...parts))

const sentence = fc.constantFrom(
  'The liver is normal.',
  'Both kidneys are normal. No free fluid.',
  'EF {{ef}}.',
  '{{if pregnant is yes}}Pregnant.{{otherwise}}Rate {{rate}}.{{end}}',
  '{{if patient.sex is male}}\nProstate normal.\n{{end}}',
  '{{job}} with {{rhythm}}.',
)
const normal = fc.array(sentence, { maxLength: 4 }).map((lines) => lines.join('\n'))
const said = fc.constantFrom('required\n', 'cues: the ID, ID\n', 'if: pregnant is yes\n', '')
const templates = fc
  .record({
    layout: fc.constantFrom('report', 'letter', 'form'),
    opening: fc.boolean(),
    required: fc.boolean(),
    bodies: fc.array(fc.tuple(said, normal), { minLength: 3, maxLength: 3 }),
  })
  .map(({ layout, opening, required, bodies }) =>
    aTemplate(
      ['liver', 'heart', 'rest']
        .map(
          (id, at) =>
            `## ${id} {#${id}}\n${bodies[at]?.[0].replaceAll('ID', id)}\n${bodies[at]?.[1]}\n`,
        )
        .join('\n'),
      `layout: ${layout}
${opening ? 'opening: rest\n' : ''}fields:
  - { id: ef, label: EF, kind: number, unit: "%", min: 5, max: 85, required: ${required} }
  - { id: rate, label: Heart rate, kind: number }
  - { id: rhythm, label: Rhythm, kind: choice, choices: [sinus, paced] }
  - { id: pregnant, label: Pregnant, kind: yes-no }
  - { id: job, label: Job, kind: text }
`,
    ),
  )

describe('whatever the template and whatever was said', () => {
  test('every dictated run is in the report, or in a run that names its words', () => {
    fc.assert(
      fc.property(templates, dictations, (template, written) => {
        const report = partsOfReport(mergeReport(written, template, aContext)).flat()
        for (const run of written.parts.flatMap(({ text }) => text)) {
          expect(isThere(run, report), JSON.stringify(run)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('merging again gives the same report, and no run of it is empty', () => {
    fc.assert(
      fc.property(templates, dictations, (template, written) => {
        const report = mergeReport(written, template, aContext)
        expect(mergeReport(written, template, aContext)).toEqual(report)
        expect(
          partsOfReport(report)
            .flat()
            .filter(({ text }) => text === ''),
        ).toEqual([])
      }),
    )
  })
})

/** White space at the end of a sentence that moved may go; the words may not. */
function isThere(run: Run, report: readonly Run[]): boolean {
  const own = wordsOf(run)
  if (!own) throw new Error('not dictated')
  const pieces = report.filter((each) => {
    const words = wordsOf(each)
    return words?.from === own.from && words.to === own.to
  })
  const text = pieces.map((piece) => piece.text).join('')
  return (
    text.trim().toLowerCase().includes(run.text.trim().toLowerCase()) ||
    report.some((each) => names(wordsOf(each), own))
  )
}

function names(outer: WordRange | undefined, inner: WordRange): boolean {
  return (
    outer !== undefined &&
    outer.from <= inner.from &&
    outer.to >= inner.to &&
    outer.to - outer.from > inner.to - inner.from
  )
}

function wordsOf({ source }: Run): WordRange | undefined {
  if (source.kind === 'dictated') return source.words
  return source.kind === 'template' || source.kind === 'blank' ? source.over : undefined
}
