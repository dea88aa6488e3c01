import type { TranscribeDictationPayload } from '@plume/contracts'
import type {
  AudioDecoder,
  BlobStore,
  DictationStore,
  Lease,
  RecordingPasswords,
  SpeechEngine,
  WorklistEntry,
} from '@plume/records'
import { Failure } from '@plume/records'
import { findTemplate, type Template } from '@plume/report-templates'
import { selectEngine } from '@plume/speech'
import type { Recognition } from '@plume/transcript'
import { type DecodedRecording, decodeRecording, keepForPlayer } from '../steps/decode-recording.ts'
import { draftReport, writeForTemplate } from '../steps/draft-report.ts'
import { type HeldLease, holdLease } from '../steps/hold-lease.ts'
import { openJobDirectory } from '../steps/job-directory.ts'
import { languageOf, recogniseSpeech } from '../steps/recognise-speech.ts'
import { describeError, type Outcome, settleFailure } from '../steps/settle-failure.ts'
import type { Log } from '../worker-log.ts'

export type TranscribeDictationNeeds = {
  readonly dictations: DictationStore
  readonly blobs: BlobStore
  readonly decoder: AudioDecoder
  readonly passwords: Pick<RecordingPasswords, 'of'>
  /** The engines that work at this moment, best first. */
  readonly engines: () => readonly SpeechEngine[]
  readonly templates: readonly Template[]
  readonly now: () => Date
  readonly newId: () => string
  readonly workerId: string
  readonly leaseMs: number
  /** Where jobs get their private directories. */
  readonly tempDir: string
  /** How often the queue runs a job before it counts as failed. */
  readonly maxAttempts: number
  readonly log: Log
}

export type TranscribeDictationJob = {
  readonly payload: TranscribeDictationPayload
  /** 1 for the first. */
  readonly attempt: number
  /** Aborted when the worker is told to stop. */
  readonly signal?: AbortSignal
}

type Recognised = { readonly recognition: Recognition }
type SetAside = { readonly setAside: Outcome }

/**
 * Takes one dictation from its bytes to a draft report. Running it twice leaves the same rows: the
 * lease lets one worker in, and each save names the lease's fence. A throw means: try again.
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
      return await settleFailure({ ...needs, log }, { error, job, lease, held })
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

  const recognised = lease.recognised ?? (await recogniseRecording(needs, entry, lease, held))
  if ('setAside' in recognised) return await setAside(needs, lease, recognised.setAside)

  await held.enter('write')
  const template = templateOf(needs.templates, entry)
  const written = writeForTemplate(recognised.recognition, template)
  await held.enter('merge')
  const text = draftReport(written, template, entry)

  const reportId = needs.newId()
  const saved = await needs.dictations.saveDraft(
    id,
    lease.fence,
    { reportId, text },
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

/** Decode and recognise, in a directory that is gone afterwards whatever happens. */
async function recogniseRecording(
  needs: TranscribeDictationNeeds,
  entry: WorklistEntry,
  lease: Lease,
  held: HeldLease,
): Promise<Recognised | SetAside> {
  const { id } = entry
  const directory = await openJobDirectory(needs.tempDir)
  try {
    await held.enter('decode')
    const decoded = await decodeRecording(needs, {
      dictation: entry,
      directory: directory.path,
      signal: held.signal,
    })
    if ('undecodable' in decoded) return { setAside: { to: decoded.undecodable } }
    if (decoded.facts.silent) {
      // Kept for the player: a person may want to make sure.
      await saveForPlayer(needs, lease, decoded)
      return { setAside: { to: 'silent' } }
    }
    // A person may listen while the engine does.
    const [kept, recognised] = await Promise.allSettled([
      saveForPlayer(needs, lease, decoded),
      recognise(needs, entry, decoded, lease, held),
    ])
    if (kept.status === 'rejected') throw kept.reason
    if (recognised.status === 'rejected') throw recognised.reason
    if ('setAside' in recognised.value) return recognised.value
    const { recognition } = recognised.value
    requireLease(await needs.dictations.saveRecognition(id, lease.fence, recognition), id)
    return { recognition }
  } finally {
    await directory.remove().catch((error: unknown) => {
      needs.log.error({ error: describeError(error) }, 'a job directory could not be removed')
    })
  }
}

async function saveForPlayer(
  { blobs, dictations }: TranscribeDictationNeeds,
  { dictation: { id }, fence }: Lease,
  { facts, peaks, wavPath }: DecodedRecording,
): Promise<void> {
  const playbackSha256 = await keepForPlayer(blobs, wavPath)
  requireLease(await dictations.saveDecoded(id, fence, { facts, peaks, playbackSha256 }), id)
}

async function recognise(
  needs: TranscribeDictationNeeds,
  entry: WorklistEntry,
  { wavPath, facts, recordings }: DecodedRecording,
  { fence }: Lease,
  held: HeldLease,
): Promise<Recognised | SetAside> {
  await held.enter('recognise')
  const language = languageOf(entry.locale)
  const engine = selectEngine(needs.engines(), language)
  if (!engine) return { setAside: { to: 'queued', waitingFor: 'speech-engine' } }
  const startedAt = performance.now()
  const recognition = await recogniseSpeech(needs, engine, {
    id: needs.newId(),
    dictationId: entry.id,
    fence,
    recordings,
    wavPath,
    durationMs: facts.durationMs,
    language,
    signal: held.signal,
  })
  needs.log.info(
    {
      words: recognition.words.length,
      audioMs: facts.durationMs,
      engine: engine.identity.engine,
      recognitionMs: Math.round(performance.now() - startedAt),
    },
    'speech recognised',
  )
  return { recognition }
}

async function setAside(
  needs: TranscribeDictationNeeds,
  lease: Lease,
  outcome: Outcome,
): Promise<'done' | 'skipped'> {
  const { id } = lease.dictation
  needs.log.info({ to: outcome.to }, 'dictation set aside')
  const saved = await needs.dictations.giveUp(id, lease.fence, outcome, {
    kind: 'dictation-set-aside',
    dictationId: id,
    status: outcome.to,
    actor: null,
    at: needs.now(),
  })
  return saved ? 'done' : 'skipped'
}

/** The API refuses unknown templates, so a missing one means that worker and API are of two versions. */
function templateOf(templates: readonly Template[], entry: WorklistEntry): Template {
  const template = findTemplate(templates, entry.templateId, entry.locale)
  if (template) return template
  throw new Failure('invalid-configuration', `dictation ${entry.id}: its template is not here`, {
    retryable: false,
  })
}

function requireLease(saved: boolean, dictationId: string): void {
  if (saved) return
  throw new Failure('lease-lost', `dictation ${dictationId}: another worker has it`, {
    retryable: false,
  })
}
