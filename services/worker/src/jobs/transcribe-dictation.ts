import type { TranscribeDictationPayload } from '@plume/contracts'
import { Failure, type Lease, type WorklistEntry } from '@plume/records'
import { type Template, templateFor } from '@plume/report-templates'
import type { MacroStore } from '@plume/storage'
import type { Recognition } from '@plume/transcript'
import type { SiteLexicon } from '../site-lexicon.ts'
import { draftReport, findingsOf, writeForTemplate } from '../steps/draft-report.ts'
import { type HeldLease, holdLease } from '../steps/hold-lease.ts'
import {
  type RecogniseNeeds,
  recogniseRecording,
  requireLease,
} from '../steps/recognise-recording.ts'
import { joinPieces } from '../steps/recognise-speech.ts'
import { type Outcome, outcomeOf, setAsideEvent, settleFailure } from '../steps/settle-failure.ts'

export type TranscribeDictationNeeds = RecogniseNeeds & {
  /** The words of the site that hold for a dictation. */
  readonly words: SiteLexicon
  /** The author's own, then the site's. */
  readonly macros: Pick<MacroStore, 'of'>
  readonly now: () => Date
  readonly workerId: string
  readonly leaseMs: number
  /** How often the queue runs a job before it counts as failed. */
  readonly maxAttempts: number
}

export type TranscribeDictationJob = {
  readonly payload: Pick<TranscribeDictationPayload, 'dictationId'>
  /** 1 for the first. */
  readonly attempt: number
  /** Aborted when the worker is told to stop. */
  readonly signal?: AbortSignal
}

/**
 * Takes one dictation from its bytes to a draft report, or, where others hear it too, to its shares, and from what they
 * heard to the draft. Running it twice leaves the same rows: the lease lets one worker in, and each save names the
 * lease's fence. A throw means: try again.
 */
export function createTranscribeDictation(needs: TranscribeDictationNeeds) {
  return async function transcribeDictation(
    job: TranscribeDictationJob,
  ): Promise<'done' | 'skipped'> {
    const { dictationId } = job.payload
    const startedAt = performance.now()
    const log = needs.log.child({ dictationId, attempt: job.attempt })

    const lease = await needs.dictations.lease(dictationId, {
      id: needs.workerId,
      ttlMs: needs.leaseMs,
    })
    if (lease === null) {
      log.info('nothing to do: not waiting, or another worker has it')
      return 'skipped'
    }

    const held = holdLease({
      dictations: needs.dictations,
      dictationId,
      fence: lease.fence,
      ttlMs: needs.leaseMs,
      stop: job.signal,
    })
    try {
      const result = await transcribe({ ...needs, log }, lease, held)
      log.info({ result, ms: Math.round(performance.now() - startedAt) }, 'transcription ended')
      return result
    } catch (error) {
      return await settleFailure(
        { ...needs, log },
        {
          error,
          job,
          dictationId,
          held,
          settle: (settlement) => giveUp(needs, lease, outcomeOf(settlement)),
        },
      )
    } finally {
      held.release()
    }
  }
}

async function transcribe(
  needs: TranscribeDictationNeeds,
  lease: Lease,
  held: HeldLease,
): Promise<'done' | 'skipped'> {
  const { id } = lease.dictation
  const entry = await needs.dictations.findEntry(id)
  if (entry === null) return 'skipped'

  const checkpoint = lease.recognised?.recognition ?? (await joinShares(needs, lease))
  const recognised = checkpoint
    ? { recognition: checkpoint, entry }
    : await recogniseRecording(needs, entry, lease, held)
  if ('sharedOut' in recognised) return 'done'
  if ('setAside' in recognised) return await setAside(needs, lease, recognised.setAside)

  await held.enter('write')
  const spoken = recognised.entry
  const template = templateOf(needs.templates, spoken)
  const words = await needs.words(spoken)
  const { recognition } = recognised
  const written = writeForTemplate(recognition, template, words, spoken.locale)
  await held.enter('merge')
  const text = draftReport(
    written,
    template,
    spoken,
    recognition,
    await needs.macros.of(spoken.authorId),
  )

  const reportId = needs.newId()
  const saved = await needs.dictations.saveDraft(
    id,
    lease.fence,
    { reportId, text, findings: findingsOf(written, recognition, words) },
    {
      kind: 'dictation-drafted',
      dictationId: id,
      reportId,
      actor: null,
      at: needs.now(),
    },
  )
  return saved ? 'done' : 'skipped'
}

/** What several workers heard of it, once nothing is missing. */
async function joinShares(
  { dictations, shares, newId }: TranscribeDictationNeeds,
  { dictation: { id }, fence }: Lease,
): Promise<Recognition | null> {
  const whole = await shares.whole(id)
  if (whole === null) return null
  const recognition = joinPieces(newId(), whole.by, whole.pieces)
  requireLease(await dictations.saveRecognition(id, fence, recognition), id)
  return recognition
}

async function setAside(
  needs: TranscribeDictationNeeds,
  lease: Lease,
  outcome: Outcome,
): Promise<'done' | 'skipped'> {
  needs.log.info({ to: outcome.to }, 'dictation set aside')
  return (await giveUp(needs, lease, outcome)) ? 'done' : 'skipped'
}

function giveUp(
  { dictations, now }: TranscribeDictationNeeds,
  { dictation: { id }, fence }: Lease,
  outcome: Outcome,
): Promise<boolean> {
  return dictations.giveUp(id, fence, outcome, setAsideEvent(id, outcome.to, now()))
}

/** The API refuses unknown templates, so a missing one means that worker and API are of two versions. */
function templateOf(templates: readonly Template[], entry: WorklistEntry): Template {
  const template = templateFor(templates, entry)
  if (template) return template
  throw new Failure('invalid-configuration', `dictation ${entry.id}: its template is not here`, {
    retryable: false,
  })
}
