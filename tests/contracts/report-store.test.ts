import { createHash, randomUUID } from 'node:crypto'
import type { AuditEvent, ReportInReview, SignedReport } from '@plume/records'
import { createDictationStore, createReportStore } from '@plume/storage'
import type { ReportText } from '@plume/transcript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSignedReport, aStoredReport } from '../support/a-stored-report.ts'
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
const text: ReportText = {
  template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
  title: 'Chest X-ray',
  fields: [],
  sections: [],
  unplaced: [],
  addenda: [],
}
const store = () => createReportStore(house.database)

const aDraft = (patientId = 'MRN-1', receivedAt = at) =>
  aStoredReport(house.database, people, { text, patientId, receivedAt })

async function inReview() {
  const draft = await aDraft()
  const next: ReportInReview = {
    ...draft,
    status: 'in-review',
    claimedBy: people.secretary.id,
    claimedAt: at,
  }
  await store().save(draft, next, claimed(draft.id))
  return next
}

const claimed = (reportId: string): AuditEvent => ({
  kind: 'report-claimed',
  reportId,
  takenFrom: null,
  actor: people.secretary.id,
  at,
})
const edited = (reportId: string, version: number): AuditEvent => ({
  kind: 'report-edited',
  reportId,
  version,
  actor: people.secretary.id,
  at,
})
const edit = (title: string) => ({
  kind: 'edit' as const,
  savedBy: people.secretary.id,
  savedAt: at,
  text: { ...text, title },
})

describe('saving a report', () => {
  test('keeps every state as it was given', async () => {
    const taken = await inReview()
    expect(await store().find(taken.id)).toEqual(taken)
    const { claimedBy: _by, claimedAt: _at, ...core } = taken
    const finalised = {
      ...core,
      status: 'finalised',
      finalisedBy: people.secretary.id,
      finalisedAt: at,
    } as const
    expect(await store().save(taken, finalised, edited(taken.id, 1))).toBe(true)
    expect(await store().find(taken.id)).toEqual(finalised)
    const { finalisedBy: _f, finalisedAt: _g, ...rest } = finalised
    const signature = { by: people.doctor.id, at, version: 1 }
    const signed = { ...rest, status: 'signed', signature } as const
    expect(await store().save(finalised, signed, edited(taken.id, 1))).toBe(true)
    expect(await store().find(taken.id)).toEqual(signed)
  })

  test('lets one of two writers win and the other know', async () => {
    const taken = await inReview()
    const next = { ...taken, version: 2 }
    const outcomes = await Promise.all([
      store().save(taken, next, edited(taken.id, 2), edit('A')),
      store().save(taken, next, edited(taken.id, 2), edit('B')),
    ])
    expect(outcomes.toSorted()).toEqual([false, true])
    expect(await store().versions(taken.id)).toHaveLength(2)
  })

  test('refuses to save for somebody the report was taken from', async () => {
    const taken = await inReview()
    const takenOver = { ...taken, claimedBy: people.otherSecretary.id }
    await store().save(taken, takenOver, claimed(taken.id))
    const late = { ...taken, version: 2 }
    expect(await store().save(taken, late, edited(taken.id, 2), edit('late'))).toBe(false)
  })

  test('chains each version’s hash to the one before, over the stored bytes', async () => {
    const taken = await inReview()
    await store().save(taken, { ...taken, version: 2 }, edited(taken.id, 2), edit('Second'))
    const rows = await house.database.db
      .selectFrom('report_versions')
      .selectAll()
      .where('report_id', '=', taken.id)
      .orderBy('number')
      .execute()
    let previous = ''
    for (const { hash, content } of rows) {
      expect(hash).toBe(
        createHash('sha256')
          .update(previous + content)
          .digest('hex'),
      )
      previous = hash
    }
    expect(rows).toHaveLength(2)
    expect((await store().version(taken.id, 2))?.text.title).toBe('Second')
  })

  test('never changes a stored version or an audit event, even in SQL', async () => {
    const { id } = await inReview()
    const { db } = house.database
    const rewriting = db
      .updateTable('report_versions')
      .set({ content: '{}' })
      .where('report_id', '=', id)
    await expect(rewriting.execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('audit_events').execute()).rejects.toThrow('append-only')
  })
})

