import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { dssHeadBytes, opensDss } from '@plume/audio'
import {
  createAddAddendum,
  createAddressLetter,
  createAppendRecording,
  createChangeReportTemplate,
  createClaimReport,
  createDecideFinding,
  createFinaliseReport,
  createMakeLetter,
  createReceiveDictation,
  createReleaseReport,
  createReopenReport,
  createSaveReportText,
  createSignReport,
  createUnlockDictation,
} from '@plume/records'
import { loadTemplates } from '@plume/report-templates/starter'
import {
  createAccounts,
  createAuditLog,
  createAuthorCommands,
  createAuthorTerms,
  createCorrespondentStore,
  createDictationStore,
  createDiskBlobStore,
  createFindingStore,
  createMacroStore,
  createRecordingPasswords,
  createReportStore,
  createSessions,
  createWorkerRegistry,
  createWorkload,
  type Database,
  listenForChanges,
  loadKeyring,
} from '@plume/storage'
import type { ApiConfig } from './config.ts'
import type { ChangeListener, Needs } from './needs.ts'
import { createOpenStreams } from './open-streams.ts'
import { createMacroTexts } from './routes/macros/macro-texts.ts'
import { reportFindings } from './routes/reports/findings-view.ts'

/** Builds the real things on an open database. `close` ends what was started beside it. */
export async function buildNeeds(
  config: ApiConfig,
  database: Database,
): Promise<{ readonly needs: Needs; close(): Promise<void> }> {
  const now = () => new Date()
  const keyring = await loadKeyring(config.keyringFile)
  const blobs = createDiskBlobStore({ directory: config.blobDir, keyring })
  const dictations = createDictationStore(database)
  const reports = createReportStore(database)
  const findings = createFindingStore(database)
  const accounts = createAccounts(database)
  const macros = createMacroStore(database)
  const correspondents = createCorrespondentStore(database)
  const listeners = new Set<ChangeListener>()
  const changes = listenForChanges(database.url, {
    change: (change) => {
      for (const listener of listeners) listener.change(change)
    },
    gap: () => {
      for (const listener of listeners) listener.gap()
    },
  })
  const records = { reports, now }
  const needs: Needs = {
    config,
    accounts,
    authorTerms: createAuthorTerms(database),
    authorCommands: createAuthorCommands(database),
    macros,
    correspondents,
    sessions: createSessions(database, config.sessions),
    audit: createAuditLog(database),
    blobs,
    dictations,
    reports,
    findings,
    workers: createWorkerRegistry(database),
    workload: createWorkload(database),
    templates: loadTemplates(config.templatesDir),
    useCases: {
      receiveDictation: createReceiveDictation({ blobs, dictations, now, newId: randomUUID }),
      appendRecording: createAppendRecording({ blobs, dictations, now }),
      unlockDictation: createUnlockDictation({
        dictations,
        passwords: createRecordingPasswords(database, keyring),
        opens: async (sha256, password) => {
          const head = await buffer(await blobs.open(sha256, { start: 0, end: dssHeadBytes - 1 }))
          return opensDss(head, password)
        },
        now,
      }),
      claimReport: createClaimReport(records),
      releaseReport: createReleaseReport(records),
      changeReportTemplate: createChangeReportTemplate(records),
      saveReportText: createSaveReportText({ ...records, macros: createMacroTexts(macros) }),
      decideFinding: createDecideFinding({
        ...records,
        findings,
        findIn: async (id, report, version) => {
          const items = await reportFindings({ dictations, findings }, report, version)
          return items.find((finding) => finding.id === id) ?? null
        },
      }),
      finaliseReport: createFinaliseReport(records),
      reopenReport: createReopenReport(records),
      signReport: createSignReport(records),
      addAddendum: createAddAddendum(records),
      makeLetter: createMakeLetter({
        ...records,
        correspondents,
        nameOf: async (id) => (await accounts.findUser(id))?.displayName ?? null,
      }),
      addressLetter: createAddressLetter({ ...records, correspondents }),
    },
    openStreams: createOpenStreams(),
    now,
    databaseAnswers: () =>
      database.pool.query('select 1').then(
        () => true,
        () => false,
      ),
    onChange: (listener, signal) => {
      listeners.add(listener)
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true })
    },
  }
  return { needs, close: () => changes.close() }
}
