import { partsOfReport, type ReportText, type Run, type TracedText } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeTemplate } from './change-template.ts'
import { mergeReport } from './merge-report.ts'
import { aContext, aTemplate, dictation, plain, shown } from './template-makers.ts'

const chest = aTemplate(
  `## Indication

## Technique

Two views.

## Findings {#findings}
required
also: observations
cues: the lungs

The lungs are clear. The heart is normal.

## Impression {#impression}
required
`,
  'fields: [{ id: ratio, label: Ratio, kind: number }, { id: author, label: Author, from: author.name }]\n',
)
const letter = aTemplate(
  `# Salutation
Dear colleague,

## Observations {#seen}
also: findings
cues: the lungs, the liver

## Conclusion {#impression}
required
also: impression

# Closing
Yours,
`,
  'layout: letter\nopening: seen\n',
)

const typed = (text: string): Run => ({
  text,
  source: { kind: 'typed', by: 'u', at: '2026-01-01T00:00:00.000Z' },
})

/** With something typed at the end of a section. */
function edited(report: ReportText, id: string, text: string): ReportText {
  const sections = report.sections.map((section) =>
    section.id === id ? { ...section, text: [...section.text, typed(text)] } : section,
  )
  return { ...report, sections }
}

const said = dictation(['findings', 'The lungs are clear.'], ['indication', 'Cough.'])
const report = edited(mergeReport(said, chest, aContext), 'impression', ' Normal chest.')

describe('choosing another template', () => {
  const changed = changeTemplate(report, letter, aContext)

  test('keeps what was typed and dictated, under the same id or name', () => {
    expect(shown(changed)).toBe(
      'seen: The lungs are clear. | impression: [not-dictated] Normal chest. | ? Indication\nCough.',
    )
    expect(changed.sections[1]?.text.at(-1)).toEqual(typed(' Normal chest.'))
  })

  test('takes the new frame, and leaves the old template’s own text behind', () => {
    expect(changed).toMatchObject({ layout: 'letter', title: 'T', template: { id: 't' } })
    expect(plain(changed.salutation)).toBe('Dear colleague,')
    expect(JSON.stringify(changed)).not.toContain('Two views')
  })

  test('and the first one again brings nothing twice', () => {
    expect(shown(changeTemplate(report, chest, aContext))).toBe(shown(report))
    const there = changeTemplate(edited(changed, 'seen', ' Big.'), letter, aContext)
    expect(shown(there)).toBe(shown(edited(changed, 'seen', ' Big.')))
  })

  test('places again what had no heading, and says that it is a guess', () => {
    const unheaded = mergeReport(dictation([null, 'The lungs are grey.']), chest, aContext)
    const moved = changeTemplate(unheaded, letter, aContext)
    expect(moved.sections[0]).toMatchObject({ id: 'seen', placed: 'cue' })
  })

  test('keeps the value of a field, where there is none as text', () => {
    const withRatio = mergeReport(dictation([null, 'Ratio 0.5.']), chest, aContext)
    expect(shown(changeTemplate(withRatio, chest, aContext))).toBe(shown(withRatio))
    expect(plain(changeTemplate(withRatio, letter, aContext).unplaced)).toBe('Ratio: 0.5')
  })

  test('keeps the salutation that came with the addressees', () => {
    const source = { kind: 'context', field: 'correspondent.salutation' } as const
    const salutation = [{ text: 'Dear Dr. Maple:', source }]
    expect(changeTemplate({ ...changed, salutation }, letter, aContext)).toMatchObject({
      salutation,
    })
  })

  test('keeps a salutation that somebody typed, and the addressees', () => {
    const recipients = [{ role: 'to', name: 'Dr. Maple', lines: [] }] as const
    const written = { ...changed, salutation: [typed('Dear Ann,')], recipients }
    expect(changeTemplate(written, letter, aContext)).toMatchObject({
      salutation: written.salutation,
      recipients,
    })
    expect(plain(changeTemplate(written, chest, aContext).unplaced)).toContain('Dear Ann,')
  })
})

test('whatever was typed and dictated, none of it is lost', () => {
  const texts = fc.constantFrom(
    'The lungs are grey.',
    'All normal except the heart is big.',
    'Ratio 0.5.',
    'Ratio 0.5. Ratio 0.6.',
    'Plain words',
  )
  const headings = fc.constantFrom(null, 'findings', 'impression', 'nowhere')
  const dictations = fc
    .array(fc.tuple(headings, texts), { minLength: 1, maxLength: 5 })
    .map((parts) => dictation(...parts))
  const edits = fc.array(fc.tuple(fc.constantFrom('findings', 'technique'), texts))
  fc.assert(
    fc.property(dictations, edits, (spoken, changes) => {
      const before = changes.reduce(
        (text, [id, words], index) => edited(text, id, ` ${words} ${index}`),
        mergeReport(spoken, chest, aContext),
      )
      const after = changeTemplate(before, letter, aContext)
      for (const run of ownRuns(before)) expect(isKept(run, ownRuns(after))).toBe(true)
      const back = changeTemplate(after, chest, aContext)
      for (const run of ownRuns(before)) expect(isKept(run, ownRuns(back))).toBe(true)
    }),
  )
})

const ownRuns = (text: ReportText): TracedText =>
  partsOfReport(text)
    .flat()
    .filter(({ source }) => source.kind === 'typed' || source.kind === 'dictated')

/** White space at its end may go; a dictated run may be in a field's whole clause. */
function isKept(run: Run, runs: TracedText): boolean {
  return runs.some(
    (other) =>
      other.source.kind === run.source.kind &&
      (other.text.includes(run.text.trim()) || isWithin(run, other)),
  )
}

function isWithin({ source: inner }: Run, { source: outer }: Run): boolean {
  return (
    inner.kind === 'dictated' &&
    outer.kind === 'dictated' &&
    outer.words.from <= inner.words.from &&
    outer.words.to >= inner.words.to
  )
}
