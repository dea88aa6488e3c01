import { randomUUID } from 'node:crypto'
import type { AuditEvent, DictationDetails, RecordingFacts } from '@plume/records'
import { createAuditLog, createDictationStore, createReportStore } from '@plume/storage'
import type { Recognition, ReportText } from '@plume/transcript'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePeople } from '../support/people.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let house: TestDatabase
let people: Awaited<ReturnType<typeof makePeople>>

beforeAll(async () => {
  house = await createTestDatabase()
  people = await makePeople(house.database)
})
afterAll(() => house.close())

const at = new Date('2026-03-03T10:00:00Z')
const facts: RecordingFacts = {
  container: 'wav',
  codec: 'pcm_s16le',
  durationMs: 1234.5,
  sampleRateHz: 16_000,
  channels: 1,
  narrowband: false,
  possiblyTruncated: false,
  silent: false,
  decoder: 'built-in',
}
const text: ReportText = {
  template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
  title: 'Chest X-ray',
  fields: [],
  sections: [],
  unplaced: [{ text: 'Lungs clear.', source: { kind: 'template', template: 't', version: 1 } }],
  addenda: [],
}

function someDetails(changes: Partial<DictationDetails> = {}): DictationDetails {
  return {
    id: randomUUID(),
    sha256: (randomUUID() + randomUUID()).replaceAll('-', ''),
    byteLength: 1000,
    fileName: 'DICT0001.wav',
    authorId: people.doctor.id,
    uploadedBy: people.secretary.id,
    workType: 'general',
    templateId: 'chest-xray',
    locale: 'en-CA',
    givenLocale: 'en-CA',
    languageOrigin: 'given',
    priority: 'routine',
    patient: { id: 'MRN-1', name: 'Jane Roe', birthDate: '1980-01-02', sex: 'female' },
    order: null,
    receivedAt: at,
    ...changes,
  }
}

function recognitionOf(id = randomUUID()): Recognition {
  const engine = { engine: 'scripted', model: 'm', modelSha256: 'h', demonstrationOnly: true }
  const words = [{ text: 'lungs', startMs: 0, endMs: 400, confidence: 0.5 }]
  return { id, language: 'en', engine, durationMs: 1234.5, words }
}

const received = (details: DictationDetails): AuditEvent => ({
  kind: 'dictation-received',
  dictationId: details.id,
  actor: details.uploadedBy,
  at,
})
const drafted = (dictationId: string, reportId: string): AuditEvent => ({
  kind: 'dictation-drafted',
  dictationId,
  reportId,
  actor: null,
  at,
})
const setAside = (dictationId: string): AuditEvent => ({
  kind: 'dictation-set-aside',
  dictationId,
  status: 'queued',
  actor: null,
  at,
})

const store = () => createDictationStore(house.database)

async function accepted(changes: Partial<DictationDetails> = {}) {
  const details = someDetails(changes)
  await store().accept(details, received(details))
  return details
}

async function leased(ttlMs = 60_000) {
  const { id } = await accepted()
  const lease = await store().lease(id, { id: 'worker-1', ttlMs })
  if (!lease) throw new Error('no lease')
  return { id, fence: lease.fence }
}

