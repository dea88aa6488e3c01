import { recordingFactsSchema, sideRooms } from '@plume/contracts'
import type {
  AuditEvent,
  Dictation,
  DictationStore,
  Lease,
  TranscriptionCheckpoint,
} from '@plume/records'
import type { Recognition } from '@plume/transcript'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { appendedRecordings, appendRecording } from './appended-recordings.ts'
import { appendAuditEvent } from './audit-log.ts'
import { type DictationRow, dictationOf, entryOf, parseRecognition } from './dictation-rows.ts'
import { forgetShares } from './end-plans.ts'
import { addWriterFindings } from './findings.ts'
import { heardSoFar } from './heard-so-far.ts'
import { enqueue } from './outbox/enqueue.ts'
import type { Database, Tables } from './postgres/database.ts'
import { fromNow } from './postgres/from-now.ts'
import { forgetPieces, heardPieces, saveHeardPiece } from './recognised-pieces.ts'
import { linkVersions, recorderKey } from './recording-versions.ts'
import { firstVersion, reportOf } from './report-rows.ts'
import { addMachineVersion } from './reports.ts'
import { readWorklist, worklistEntry } from './worklist.ts'

export function createDictationStore(database: Database): DictationStore {
  const { db } = database
  return {
    accept: (details, event) =>
      db.transaction().execute(async (tx) => {
        const inserted = await insertDictation(tx, details)
        if (!inserted) return { dictation: await findBySha256(tx, details.sha256), isNew: false }
        await appendAuditEvent(tx, event)
        await enqueue(tx, details.id)
        return { dictation: { ...details, state: { status: 'received' } }, isNew: true }
      }),

    append: (id, recording, event) => appendRecording(database, id, recording, event),

    appended: (id) => appendedRecordings(db, id),

    async find(id) {
      const row = await withOwnReport(db).where('d.id', '=', id).executeTakeFirst()
      return row ? dictationOf(row) : null
    },

    async findEntry(id) {
      const row = await worklistEntry(db, id)
      return row ? entryOf(row) : null
    },

    worklist: (query) => readWorklist(db, query),

    lease: (id, worker) => takeLease(db, id, worker),

    async renewLease(id, fence, { ttlMs, step }) {
      const renewed = await db
        .updateTable('dictations')
        .set({ step, lease_until: fromNow(ttlMs) })
        .where((where) => where.and({ id, fence, status: 'transcribing' }))
        .executeTakeFirst()
      return renewed.numUpdatedRows === 1n
    },

    saveDecoded: (id, fence, decoded) => saveDecoded(db, id, fence, decoded),

    saveLanguage: (id, fence, language) => saveLanguage(db, id, fence, language),

    heardPieces: (id, plan) => heardPieces(db, id, plan),

    heardSoFar: (id) => heardSoFar(db, id),

    saveHeardPiece: (id, fence, piece) => saveHeardPiece(db, id, fence, piece),

    saveRecognition: (id, fence, recognition) => saveRecognition(db, id, fence, recognition),

    saveDraft: (id, fence, draft, event) => saveDraft(db, id, fence, draft, event),

    giveUp: (id, fence, outcome, event) =>
      db.transaction().execute(async (tx) => {
        const ended = await endLease(tx, id, fence, {
          status: outcome.to,
          waiting_for: outcome.to === 'queued' ? outcome.waitingFor : null,
          failure_reason: outcome.to === 'failed' ? outcome.reason : null,
        })
        if (!ended) return false
        // Back in the queue for another try, what others hear of it goes on.
        const goesOn = outcome.to === 'queued' && outcome.waitingFor === null
        if (!goesOn) await forgetShares(tx, id)
        await appendAuditEvent(tx, event)
        return true
      }),

    async waitingForPassword(authorId) {
      const rows = await db
        .selectFrom('dictations')
        .select('id')
        .where((where) => where.and({ author_id: authorId, status: 'needs-password' }))
        .orderBy('received_at')
        .execute()
      return rows.map(({ id }) => id)
    },

    retry: (id, event) => reopen(db, id, event),

    async recognitions(id) {
      const rows = await db
        .selectFrom('recognitions')
        .select('content')
        .where('dictation_id', '=', id)
        .orderBy('created_at', 'desc')
        .execute()
      return rows.flatMap(({ content }) => parseRecognition(content) ?? [])
    },

    findRecording: (id) => findRecording(db, id),
  }
}

