import type { ReportText, Run } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { createAddAddendum } from './add-addendum.ts'
import { createChangeReportTemplate } from './change-report-template.ts'
import { createClaimReport, createReleaseReport, createReopenReport } from './claim-report.ts'
import { createFinaliseReport } from './finalise-report.ts'
import type { Report } from './report.ts'
import {
  aReportStore,
  aReportText,
  author,
  blank,
  dictated,
  otherDoctor,
  otherSecretary,
  secretary,
} from './report-makers.ts'
import { createSaveReportText } from './save-report-text.ts'
import { createSignReport } from './sign-report.ts'

const now = () => new Date('2026-03-03T10:00:00Z')
const inHand = {
  id: 'report-1',
  dictationId: 'dictation-1',
  authorId: author.id,
  version: 1,
  letterOf: null,
  status: 'in-review',
  claimedBy: secretary.id,
  claimedAt: now(),
} as const satisfies Report
const finalised = {
  ...inHand,
  status: 'finalised',
  finalisedBy: secretary.id,
  finalisedAt: now(),
} as const satisfies Report
const signed = {
  ...finalised,
  status: 'signed',
  signature: { by: author.id, at: now(), version: 1 },
} as const satisfies Report

const macros = {
  of: async (template: string, version: number) =>
    template === 'macro:1' && version === 2 ? ['No pneumothorax.\n\nNo effusion.', ' mm'] : [],
}

function house(report?: Report, text = aReportText()) {
  const memory = aReportStore(text, report)
  const needs = { reports: memory.store, now }
  return {
    ...memory,
    claim: createClaimReport(needs),
    release: createReleaseReport(needs),
    reopen: createReopenReport(needs),
    save: createSaveReportText({ ...needs, macros }),
    choose: createChangeReportTemplate(needs),
    finalise: createFinaliseReport(needs),
    sign: createSignReport(needs),
    addend: createAddAddendum(needs),
  }
}

describe('claiming', () => {
  test('gives a draft to the first who asks and tells the second', async () => {
    const { claim } = house()
    expect(await claim('report-1', secretary, { takeOver: false })).toMatchObject({
      status: 'in-review',
      claimedBy: secretary.id,
    })
    expect(await claim('report-1', otherSecretary, { takeOver: false })).toEqual({
      refused: 'claimed-by-another',
    })
  })

  test('changes nothing for the holder who asks again', async () => {
    const { claim, auditKinds } = house(inHand)
    expect(await claim('report-1', secretary, { takeOver: false })).toEqual(inHand)
    expect(auditKinds).toEqual([])
  })

  test('takes over only when asked to, and stops the former holder’s next save', async () => {
    const { claim, save } = house(inHand)
    await claim('report-1', otherSecretary, { takeOver: true })
    const late = { reportId: 'report-1', editor: secretary, baseVersion: 1, text: aReportText() }
    expect(await save(late)).toEqual({ refused: 'claimed-by-another' })
  })

  test('lays a report back only from the hands that hold it', async () => {
    const { release } = house(inHand)
    expect(await release('report-1', otherSecretary)).toEqual({ refused: 'claimed-by-another' })
    expect(await release('report-1', secretary)).toMatchObject({ status: 'draft' })
  })
})

const typed = (text: string): Run => ({
  text,
  source: { kind: 'typed', by: secretary.id, at: '2026-03-03T10:00:00.000Z' },
})

