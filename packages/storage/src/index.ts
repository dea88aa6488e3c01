export { type AuditLog, createAuditLog, type StoredAuditEvent } from './audit-log.ts'
export { createDiskBlobStore } from './blobs/disk-blob-store.ts'
export { type Keyring, loadKeyring } from './blobs/keyring.ts'
export { listenForChanges } from './change-listener.ts'
export {
  describeOptions,
  type OptionDescription,
  readOptions,
  type StoragePlace,
  settlePlace,
  storageOptions,
} from './configuration.ts'
export { createCorrespondentStore } from './correspondents.ts'
export { createDictationStore } from './dictations.ts'
export { finalisedTexts } from './finalised-texts.ts'
export { createFindingStore } from './findings.ts'
export {
  createLexiconStore,
  type LexiconCount,
  type LexiconImport,
  type LexiconOwner,
  type LexiconStore,
  type OwnLayer,
  type StoredImport,
} from './lexicon.ts'
export { createMacroStore, type MacroOwner, type MacroStore, type StoredMacro } from './macros.ts'
export {
  createMishearingStore,
  type MishearingOwner,
  type MishearingStore,
  type StoredMishearing,
} from './mishearings.ts'
export { createReconciler, type Reconciled } from './outbox/reconciler.ts'
export { createOutboxRelay } from './outbox/relay.ts'
export { type Accounts, createAccounts } from './people/accounts.ts'
export { createAuthorCommands } from './people/author-commands.ts'
export { createAuthorTerms } from './people/author-terms.ts'
export { createSessions, type SessionLimits, type Sessions } from './people/sessions.ts'
export { type Database, openDatabase, type Tables } from './postgres/database.ts'
export { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/embedded-postgres.ts'
export { migrate } from './postgres/migrate.ts'
export { createJobConsumer, type JobConsumer, type QueuedJob } from './queue/job-consumer.ts'
export { createJobQueues, type JobQueues, maxJobAttempts } from './queue/job-queues.ts'
export { createRecordingPasswords } from './recording-passwords.ts'
export { type ReferenceDictation, referenceDictations } from './reference-dictations.ts'
export { createReportStore } from './reports.ts'
export { createShareStore } from './shares.ts'
export {
  type AnnouncedWorker,
  createWorkerRegistry,
  type ReportedWorker,
  type WorkerRegistry,
} from './workers.ts'
export {
  createWorkload,
  type RunningDictation,
  type WaitingDictations,
  type WaitingShare,
  type Workload,
  type WorkloadReader,
} from './workload.ts'
