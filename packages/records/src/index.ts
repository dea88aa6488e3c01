export type { AuditEvent, AuditKind } from './audit/audit-event.ts'
export { createAddressLetter } from './correspondence/address-letter.ts'
export {
  type Correspondent,
  type CorrespondentLanguage,
  correspondentKey,
  correspondentLimits,
  foldText,
  nameKey,
  recipientOf,
  searchedText,
  writtenName,
} from './correspondence/correspondent.ts'
export type { ChosenAddressees } from './correspondence/find-addressees.ts'
export { moveLetter } from './correspondence/letter-text.ts'
export { createMakeLetter } from './correspondence/make-letter.ts'
export {
  type CorrespondentRejection,
  cellsOf,
  createCorrespondentReader,
  exportedColumns,
  type ReadCorrespondent,
  unknownColumns,
} from './correspondence/read-correspondents.ts'
export { closingFor, salutationFor } from './correspondence/salutation.ts'
export { createAppendRecording } from './dictation/append-recording.ts'
export type * from './dictation/dictation.ts'
export { transcriptionSteps } from './dictation/dictation.ts'
export { inLocalTime } from './dictation/in-local-time.ts'
export { createReceiveDictation, type Upload } from './dictation/receive-dictation.ts'
export type { RecorderMarks, RecordingFacts } from './dictation/recording-facts.ts'
export { createUnlockDictation } from './dictation/unlock-dictation.ts'
export { Failure, type FailureCode } from './failure.ts'
export { type Action, can } from './people/can.ts'
export type { Role, User } from './people/user.ts'
export type { AudioDecoder, DecodedAudio, UndecodableReason } from './ports/audio-decoder.ts'
export type { AuthorCommands } from './ports/author-commands.ts'
export type { AuthorTerms } from './ports/author-terms.ts'
export type { BlobStore, StoredBlob } from './ports/blob-store.ts'
export type {
  CorrespondentStore,
  StoredCorrespondent,
  TakenIn,
} from './ports/correspondent-store.ts'
export type {
  AppendedRecording,
  DictationStore,
  HeardSoFar,
  Lease,
  Page,
  TranscriptionCheckpoint,
  WorklistEntry,
  WorklistQuery,
} from './ports/dictation-store.ts'
export type {
  FindingDecision,
  FindingStore,
  FindingVerdict,
  StoredFinding,
} from './ports/finding-store.ts'
export type { MacroTexts } from './ports/macro-texts.ts'
export type { RecordingPasswords } from './ports/recording-passwords.ts'
export type {
  ReportQuery,
  ReportStore,
  ReportSummary,
  ReportVersion,
  SavedVersion,
  VersionKind,
} from './ports/report-store.ts'
export type {
  ClaimedShare,
  HeardRecording,
  RecognitionPlan,
  RecognitionShare,
  ShareClaim,
  SharedPart,
  ShareStore,
} from './ports/share-store.ts'
export type {
  DetectedLanguage,
  HeardPiece,
  SpeechEngine,
  SpeechEngineCapabilities,
  SpeechLanguage,
  SpeechPiece,
  TranscribeOptions,
} from './ports/speech-engine.ts'
export { isRefusal, type Refusal, type RefusalCode, refuse } from './refusal.ts'
export { createAddAddendum } from './report/add-addendum.ts'
export { adoptEdit } from './report/adopt-edit.ts'
export { createChangeReportTemplate } from './report/change-report-template.ts'
export {
  createClaimReport,
  createReleaseReport,
  createReopenReport,
} from './report/claim-report.ts'
export { createDecideFinding } from './report/decide-finding.ts'
export { createFinaliseReport } from './report/finalise-report.ts'
export type * from './report/report.ts'
export { createSaveReportText } from './report/save-report-text.ts'
export { createSignReport } from './report/sign-report.ts'