async function outboxOf(dictationId: string): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from outbox where payload ->> 'dictationId' = ${dictationId}`.execute(
    house.database.db,
  )
  return Number(rows[0]?.n)
}

describe('accepting', () => {
  test('stores every detail, one audit event and one outbox entry', async () => {
    const details = await accepted()
    expect(await store().find(details.id)).toEqual({ ...details, state: { status: 'received' } })
    expect(await outboxOf(details.id)).toBe(1)
    const events = await createAuditLog(house.database).list({ dictationId: details.id })
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['dictation-received', people.secretary.id],
    ])
  })

  test('gives the first dictation when the same bytes come again, even at the same moment', async () => {
    const details = someDetails()
    const copies = Array.from({ length: 8 }, () => ({ ...details, id: randomUUID() }))
    const outcomes = await Promise.all(copies.map((copy) => store().accept(copy, received(copy))))
    expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1)
    const ids = new Set(outcomes.map(({ dictation }) => dictation.id))
    expect(ids.size).toBe(1)
    expect(await outboxOf([...ids][0] ?? '')).toBe(1)
  })
})

describe('leasing', () => {
  test('lets one of many workers in', async () => {
    const { id } = await accepted()
    const leases = await Promise.all(
      Array.from({ length: 8 }, (_, n) => store().lease(id, { id: `w${n}`, ttlMs: 60_000 })),
    )
    expect(leases.filter(Boolean)).toHaveLength(1)
  })

  test('lets the next worker in after the lease ran out, and the first save nothing more', async () => {
    const { id, fence } = await leased(-1)
    const second = await store().lease(id, { id: 'worker-2', ttlMs: 60_000 })
    expect(second?.fence).toBe(fence + 1)
    const late = { ttlMs: 60_000, step: 'recognise' } as const
    expect(await store().renewLease(id, fence, late)).toBe(false)
    expect(await store().saveRecognition(id, fence, recognitionOf())).toBe(false)
    const reportId = randomUUID()
    expect(
      await store().saveDraft(id, fence, { reportId, text, findings: [] }, drafted(id, reportId)),
    ).toBe(false)
    expect(await createReportStore(house.database).find(reportId)).toBeNull()
  })

  test('remembers what an earlier attempt recognised', async () => {
    const { id, fence } = await leased()
    const recognition = recognitionOf()
    await store().saveDecoded(id, fence, { facts, peaks: [0, 0.5], playbackSha256: 'p' })
    expect(await store().saveRecognition(id, fence, recognition)).toBe(true)
    await store().giveUp(id, fence, { to: 'queued', waitingFor: null }, setAside(id))
    const again = await store().lease(id, { id: 'worker-2', ttlMs: 60_000 })
    expect(again?.recognised).toEqual({ recognition, facts })
    expect(await store().findRecording(id)).toEqual({
      facts,
      peaks: [0, 0.5],
      playbackSha256: 'p',
      recognition,
    })
  })
})

describe('ending a lease', () => {
  test('makes exactly one report, whatever is tried twice', async () => {
    const { id, fence } = await leased()
    const [first, second] = [randomUUID(), randomUUID()]
    expect(
      await store().saveDraft(
        id,
        fence,
        { reportId: first, text, findings: [] },
        drafted(id, first),
      ),
    ).toBe(true)
    expect(
      await store().saveDraft(
        id,
        fence,
        { reportId: second, text, findings: [] },
        drafted(id, second),
      ),
    ).toBe(false)
    expect(await store().find(id)).toMatchObject({
      state: { status: 'drafted', reportId: first },
    })
    expect(await store().lease(id, { id: 'w', ttlMs: 1000 })).toBeNull()
  })

  test.each([
    [{ to: 'needs-decoder' }, { status: 'needs-decoder' }],
    [{ to: 'not-audio' }, { status: 'not-audio' }],
    [
      { to: 'failed', reason: 'engine-crashed' },
      { status: 'failed', reason: 'engine-crashed' },
    ],
    [
      { to: 'queued', waitingFor: 'speech-engine' },
      { status: 'queued', waitingFor: 'speech-engine' },
    ],
  ] as const)('leaves the dictation where %j says', async (outcome, state) => {
    const { id, fence } = await leased()
    expect(await store().giveUp(id, fence, outcome, setAside(id))).toBe(true)
    expect((await store().find(id))?.state).toEqual(state)
  })

  test('a person’s retry queues a set-aside dictation again, and only such a one', async () => {
    const { id, fence } = await leased()
    const event: AuditEvent = {
      kind: 'dictation-retried',
      dictationId: id,
      actor: people.doctor.id,
      at,
    }
    expect(await store().retry(id, event)).toBe(false)
    await store().giveUp(id, fence, { to: 'needs-decoder' }, setAside(id))
    expect(await store().retry(id, event)).toBe(true)
    expect(await outboxOf(id)).toBe(2)
    expect((await store().find(id))?.state).toEqual({ status: 'queued', waitingFor: null })
  })
})

test('the worklist puts stat first, then the oldest, and filters and pages', async () => {
  const own = await createTestDatabase()
  const team = await makePeople(own.database)
  const dictations = createDictationStore(own.database)
  const rows = [
    ['routine', '2026-03-01'],
    ['stat', '2026-03-03'],
    ['urgent', '2026-03-02'],
    ['stat', '2026-03-01'],
  ] as const
  for (const [priority, day] of rows) {
    const details = someDetails({
      authorId: team.doctor.id,
      uploadedBy: team.secretary.id,
      priority,
      receivedAt: new Date(`${day}T08:00:00Z`),
    })
    await dictations.accept(details, received(details))
  }
  const all = await dictations.worklist({ page: 1, pageSize: 3 })
  expect(all.total).toBe(4)
  expect(all.items.map(({ priority, receivedAt }) => [priority, receivedAt.getUTCDate()])).toEqual([
    ['stat', 1],
    ['stat', 3],
    ['urgent', 2],
  ])
  expect(all.items[0]).toMatchObject({ authorName: 'Test doctor', durationMs: null, report: null })
  const stat = await dictations.worklist({ page: 1, pageSize: 50, priority: 'stat' })
  expect(stat.total).toBe(2)
  expect((await dictations.worklist({ page: 2, pageSize: 3 })).items).toHaveLength(1)
  expect((await dictations.worklist({ page: 1, pageSize: 50, status: 'failed' })).total).toBe(0)
  await own.close()
})

describe('versions of one recording', () => {
  const marks = {
    authorId: 'DRS',
    device: 'DS2300',
    fileNumber: 12,
    workType: null,
    priority: null,
    startedAt: '2026-01-31T09:30:00',
    endedAt: '2026-01-31T09:31:00',
    declaredMs: 1000,
    comment: null,
    encryption: null,
    rawHeader: null,
  }

  async function decoded(changes: Partial<typeof marks>, authorId = people.doctor.id) {
    const dictations = createDictationStore(house.database)
    const details = someDetails({ authorId })
    const event = { kind: 'dictation-received', dictationId: details.id, actor: null, at } as const
    await dictations.accept(details, event)
    const lease = await dictations.lease(details.id, { id: 'worker', ttlMs: 60_000 })
    if (!lease) throw new Error('no lease')
    const withMarks = { ...facts, marks: { ...marks, ...changes } }
    await dictations.saveDecoded(details.id, lease.fence, {
      facts: withMarks,
      peaks: [],
      playbackSha256: 'x',
    })
    return details.id
  }
  const links = async (id: string) => {
    const entry = await createDictationStore(house.database).findEntry(id)
    return { older: entry?.olderVersionId, newer: entry?.newerVersionId }
  }

  test('are linked in the order of their ends, however they arrive', async () => {
    const key = { fileNumber: 100 }
    const third = await decoded({ ...key, endedAt: '2026-01-31T09:33:00' })
    const first = await decoded({ ...key, endedAt: '2026-01-31T09:31:00' })
    const second = await decoded({ ...key, endedAt: '2026-01-31T09:32:00' })
    expect(await links(first)).toEqual({ older: null, newer: second })
    expect(await links(second)).toEqual({ older: first, newer: third })
    expect(await links(third)).toEqual({ older: second, newer: null })
  })

  test.each([
    ['another number', { fileNumber: 201 }, 'doctor'],
    ['another start', { startedAt: '2026-01-31T10:00:00' }, 'doctor'],
    ['another recorder', { device: 'DS9500' }, 'doctor'],
    ['the same end', { endedAt: '2026-01-31T09:31:00' }, 'doctor'],
    ['another author', {}, 'otherDoctor'],
  ] as const)('are not linked with %s', async (_name, changes, author) => {
    const key = { fileNumber: 200, comment: null }
    const one = await decoded(key)
    const later = { ...key, endedAt: '2026-01-31T09:40:00', ...changes }
    const other = await decoded(later, people[author].id)
    expect(await links(other)).toEqual({ older: null, newer: null })
    expect((await links(one)).newer).not.toBe(other)
  })
})