test('lists by patient, author, state and date, newest first', async () => {
  const patientId = `MRN-${randomUUID()}`
  const early = await aDraft(patientId, new Date('2026-01-01T00:00:00Z'))
  const late = await aDraft(patientId, new Date('2026-02-01T00:00:00Z'))
  const page = { page: 1, pageSize: 50 }
  const idsOf = async (query: object) =>
    (await store().list({ patientId, ...query, ...page })).items.map(({ id }) => id)
  expect(await idsOf({})).toEqual([late.id, early.id])
  expect(await idsOf({ from: new Date('2026-02-01T00:00:00Z') })).toEqual([late.id])
  expect(await idsOf({ to: new Date('2026-02-01T00:00:00Z') })).toEqual([early.id])
  expect(await idsOf({ authorId: people.otherDoctor.id })).toEqual([])
  expect(await idsOf({ status: 'signed' })).toEqual([])
  const one = await store().list({ patientId, page: 2, pageSize: 1 })
  expect(one).toMatchObject({ total: 2, page: 2, pageSize: 1, items: [{ id: early.id }] })
})

describe('a letter', () => {
  const makeLetter = async (source: SignedReport, id: string = randomUUID()) => {
    const { signature: _signature, ...core } = source
    const letter: ReportInReview = {
      ...core,
      id,
      version: 1,
      letterOf: { reportId: source.id, version: source.version },
      status: 'in-review',
      claimedBy: people.secretary.id,
      claimedAt: at,
    }
    const event = { kind: 'letter-made', reportId: id, letterOf: source.id, version: 1 } as const
    const isNew = await store().add(
      letter,
      { ...event, actor: people.secretary.id, at },
      {
        kind: 'letter',
        savedBy: people.secretary.id,
        savedAt: at,
        text: { ...text, title: 'A letter' },
      },
    )
    return { letter, isNew }
  }
  const dictations = () => createDictationStore(house.database)

  test('stands beside the report that it was made of, and is made once', async () => {
    const source = await aSignedReport(house.database, people, { text })
    const { letter, isNew } = await makeLetter(source)
    expect(isNew).toBe(true)
    expect((await makeLetter(source, letter.id)).isNew).toBe(false)
    expect(await store().find(letter.id)).toEqual(letter)
    expect(await store().letters(source.id)).toEqual([letter])
    expect(await store().versions(letter.id)).toMatchObject([
      { number: 1, kind: 'letter', savedBy: people.secretary.id },
    ])
    expect(await store().find(source.id)).toEqual(source)
  })

  test('goes through the same states as any report', async () => {
    const { letter } = await makeLetter(await aSignedReport(house.database, people, { text }))
    const next = { ...letter, version: 2 }
    expect(await store().save(letter, next, edited(letter.id, 2), edit('Second'))).toBe(true)
    expect(await store().find(letter.id)).toEqual(next)
  })

  test('has a line of its own in the worklist, and never takes its report’s place', async () => {
    const source = await aSignedReport(house.database, people, { text })
    const { letter } = await makeLetter(source)
    const { dictationId } = source
    expect((await dictations().find(dictationId))?.state).toMatchObject({ reportId: source.id })
    expect((await dictations().findEntry(dictationId))?.report?.id).toBe(source.id)
    const { items, total } = await dictations().worklist({ page: 1, pageSize: 200 })
    const mine = items.filter(({ id }) => id === dictationId).map(({ report }) => report)
    expect(mine).toMatchObject([
      { id: source.id, letterOf: null },
      { id: letter.id, letterOf: source.id, title: 'A letter', status: 'in-review' },
    ])
    expect(total).toBe(items.length)
  })
})