describe('saving', () => {
  const edited = aReportText({ findings: [dictated('Lungs ', 0), dictated('clear.', 1), blank()] })

  test('makes the next version of a changed text', async () => {
    const { save, versions } = house(inHand)
    const outcome = await save({
      reportId: 'report-1',
      editor: secretary,
      baseVersion: 1,
      text: edited,
    })
    expect(outcome).toMatchObject({ report: { version: 2 } })
    expect(versions[1]).toMatchObject({ kind: 'edit', savedBy: secretary.id, text: edited })
  })

  test('makes no version of unchanged text', async () => {
    const { save, versions } = house(inHand)
    await save({ reportId: 'report-1', editor: secretary, baseVersion: 1, text: aReportText() })
    expect(versions).toHaveLength(1)
  })

  const fromMacro = (text: string, version = 2, template = 'macro:1'): Run => ({
    text,
    source: { kind: 'template', template, version },
  })
  test.each([
    ['its text', fromMacro('No pneumothorax.\n\nNo effusion.'), 'template'],
    ['its text once more', fromMacro('No effusion.'), 'template'],
    ['half a word of it', fromMacro('No eff'), 'typed'],
    ['other words', fromMacro('No pneumonia.'), 'typed'],
    ['the text of another version', fromMacro('No effusion.', 1), 'typed'],
    ['another template', fromMacro('No effusion.', 2, 'chest-xray'), 'typed'],
  ] as const)('of a macro that is named, %s: %j is %s', async (_what, run, kind) => {
    const { save, versions } = house(inHand)
    const findings = [dictated('Lungs ', 0), dictated('clear.', 1), run, blank(), run]
    const text = aReportText({ findings })
    await save({ reportId: 'report-1', editor: secretary, baseVersion: 1, text })
    const saved = versions[1]?.text.sections[0]?.text ?? []
    expect([saved[2]?.source.kind, saved[4]?.source.kind]).toEqual([kind, kind])
  })

  test('refuses a text based on an older version', async () => {
    const { save } = house({ ...inHand, version: 2 })
    const stale = { reportId: 'report-1', editor: secretary, baseVersion: 1, text: edited }
    expect(await save(stale)).toEqual({ refused: 'stale-version' })
  })

  test('refuses to change a report nobody has taken', async () => {
    const { save } = house()
    const eager = { reportId: 'report-1', editor: secretary, baseVersion: 1, text: edited }
    expect(await save(eager)).toEqual({ refused: 'not-claimed' })
  })
})

describe('finalising', () => {
  test('stops at a blank', async () => {
    const { finalise } = house(inHand, aReportText({ impression: [blank()] }))
    expect(await finalise('report-1', secretary, 1)).toEqual({ refused: 'blank-left' })
  })

  test('stops at a required section without a word, and at a missing patient', async () => {
    const nothingSaid = house(inHand, aReportText({ impression: [typed(' ')] }))
    expect(await nothingSaid.finalise('report-1', secretary, 1)).toEqual({
      refused: 'required-part-empty',
    })
    const whole = aReportText()
    const nobody = house(inHand, {
      ...whole,
      fields: whole.fields.map((f) => ({ ...f, text: [] })),
    })
    expect(await nobody.finalise('report-1', secretary, 1)).toEqual({
      refused: 'required-part-empty',
    })
  })

  test.each<[string, ReportText['recipients'], boolean]>([
    ['nobody', undefined, true],
    ['nobody but a copy', [{ role: 'copy', name: 'Medical records', lines: [] }], true],
    ['somebody without a name', [{ role: 'to', name: ' ', lines: ['1 Main Street'] }], true],
    ['somebody', [{ role: 'to', name: 'Dr. Jane Roe', lines: [] }], false],
  ])('of a letter that goes to %s', async (_whom, recipients, stops) => {
    const letter = {
      ...aReportText(),
      layout: 'letter',
      ...(recipients && { recipients }),
    } as const
    const { finalise } = house(inHand, letter)
    expect(await finalise('report-1', secretary, 1)).toMatchObject(
      stops ? { refused: 'letter-without-addressee' } : { status: 'finalised' },
    )
  })

  test('stops at a blank in a letter’s salutation', async () => {
    const { finalise } = house(inHand, { ...aReportText(), salutation: [blank()] })
    expect(await finalise('report-1', secretary, 1)).toEqual({ refused: 'blank-left' })
  })

  test('takes underscores for a blank, whoever typed them', async () => {
    const { finalise } = house(inHand, aReportText({ impression: [typed('____')] }))
    expect(await finalise('report-1', secretary, 1)).toEqual({ refused: 'blank-left' })
  })

  test('stops when the text on screen is not the newest', async () => {
    const { finalise } = house({ ...inHand, version: 2 })
    expect(await finalise('report-1', secretary, 1)).toEqual({ refused: 'stale-version' })
  })

  test('can be undone before signature', async () => {
    const { finalise, reopen } = house(inHand)
    expect(await finalise('report-1', secretary, 1)).toMatchObject({ status: 'finalised' })
    expect(await reopen('report-1', author, 1)).toMatchObject({
      status: 'in-review',
      claimedBy: author.id,
    })
  })
})

