import type { EngineIdentity } from '@plume/transcript'
import type { AuditEvent } from '../audit/audit-event.ts'
import type { DictationStore } from './dictation-store.ts'
import type { HeardPiece, SpeechLanguage } from './speech-engine.ts'

/** How a recording is cut, and with what all of it is heard. */
export type RecognitionPlan = {
  /** A hash of all that follows and of the recordings: pieces of another plan are of no use. */
  readonly name: string
  readonly engine: EngineIdentity
  readonly language: SpeechLanguage
  readonly durationMs: number
  readonly pieces: readonly {
    /** Heard as one. */
    readonly parts: readonly Span[]
    /** Which words count, where two pieces hear both sides of a cut. */
    readonly keeps?: Span
  }[]
}

type Span = { readonly startMs: number; readonly endMs: number }

/** Pieces that follow each other and that one worker hears in one job: `from` to before `to`. */
export type RecognitionShare = {
  readonly from: number
  readonly to: number
  /** How much is to be heard. */
  readonly audioMs: number
}

/**
 * What is shared out at a time: all of a recording, or of a long one its opening, while its worker still finds the
 * speech in the rest, and then the rest. Each has a plan of its own; together they count each moment once.
 */
export type SharedPart = {
  /** In order. */
  readonly number: 0 | 1
  readonly isLast: boolean
  readonly plan: RecognitionPlan
  readonly shares: readonly RecognitionShare[]
}

/** What was heard in all of a recording, and with what. */
export type HeardRecording = {
  readonly by: Pick<RecognitionPlan, 'engine' | 'language' | 'durationMs'>
  readonly pieces: readonly HeardPiece[]
}

/** The right of one worker to one share for a while. The fence grows with each; an old one saves nothing. */
export type ShareClaim = {
  readonly dictationId: string
  readonly plan: RecognitionPlan
  readonly number: number
  readonly fence: number
  /** Pieces that nobody has heard yet. */
  readonly pieces: readonly number[]
  /** The decoded recording in the blob store. */
  readonly playbackSha256: string
}

export type ClaimedShare = Pick<ShareClaim, 'dictationId' | 'plan' | 'number' | 'fence'>

/**
 * Long recordings, shared out among workers. Whoever shares out the last part ends the lease on the dictation; who
 * ends the last share then puts it back in the queue, in the same transaction, to be written.
 */
export interface ShareStore {
  /**
   * Plan, shares, their jobs and, with the last part, the end of the lease in one transaction; false when the lease was
   * lost. An opening that is known by the same name stays as it is, with the claims of others, and what nobody has
   * claimed is queued again. Where nothing is left to be heard after the last part, the dictation goes back at once.
   */
  shareOut(dictationId: string, fence: number, part: SharedPart): Promise<boolean>
  /** Null when it is heard, in another worker's hands, or no longer wanted. */
  claim(
    share: { readonly dictationId: string; readonly plan: string; readonly number: number },
    worker: { readonly id: string; readonly ttlMs: number },
  ): Promise<ShareClaim | null>
  /** False when the claim was lost: the work must stop. */
  renew(share: ClaimedShare, ttlMs: number): Promise<boolean>
  /** A checkpoint, as `saveHeardPiece`; false when the claim was lost. */
  savePiece(
    share: ClaimedShare,
    piece: { readonly index: number; readonly heard: HeardPiece; readonly audioMs: number },
  ): Promise<boolean>
  /** All its pieces are heard; false when the claim was lost. */
  finish(share: ClaimedShare): Promise<boolean>
  /** For the queue's next try, or for the reconciler. */
  release(share: ClaimedShare): Promise<boolean>
  /** For a worker that has the plan's engine: queued anew, after a pause. */
  leaveToOthers(share: ClaimedShare, pauseMs: number): Promise<boolean>
  /**
   * Nobody hears the rest of this plan: one worker takes the whole dictation, with the engine that it has. A lease of
   * whoever still shares it out ends.
   */
  takeBack(share: ClaimedShare): Promise<boolean>
  /** Ends all parts, in a side room or back in the queue, and a lease as `takeBack`. What was heard is kept. */
  giveUp(
    share: ClaimedShare,
    outcome: Parameters<DictationStore['giveUp']>[2],
    event: AuditEvent,
  ): Promise<boolean>
  /** What was heard, of all parts in order, once the last part is there and nothing is missing. */
  whole(dictationId: string): Promise<HeardRecording | null>
}
