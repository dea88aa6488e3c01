import type { DraftReport, FindingVerdict, ReportInReview } from '@plume/records'
import { createAuditLog, createFindingStore, createReportStore } from '@plume/storage'
import type { WordFinding } from '@plume/transcript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aReportText } from '../../packages/records/src/report/report-makers.ts'
import { aStoredReport } from '../support/a-stored-report.ts'
import { makePeople } from '../support/people.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let house: TestDatabase
let people: Awaited<ReturnType<typeof makePeople>>

beforeAll(async () => {
  house = await createTestDatabase()
  people = await makePeople(house.database)
})
afterAll(() => house.close())

const at = new Date('2026-03-03T10:00:00.000Z')
const store = () => createFindingStore(house.database)

const aFinding = (from: number, changes: Partial<WordFinding> = {}): WordFinding => ({
  words: { recognitionId: 'recognition-1', from, to: from + 1 },
  kind: 'ambiguous-number',
  severity: 'high',
  text: 'fifty two',
  reason: 'One number or two.',
  source: 'writer',
  ...changes,
})

const aDraft = (findings: readonly WordFinding[] = [aFinding(0)]) =>
  aStoredReport(house.database, people, { text: aReportText(), findings })

async function take(draft: DraftReport): Promise<ReportInReview> {
  const held = {
    ...draft,
    status: 'in-review',
    claimedBy: people.secretary.id,
    claimedAt: at,
  } as const
  const event = { kind: 'report-claimed', takenFrom: null, reportId: draft.id } as const
  await createReportStore(house.database).save(draft, held, { ...event, actor: held.claimedBy, at })
  return held
}

const decide = (
  reportId: string,
  finding: string,
  verdict: FindingVerdict,
  by = people.secretary.id,
) =>
  store().decide(
    reportId,
    { finding, verdict, by, at },
    { kind: 'finding-decided', reportId, version: 1, finding: 'k', verdict, actor: by, at },
  )

describe('what the writer found', () => {
  test('comes back as it was saved with the draft, each with a name of its own', async () => {
    const findings = [aFinding(0), aFinding(1, { proposed: 'metoprolol', text: '\u0000 « é »' })]
    const { id } = await aDraft(findings)
    const found = await store().ofWriter(id)
    expect(found.map(({ id: _, ...finding }) => finding)).toEqual(findings)
    expect(new Set(found.map((finding) => finding.id)).size).toBe(2)
    expect(await store().ofWriter((await aDraft([])).id)).toEqual([])
  })

  test('never changes', async () => {
    const { id } = await aDraft()
    const change = house.database.db
      .updateTable('writer_findings')
      .set({ content: '[]' })
      .where('report_id', '=', id)
      .execute()
    await expect(change).rejects.toThrow('append-only')
  })
})

describe('what a person decides about a finding', () => {
  test('is kept with who and when, the newest word of each, and an audit event', async () => {
    const { id } = await take(await aDraft())
    expect(await decide(id, 'a', 'looked-at')).toBe(true)
    expect(await decide(id, 'b', 'taken')).toBe(true)
    expect(await decide(id, 'a', 'reopened')).toBe(true)
    const by = people.secretary.id
    expect(await store().decisions(id)).toEqual([
      { finding: 'a', verdict: 'reopened', by, at },
      { finding: 'b', verdict: 'taken', by, at },
    ])
    const events = await createAuditLog(house.database).list({ reportId: id })
    expect(events.filter(({ kind }) => kind === 'finding-decided')).toHaveLength(3)
  })

  test('counts only while that person holds the report', async () => {
    const draft = await aDraft()
    expect(await decide(draft.id, 'a', 'looked-at')).toBe(false)
    const { id } = await take(draft)
    expect(await decide(id, 'a', 'looked-at', people.otherSecretary.id)).toBe(false)
    expect(await store().decisions(id)).toEqual([])
  })
})