async function findRecording(
  db: Kysely<Tables>,
  id: string,
): ReturnType<DictationStore['findRecording']> {
  const row = await db
    .selectFrom('dictations as d')
    .leftJoin('recognitions as n', 'n.id', 'd.recognition_id')
    .select(['d.facts', 'd.peaks', 'd.playback_sha256', 'n.content'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    facts: recordingFactsSchema.nullable().parse(row.facts),
    peaks: z.array(z.number()).nullable().parse(row.peaks) ?? [],
    playbackSha256: row.playback_sha256,
    recognition: parseRecognition(row.content),
  }
}

async function insertDictation(
  tx: Kysely<Tables>,
  details: Parameters<DictationStore['accept']>[0],
): Promise<boolean> {
  const inserted = await tx
    .insertInto('dictations')
    .values({
      id: details.id,
      sha256: details.sha256,
      byte_length: details.byteLength,
      file_name: details.fileName,
      author_id: details.authorId,
      uploaded_by: details.uploadedBy,
      work_type: details.workType,
      template_id: details.templateId,
      locale: details.locale,
      given_locale: details.givenLocale,
      language_origin: details.languageOrigin,
      priority: details.priority,
      patient: details.patient === null ? null : JSON.stringify(details.patient),
      medical_order: details.order === null ? null : JSON.stringify(details.order),
      received_at: details.receivedAt,
      status: 'received',
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** Dictations with the report that each became; letters made of that are not it. */
function withOwnReport(db: Kysely<Tables>) {
  return db
    .selectFrom('dictations as d')
    .leftJoin('reports as r', (join) =>
      join.onRef('r.dictation_id', '=', 'd.id').on('r.letter_of', 'is', null),
    )
    .selectAll('d')
    .select('r.id as report_id')
}

async function findBySha256(tx: Kysely<Tables>, sha256: string): Promise<Dictation> {
  const row = await withOwnReport(tx).where('d.sha256', '=', sha256).executeTakeFirstOrThrow()
  return dictationOf(row)
}

/** Waiting dictations are free; so is one whose worker has not been heard from in time. */
async function takeLease(
  db: Kysely<Tables>,
  id: string,
  worker: { readonly id: string; readonly ttlMs: number },
): Promise<Lease | null> {
  const row = await db
    .updateTable('dictations')
    .set((set) => ({
      status: 'transcribing',
      step: 'decode',
      waiting_for: null,
      promoted_at: null,
      lease_worker: worker.id,
      lease_until: fromNow(worker.ttlMs),
      fence: set('fence', '+', 1),
    }))
    .where('id', '=', id)
    .where((where) =>
      where.or([
        where('status', 'in', ['received', 'queued']),
        where.and([where('status', '=', 'transcribing'), sql<boolean>`lease_until < now()`]),
      ]),
    )
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  return {
    dictation: dictationOf({ ...row, report_id: null }),
    fence: row.fence,
    recognised: row.recognition_id === null ? null : await readCheckpoint(db, row),
  }
}

async function readCheckpoint(
  db: Kysely<Tables>,
  row: Pick<DictationRow, 'recognition_id' | 'facts'>,
): Promise<TranscriptionCheckpoint | null> {
  const stored = await db
    .selectFrom('recognitions')
    .select('content')
    .where('id', '=', row.recognition_id)
    .executeTakeFirst()
  const recognition = parseRecognition(stored?.content)
  if (recognition === null || row.facts === null) return null
  return { recognition, facts: recordingFactsSchema.parse(row.facts) }
}

async function saveDecoded(
  db: Kysely<Tables>,
  id: string,
  fence: number,
  { facts, peaks, playbackSha256 }: Parameters<DictationStore['saveDecoded']>[2],
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const saved = await tx
      .updateTable('dictations')
      .set({
        facts: JSON.stringify(facts),
        duration_ms: Math.round(facts.durationMs),
        peaks: JSON.stringify(peaks),
        playback_sha256: playbackSha256,
        recorder_key: recorderKey(facts.marks),
        recorded_until: facts.marks?.endedAt ?? null,
      })
      .where((where) => where.and({ id, fence, status: 'transcribing' }))
      .returning(['author_id', 'recorder_key'])
      .executeTakeFirst()
    if (!saved) return false
    if (saved.recorder_key) await linkVersions(tx, saved.author_id, saved.recorder_key)
    return true
  })
}

async function saveLanguage(
  db: Kysely<Tables>,
  id: string,
  fence: number,
  { locale, languageOrigin }: Parameters<DictationStore['saveLanguage']>[2],
): Promise<boolean> {
  const saved = await db
    .updateTable('dictations')
    .set({ locale, language_origin: languageOrigin })
    .where((where) => where.and({ id, fence, status: 'transcribing' }))
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

async function saveRecognition(
  db: Kysely<Tables>,
  id: string,
  fence: number,
  recognition: Recognition,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const owned = await tx
      .updateTable('dictations')
      .set({ recognition_id: recognition.id, recognised_ms: null })
      .where((where) => where.and({ id, fence, status: 'transcribing' }))
      .executeTakeFirst()
    if (owned.numUpdatedRows !== 1n) return false
    await tx
      .insertInto('recognitions')
      .values({ id: recognition.id, dictation_id: id, content: JSON.stringify(recognition) })
      .execute()
    await forgetPieces(tx, id)
    return true
  })
}

async function saveDraft(
  db: Kysely<Tables>,
  id: string,
  fence: number,
  { reportId, text, findings }: Parameters<DictationStore['saveDraft']>[2],
  event: AuditEvent,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ended = await endLease(tx, id, fence, { status: 'drafted' })
    if (!ended) return false
    const earlier = await tx
      .selectFrom('reports')
      .selectAll()
      .where('dictation_id', '=', id)
      .where('letter_of', 'is', null)
      .executeTakeFirst()
    if (earlier) {
      const report = reportOf(earlier)
      const number = await addMachineVersion(tx, report, text, event.at)
      await addWriterFindings(tx, { reportId: report.id, number }, findings)
      const drafted = event.kind === 'dictation-drafted'
      await appendAuditEvent(tx, drafted ? { ...event, reportId: report.id } : event)
      return true
    }
    await tx
      .insertInto('reports')
      .values({
        id: reportId,
        dictation_id: id,
        author_id: ended.author_id,
        title: text.title,
        status: 'draft',
        version: 1,
      })
      .execute()
    await tx
      .insertInto('report_versions')
      .values(firstVersion(reportId, { kind: 'machine', savedBy: null, savedAt: event.at, text }))
      .execute()
    await addWriterFindings(tx, { reportId, number: 1 }, findings)
    await appendAuditEvent(tx, event)
    return true
  })
}

async function endLease(
  tx: Kysely<Tables>,
  id: string,
  fence: number,
  next: {
    readonly status: string
    readonly waiting_for?: string | null
    readonly failure_reason?: string | null
  },
): Promise<{ readonly author_id: string } | undefined> {
  return tx
    .updateTable('dictations')
    .set({ ...next, step: null, lease_worker: null, lease_until: null, recognised_ms: null })
    .where((where) => where.and({ id, fence, status: 'transcribing' }))
    .returning('author_id')
    .executeTakeFirst()
}

/** A person's retry starts the count of attempts anew: somebody may have repaired the cause. */
async function reopen(db: Kysely<Tables>, id: string, event: AuditEvent): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const reopened = await tx
      .updateTable('dictations')
      .set({ status: 'queued', failure_reason: null, waiting_for: null, stale_leases: 0 })
      .where('id', '=', id)
      .where('status', 'in', [...sideRooms])
      .executeTakeFirst()
    if (reopened.numUpdatedRows !== 1n) return false
    await appendAuditEvent(tx, event)
    await enqueue(tx, id)
    return true
  })
}