describe('signing', () => {
  test('is for the author alone', async () => {
    const { sign } = house(finalised)
    expect(await sign('report-1', otherDoctor, 1)).toEqual({ refused: 'not-the-author' })
    expect(await sign('report-1', author, 1)).toMatchObject({
      status: 'signed',
      signature: { by: author.id, version: 1 },
    })
  })

  test('needs a finalised report', async () => {
    expect(await house(inHand).sign('report-1', author, 1)).toEqual({ refused: 'not-finalised' })
  })

  test('signs only the version on screen', async () => {
    const { sign } = house({ ...finalised, version: 2 })
    expect(await sign('report-1', author, 1)).toEqual({ refused: 'stale-version' })
  })

  test('happens once', async () => {
    expect(await house(signed).sign('report-1', author, 1)).toEqual({ refused: 'already-signed' })
  })
})

describe('a signed report', () => {
  test('cannot be claimed, saved, finalised or reopened', async () => {
    const { claim, save, finalise, reopen } = house(signed)
    const refused = { refused: 'already-signed' }
    expect(await claim('report-1', secretary, { takeOver: true })).toEqual(refused)
    const change = { reportId: 'report-1', editor: secretary, baseVersion: 1, text: aReportText() }
    expect(await save(change)).toEqual(refused)
    expect(await finalise('report-1', secretary, 1)).toEqual(refused)
    expect(await reopen('report-1', author, 1)).toEqual(refused)
  })

  test('takes an addendum from its author and keeps every signed character', async () => {
    const { addend, versions } = house(signed)
    const outcome = await addend({
      reportId: 'report-1',
      author,
      version: 1,
      text: '  Comparison was available.  ',
    })
    expect(outcome).toMatchObject({ status: 'addended', version: 2, signature: { version: 1 } })
    const { addenda, ...rest } = versions[1]?.text ?? aReportText()
    const { addenda: _none, ...before } = aReportText()
    expect(rest).toEqual(before)
    expect(addenda[0]?.text[0]?.text).toBe('Comparison was available.')
  })

  test('takes no addendum from another doctor, nor an empty one', async () => {
    const { addend } = house(signed)
    const words = { reportId: 'report-1', version: 1, text: 'More.' }
    expect(await addend({ ...words, author: otherDoctor })).toEqual({ refused: 'not-the-author' })
    expect(await addend({ ...words, author, text: '  ' })).toEqual({ refused: 'empty-addendum' })
  })
})

test('an unknown report is a refusal everywhere', async () => {
  const { claim, release, reopen, finalise, sign } = house()
  const refused = { refused: 'report-not-found' }
  expect(await claim('nothing', secretary, { takeOver: false })).toEqual(refused)
  expect(await release('nothing', secretary)).toEqual(refused)
  expect(await reopen('nothing', secretary, 1)).toEqual(refused)
  expect(await finalise('nothing', secretary, 1)).toEqual(refused)
  expect(await sign('nothing', author, 1)).toEqual(refused)
})

describe('choosing another template', () => {
  const moved = async (text: ReturnType<typeof aReportText>) => ({
    ...text,
    template: { ...text.template, id: 'other' },
  })
  const request = { reportId: inHand.id, version: 1, editor: secretary, moved }

  test('makes the next version, and none where nothing changes', async () => {
    const { choose, versions, auditKinds } = house(inHand)
    expect(await choose(request)).toMatchObject({ status: 'in-review', version: 2 })
    expect(versions.at(-1)).toMatchObject({ kind: 'edit', text: { template: { id: 'other' } } })
    expect(auditKinds).toEqual(['report-template-changed'])
    expect(await choose({ ...request, version: 2 })).toMatchObject({ version: 2 })
  })

  test('is for whoever holds the report, at its newest version', async () => {
    const { choose } = house(inHand)
    expect(await choose({ ...request, editor: otherSecretary })).toEqual({
      refused: 'claimed-by-another',
    })
    expect(await choose({ ...request, version: 3 })).toEqual({ refused: 'stale-version' })
    expect(await house(signed).choose(request)).toEqual({ refused: 'already-signed' })
    expect(await house(finalised).choose(request)).toEqual({ refused: 'not-claimed' })
    expect(await house(inHand).choose({ ...request, reportId: 'x' })).toEqual({
      refused: 'report-not-found',
    })
  })
})
