import type { ReportText, Run } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import type { Report } from '../report/report.ts'
import {
  aDraft,
  aReportStore,
  aReportText,
  author,
  dictated,
  otherSecretary,
  secretary,
} from '../report/report-makers.ts'
import { aCorrespondent } from './a-correspondent.ts'
import { createAddressLetter } from './address-letter.ts'
import { addressText, letterText } from './letter-text.ts'
import { createMakeLetter } from './make-letter.ts'

const now = () => new Date('2026-03-03T10:00:00Z')
const signature = { by: author.id, at: now(), version: 1 }
const signed: Report = { ...aDraft(), status: 'signed', signature }
const held: Report = {
  ...aDraft(),
  status: 'in-review',
  claimedBy: secretary.id,
  claimedAt: now(),
}
const directory = new Map([
  ['roe', aCorrespondent()],
  ['doe', aCorrespondent({ familyName: 'Doe', title: '' })],
])

function house(report: Report = signed, text: ReportText = aReportText()) {
  const memory = aReportStore(text, report)
  const needs = {
    reports: memory.store,
    correspondents: {
      find: async (id: string) => {
        const person = directory.get(id)
        return person ? { ...person, id, changedAt: now() } : null
      },
    },
    nameOf: async () => 'Dr. Author',
    now,
  }
  const make = createMakeLetter(needs)
  const address = createAddressLetter(needs)
  const to = (first: string, ...copies: string[]) => ({ to: first, copies })
  return {
    ...memory,
    make: (changes: Partial<Parameters<typeof make>[0]> = {}) =>
      make({
        letterId: 'letter-1',
        reportId: 'report-1',
        version: report.version,
        user: secretary,
        addressees: to('roe'),
        ...changes,
      }),
    address: (addressees = to('roe'), version = 1, user = secretary) =>
      address({ reportId: 'report-1', version, user, addressees }),
    to,
  }
}

describe('a letter of a signed report', () => {
  test('is a report of its own, in the hands of who made it, for the same author to sign', async () => {
    const { make, auditKinds } = house()
    expect(await make()).toEqual({
      id: 'letter-1',
      dictationId: 'dictation-1',
      authorId: author.id,
      version: 1,
      letterOf: { reportId: 'report-1', version: 1 },
      status: 'in-review',
      claimedBy: secretary.id,
      claimedAt: now(),
    })
    expect(auditKinds).toEqual(['letter-made'])
  })

  test('carries every run with its source, and says to whom and from whom', async () => {
    const { make, letterVersions, to } = house()
    await make({ addressees: to('roe', 'doe', 'roe', 'doe') })
    const text = letterVersions[0]?.text
    expect(text?.sections).toEqual(aReportText().sections)
    expect(text?.fields).toEqual(aReportText().fields)
    expect(text).toMatchObject({
      layout: 'letter',
      recipients: [
        { role: 'to', name: 'Dr. Jane Roe, MD', lines: ['12 Elm Street', 'Montreal QC  H2X 1Y4'] },
        { role: 'copy', name: 'Jane Doe, MD' },
      ],
      salutation: [
        { text: 'Dear Dr. Roe:', source: { kind: 'context', field: 'correspondent.salutation' } },
      ],
      closing: [{ text: 'Yours sincerely,' }],
      signatureBlock: [[{ text: 'Dr. Author', source: { kind: 'context', field: 'author.name' } }]],
    })
    expect(text?.recipients).toHaveLength(2)
  })

  test('asked for twice is one letter', async () => {
    const { make, auditKinds } = house()
    const first = await make()
    expect(await make()).toEqual(first)
    expect(auditKinds).toEqual(['letter-made'])
    expect(await make({ reportId: 'report-2' })).toEqual({ refused: 'report-not-found' })
  })

  test.each(['draft', 'in-review'] as const)('is never made of a report %s', async (status) => {
    expect(await house(status === 'draft' ? aDraft() : held).make()).toEqual({
      refused: 'not-signed',
    })
  })

  test('is never made of an older version, nor to somebody who is not in the directory', async () => {
    const { make, to, letterVersions } = house()
    expect(await make({ version: 2 })).toEqual({ refused: 'stale-version' })
    const unknown = { refused: 'correspondent-not-found' }
    expect(await make({ addressees: to('nobody') })).toEqual(unknown)
    expect(await make({ addressees: to('roe', 'nobody') })).toEqual(unknown)
    expect(letterVersions).toEqual([])
  })
})

describe('its text', () => {
  const later: Run = { text: 'On the left.', source: { kind: 'typed', by: 'a', at: 'b' } }
  const addended: ReportText = {
    ...aReportText(),
    unplaced: [dictated('Lost words.', 9)],
    addenda: [{ by: author.id, at: '2026-03-04T09:00:00.000Z', text: [later] }],
  }

  test('holds the addenda, which may correct it, and what had no place', () => {
    const text = letterText(addended, 'Dr. Author')
    expect(text.addenda).toEqual([])
    expect(text.sections.at(-1)).toEqual({
      id: 'addendum-1',
      heading: 'Addendum, 2026-03-04',
      required: false,
      text: [later],
    })
    expect(text.unplaced).toEqual(addended.unplaced)
  })

  test('begins and ends in its own language, whatever that of the addressee', () => {
    const french = { ...aReportText(), template: { id: 't', version: 1, locale: 'fr-CA' as const } }
    const to = aCorrespondent({ title: 'Dre', language: 'fr' })
    const begin = (text: ReportText) => addressText(text, { to, copies: [] }).salutation?.[0]?.text
    expect(begin(french)).toBe('Docteure,')
    expect(begin(aReportText())).toBe('Dear Dr. Roe:')
  })

  test('keeps the signature block of its template', () => {
    const block = [[dictated('A. Author', 1)]]
    expect(letterText({ ...addended, signatureBlock: block }, 'x').signatureBlock).toBe(block)
  })
})

describe('choosing to whom a letter goes', () => {
  const letter = { ...aReportText(), layout: 'letter' as const }

  test('makes the next version of a letter in hand, and none where nothing changes', async () => {
    const { address, versions, report, auditKinds, to } = house(held, letter)
    expect(await address()).toMatchObject({ version: 2 })
    expect(versions[1]?.text.recipients).toHaveLength(1)
    expect(await address(to('roe'), 2)).toMatchObject({ version: 2 })
    expect(await address(to('doe', 'roe'), 2)).toMatchObject({ version: 3 })
    expect(versions[2]?.text.salutation?.[0]?.text).toBe('Dear Jane Doe:')
    expect(report().version).toBe(3)
    expect(auditKinds).toEqual(['report-edited', 'report-edited'])
  })

  test('is for whoever holds it, at its newest version, and for letters only', async () => {
    const { address, to } = house(held, letter)
    expect(await address(to('roe'), 1, otherSecretary)).toEqual({ refused: 'claimed-by-another' })
    expect(await address(to('roe'), 2)).toEqual({ refused: 'stale-version' })
    expect(await address(to('nobody'))).toEqual({ refused: 'correspondent-not-found' })
    expect(await house(held).address()).toEqual({ refused: 'not-a-letter' })
    expect(await house(signed, letter).address()).toEqual({ refused: 'already-signed' })
  })
})
