import { join } from 'node:path'
import type { TranscribeDictationPayload } from '@plume/contracts'
import type { ShareClaim, SpeechEngine } from '@plume/records'
import { fetchSound } from '../steps/fetch-sound.ts'
import { type HeldClaim, holdClaim } from '../steps/hold-lease.ts'
import { openJobDirectory } from '../steps/job-directory.ts'
import { recogniseSpeech } from '../steps/recognise-speech.ts'
import {
  outcomeOf,
  type Settlement,
  setAsideEvent,
  settleFailure,
} from '../steps/settle-failure.ts'
import { vocabularyOf } from '../steps/vocabulary-of.ts'
import type { TranscribeDictationNeeds } from './transcribe-dictation.ts'

export type HearShareJob = {
  readonly dictationId: string
  readonly share: NonNullable<TranscribeDictationPayload['share']>
  /** 1 for the first. */
  readonly attempt: number
  /** Aborted when the worker is told to stop. */
  readonly signal?: AbortSignal
}

/** A share that this worker cannot hear goes back to the queue for so long, so that another takes it. */
const leaveForMs = 5000

type Needs = Pick<
  TranscribeDictationNeeds,
  | 'shares'
  | 'dictations'
  | 'authorTerms'
  | 'templates'
  | 'blobs'
  | 'engines'
  | 'places'
  | 'now'
  | 'workerId'
  | 'leaseMs'
  | 'tempDir'
  | 'maxAttempts'
  | 'log'
>

/**
 * Hears one share of a long dictation. Running it twice hears nothing twice: the claim lets one worker in, each piece is
 * a checkpoint, and each save names the claim's fence. A throw means: try again.
 */
export function createHearShare(needs: Needs) {
  return async function hearShare(job: HearShareJob): Promise<'done' | 'skipped'> {
    const { dictationId, share } = job
    const log = needs.log.child({ dictationId, share: share.number, attempt: job.attempt })
    const claim = await needs.shares.claim(
      { dictationId, ...share },
      { id: needs.workerId, ttlMs: needs.leaseMs },
    )
    if (claim === null) {
      log.info('nothing to do: heard, no longer wanted, or another worker has it')
      return 'skipped'
    }
    const engine = engineOf(claim, needs.engines())
    if (!engine) return await leave({ ...needs, log }, claim)
    const held = holdClaim({
      renew: () => needs.shares.renew(claim, needs.leaseMs),
      name: `dictation ${dictationId}: claim ${claim.fence} on share ${claim.number}`,
      ttlMs: needs.leaseMs,
      stop: job.signal,
    })
    try {
      return await hear({ ...needs, log }, engine, claim, held)
    } catch (error) {
      const settle = (settlement: Settlement) => settleShare(needs, claim, settlement)
      return await settleFailure({ ...needs, log }, { error, job, dictationId, held, settle })
    } finally {
      held.release()
    }
  }
}

/** All pieces of a recognition are heard by the same engine with the same model. */
function engineOf(
  { plan }: ShareClaim,
  engines: readonly SpeechEngine[],
): SpeechEngine | undefined {
  return engines.find(
    ({ identity, capabilities }) =>
      identity.engine === plan.engine.engine &&
      identity.model === plan.engine.model &&
      identity.modelSha256 === plan.engine.modelSha256 &&
      capabilities.languages.includes(plan.language),
  )
}

/** Where no worker has that engine any more, one takes the dictation as if it were new, with its own engine. */
async function leave(needs: Needs, claim: ShareClaim): Promise<'skipped'> {
  if ((await needs.places(claim.plan.engine, claim.plan.language)) > 0) {
    needs.log.info('left to a worker that has the engine of this dictation')
    await needs.shares.leaveToOthers(claim, leaveForMs)
  } else {
    needs.log.warn('the engine of this dictation is gone: it is heard anew by another')
    await needs.shares.takeBack(claim)
  }
  return 'skipped'
}

async function hear(
  needs: Needs,
  engine: SpeechEngine,
  claim: ShareClaim,
  held: HeldClaim,
): Promise<'done' | 'skipped'> {
  const { shares, log } = needs
  const startedAt = performance.now()
  const directory = await openJobDirectory(needs.tempDir)
  try {
    if (claim.pieces.length > 0) await hearMissing(needs, engine, claim, held, directory.path)
  } finally {
    await directory.remove()
  }
  const result = (await shares.finish(claim)) ? 'done' : 'skipped'
  const ms = Math.round(performance.now() - startedAt)
  log.info({ result, pieces: claim.pieces.length, ms }, 'share heard')
  return result
}

async function hearMissing(
  needs: Needs,
  engine: SpeechEngine,
  claim: ShareClaim,
  { signal }: HeldClaim,
  directory: string,
): Promise<void> {
  const { shares, blobs, dictations } = needs
  const { dictationId, plan, pieces } = claim
  const entry = await dictations.findEntry(dictationId)
  if (entry === null) return
  const parts = pieces.flatMap((index) => plan.pieces[index]?.parts ?? [])
  const stretch = { startMs: parts.at(0)?.startMs ?? 0, endMs: parts.at(-1)?.endMs ?? 0 }
  const wavPath = join(directory, 'sound.wav')
  await fetchSound(blobs, claim.playbackSha256, stretch, wavPath)
  await recogniseSpeech(engine, {
    dictationId,
    plan,
    indices: pieces,
    wavPath,
    vocabulary: await vocabularyOf(needs, engine, entry),
    signal,
    save: (piece) => shares.savePiece(claim, piece),
  })
}

/** What is wrong with one share is wrong with the dictation; the other shares end with it. */
async function settleShare(
  { shares, now }: Needs,
  claim: ShareClaim,
  settlement: Settlement,
): Promise<unknown> {
  if (settlement === 'try-again' || settlement === 'wait') return shares.release(claim)
  const outcome = outcomeOf(settlement)
  return shares.giveUp(claim, outcome, setAsideEvent(claim.dictationId, outcome.to, now()))
}
