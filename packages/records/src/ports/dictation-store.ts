import type {
  Locale,
  RecognisedWord,
  Recognition,
  ReportText,
  WordFinding,
} from '@plume/transcript'
import type { AuditEvent } from '../audit/audit-event.ts'
import type {
  Dictation,
  DictationDetails,
  DictationFailureReason,
  DictationStatus,
  Priority,
  TranscriptionStep,
} from '../dictation/dictation.ts'
import type { RecordingFacts } from '../dictation/recording-facts.ts'
import type { Refusal } from '../refusal.ts'
import type { UndecodableReason } from './audio-decoder.ts'
import type { HeardPiece } from './speech-engine.ts'

export type Page<Item> = {
  readonly items: readonly Item[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/** One line of the worklist: a dictation with its report, or with a letter that was made of it. */
export type WorklistEntry = Dictation & {
  readonly authorName: string
  /** Null until decoded. */
  readonly durationMs: number | null
  /** How much has been heard, in milliseconds, while that goes on. */
  readonly recognisedMs: number | null
  /** The same recording of the same recorder, dictated further since. */
  readonly newerVersionId: string | null
  /** The recording that this one goes on from. */
  readonly olderVersionId: string | null
  readonly report: {
    readonly id: string
    readonly status: string
    readonly version: number
    readonly title: string
    /** The report of which this one is a letter. */
    readonly letterOf: string | null
    readonly claimedByName: string | null
  } | null
}

export type WorklistQuery = {
  readonly status?: DictationStatus
  readonly reportStatus?: string
  readonly priority?: Priority
  readonly authorId?: string
  readonly page: number
  readonly pageSize: number
}

/** The right to work on a dictation for a while. `fence` grows with each lease; an old one saves nothing. */
export type Lease = {
  readonly dictation: Dictation
  readonly fence: number
  /** Set when an earlier attempt got as far as recognising: that work is not done again. */
  readonly recognised: TranscriptionCheckpoint | null
}

export type TranscriptionCheckpoint = {
  readonly recognition: Recognition
  readonly facts: RecordingFacts
}

/** A recording that goes on with a dictation. */
export type AppendedRecording = {
  readonly sha256: string
  readonly byteLength: number
  readonly fileName: string
  readonly uploadedBy: string
  readonly receivedAt: Date
}

/** What was heard in one piece of a recording that is being recognised. */
export type HeardSoFar = {
  /** Its number: where numbers are missing between two, something between them is not heard yet. */
  readonly piece: number
  readonly words: readonly RecognisedWord[]
}

export interface DictationStore {
  /** One transaction: row, audit event, outbox entry. The same bytes again give the first dictation. */
  accept(
    details: DictationDetails,
    event: AuditEvent,
  ): Promise<{ readonly dictation: Dictation; readonly isNew: boolean }>
  /**
   * Adds a recording to a dictation and has all of it transcribed anew. The same bytes again change
   * nothing. Refused once a person has worked on the report.
   */
  append(
    id: string,
    recording: AppendedRecording,
    event: AuditEvent,
  ): Promise<{ readonly isNew: boolean } | Refusal>
  /** What was appended, in order. */
  appended(id: string): Promise<readonly AppendedRecording[]>
  find(id: string): Promise<Dictation | null>
  findEntry(id: string): Promise<WorklistEntry | null>
  worklist(query: WorklistQuery): Promise<Page<WorklistEntry>>

  /** Null when the dictation is not waiting, or another worker's lease is still alive. */
  lease(id: string, worker: { readonly id: string; readonly ttlMs: number }): Promise<Lease | null>
  /** False when the lease was lost: the work must stop. */
  renewLease(
    id: string,
    fence: number,
    renewal: { readonly ttlMs: number; readonly step: TranscriptionStep },
  ): Promise<boolean>
  /**
   * Saves what the decoder found, and links it with other versions of the same recording; false when
   * the lease was lost.
   */
  saveDecoded(
    id: string,
    fence: number,
    decoded: {
      readonly facts: RecordingFacts
      readonly peaks: readonly number[]
      readonly playbackSha256: string
    },
  ): Promise<boolean>
  /** What its language was found to be, or is taken for in doubt; false when the lease was lost. */
  saveLanguage(
    id: string,
    fence: number,
    language: { readonly locale: Locale; readonly languageOrigin: 'found' | 'unsure' },
  ): Promise<boolean>
  /** What is known already of how a recording is cut and heard, by the number of the piece. */
  heardPieces(id: string, plan: string): Promise<ReadonlyMap<number, HeardPiece>>
  /** A checkpoint: what was heard is not heard again; false when the lease was lost. */
  saveHeardPiece(
    id: string,
    fence: number,
    piece: {
      readonly plan: string
      readonly index: number
      readonly heard: HeardPiece
      /** Of all pieces that are known, this one included. */
      readonly recognisedMs: number
    },
  ): Promise<boolean>
  /** While it is being recognised; in order. Empty before and afterwards. */
  heardSoFar(id: string): Promise<readonly HeardSoFar[]>
  /** The pieces have done their service then, and are forgotten. */
  saveRecognition(id: string, fence: number, recognition: Recognition): Promise<boolean>
  /**
   * Creates the report, or after something was appended its next version, with what the writer found in it, and ends
   * the lease, in one transaction; false when the lease was lost.
   */
  saveDraft(
    id: string,
    fence: number,
    draft: {
      readonly reportId: string
      readonly text: ReportText
      readonly findings: readonly WordFinding[]
    },
    event: AuditEvent,
  ): Promise<boolean>
  /** Ends the lease in a side room, or back in the queue. */
  giveUp(
    id: string,
    fence: number,
    outcome:
      | { readonly to: UndecodableReason }
      | { readonly to: 'failed'; readonly reason: DictationFailureReason }
      | { readonly to: 'queued'; readonly waitingFor: 'speech-engine' | null },
    event: AuditEvent,
  ): Promise<boolean>

  /** The author's dictations that wait for a password, the oldest first. */
  waitingForPassword(authorId: string): Promise<readonly string[]>
  /** Puts a dictation from a side room back in the queue; false when it is not in one. */
  retry(id: string, event: AuditEvent): Promise<boolean>
  /** What the review page needs beside the report. */
  findRecording(id: string): Promise<{
    readonly facts: RecordingFacts | null
    readonly peaks: readonly number[]
    readonly playbackSha256: string | null
    readonly recognition: Recognition | null
  } | null>
  /** All that there ever were, the newest first: older versions of the report point to older ones. */
  recognitions(id: string): Promise<readonly Recognition[]>
}
