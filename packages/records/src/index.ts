export type { AuditEvent, AuditKind } from './audit/audit-event.ts'
export type * from './dictation/dictation.ts'
export { transcriptionSteps } from './dictation/dictation.ts'
export type { RecordingFacts } from './dictation/recording-facts.ts'
export { Failure, type FailureCode } from './failure.ts'
export type { Role, User } from './people/user.ts'
export type { AudioDecoder, DecodedAudio, UndecodableReason } from './ports/audio-decoder.ts'
export type { BlobStore, StoredBlob } from './ports/blob-store.ts'
export type {
  DictationStore,
  Lease,
  Page,
  TranscriptionCheckpoint,
  WorklistEntry,
  WorklistQuery,
} from './ports/dictation-store.ts'
export type {
  ReportQuery,
  ReportStore,
  ReportSummary,
  ReportVersion,
  VersionKind,
} from './ports/report-store.ts'
export type {
  SpeechEngine,
  SpeechEngineCapabilities,
  SpeechLanguage,
  TranscribeOptions,
} from './ports/speech-engine.ts'
export { isRefusal, type Refusal, type RefusalCode, refuse } from './refusal.ts'
export type * from './report/report.ts'
