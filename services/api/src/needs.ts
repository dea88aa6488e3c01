import type {
  AuthorCommands,
  AuthorTerms,
  BlobStore,
  CorrespondentStore,
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
  DictationStore,
  FindingStore,
  ReportStore,
} from '@plume/records'
import type { Template } from '@plume/report-templates'
import type {
  Accounts,
  AuditLog,
  MacroStore,
  Sessions,
  WorkerRegistry,
  WorkloadReader,
} from '@plume/storage'
import type { ApiConfig } from './config.ts'
import type { OpenStreams } from './open-streams.ts'

export type UseCases = {
  readonly receiveDictation: ReturnType<typeof createReceiveDictation>
  readonly appendRecording: ReturnType<typeof createAppendRecording>
  readonly unlockDictation: ReturnType<typeof createUnlockDictation>
  readonly claimReport: ReturnType<typeof createClaimReport>
  readonly releaseReport: ReturnType<typeof createReleaseReport>
  readonly changeReportTemplate: ReturnType<typeof createChangeReportTemplate>
  readonly decideFinding: ReturnType<typeof createDecideFinding>
  readonly saveReportText: ReturnType<typeof createSaveReportText>
  readonly finaliseReport: ReturnType<typeof createFinaliseReport>
  readonly reopenReport: ReturnType<typeof createReopenReport>
  readonly signReport: ReturnType<typeof createSignReport>
  readonly addAddendum: ReturnType<typeof createAddAddendum>
  readonly makeLetter: ReturnType<typeof createMakeLetter>
  readonly addressLetter: ReturnType<typeof createAddressLetter>
}

export type ChangeListener = {
  change(change: { readonly kind: 'dictation' | 'report'; readonly id: string }): void
  /** Some changes were missed: the database was away. */
  gap(): void
}

/** Everything the routes work with. Built once, by `main.ts` or by a test. */
export type Needs = {
  readonly config: Pick<
    ApiConfig,
    'publicOrigin' | 'secureCookies' | 'trustProxy' | 'maxUploadBytes' | 'uploadsDir'
  >
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly authorTerms: AuthorTerms
  readonly authorCommands: AuthorCommands
  readonly macros: MacroStore
  readonly correspondents: CorrespondentStore
  readonly audit: AuditLog
  readonly blobs: BlobStore
  readonly dictations: DictationStore
  readonly reports: ReportStore
  readonly findings: FindingStore
  readonly workers: WorkerRegistry
  readonly workload: WorkloadReader
  readonly templates: readonly Template[]
  readonly useCases: UseCases
  readonly openStreams: OpenStreams
  readonly now: () => Date
  readonly databaseAnswers: () => Promise<boolean>
  /** Calls back at every change of a dictation or report until the signal says enough. */
  readonly onChange: (listener: ChangeListener, signal: AbortSignal) => void
}
