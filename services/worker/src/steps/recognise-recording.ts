import { dirname } from 'node:path'
import {
  type AudioDecoder,
  type AuthorTerms,
  type BlobStore,
  type DictationStore,
  Failure,
  type Lease,
  type RecognitionPlan,
  type RecordingPasswords,
  type ShareStore,
  type SpeechEngine,
  type SpeechLanguage,
  type WorklistEntry,
} from '@plume/records'
import type { Template } from '@plume/report-templates'
import { lengthOf, selectEngine } from '@plume/speech'
import type { EngineIdentity, Recognition } from '@plume/transcript'
import type { Log } from '../worker-log.ts'
import { cutShares, worthSharing } from './cut-shares.ts'
import { type DecodedRecording, decodeRecording, keepForPlayer } from './decode-recording.ts'
import type { HeldLease } from './hold-lease.ts'
import { openJobDirectory } from './job-directory.ts'
import { languageOf, planRecognition } from './plan-recognition.ts'
import { joinPieces, recogniseSpeech } from './recognise-speech.ts'
import { describeError, type Outcome } from './settle-failure.ts'
import { type SettledLanguage, settleLanguage } from './settle-language.ts'
import { vocabularyOf } from './vocabulary-of.ts'

export type RecogniseNeeds = {
  readonly dictations: DictationStore
  readonly shares: ShareStore
  readonly blobs: BlobStore
  readonly decoder: AudioDecoder
  readonly passwords: Pick<RecordingPasswords, 'of'>
  readonly authorTerms: Pick<AuthorTerms, 'of'>
  readonly templates: readonly Template[]
  /** The engines that work at this moment, best first. */
  readonly engines: () => readonly SpeechEngine[]
  /** How many recordings all workers together can hear at the same time with an engine. */
  readonly places: (engine: EngineIdentity, language: SpeechLanguage) => Promise<number>
  /** Spoken at this site: that of a dictation is found among them. */
  readonly languages: readonly SpeechLanguage[]
  readonly newId: () => string
  /** Where jobs get their private directories. */
  readonly tempDir: string
  readonly log: Log
}

export type Recognised = {
  readonly recognition: Recognition
  /** The dictation, with the language that was found. */
  readonly entry: WorklistEntry
}
export type SetAside = { readonly setAside: Outcome }
/** The lease has ended: others hear it too. */
export type SharedOut = { readonly sharedOut: number }

/** Decode, and recognise or share out, in a directory that is gone afterwards whatever happens. */
export async function recogniseRecording(
  needs: RecogniseNeeds,
  entry: WorklistEntry,
  lease: Lease,
  held: HeldLease,
): Promise<Recognised | SetAside | SharedOut> {
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
    if ('plan' in recognised.value) return await shareOut(needs, lease, recognised.value)
    if ('recognition' in recognised.value) {
      const { recognition } = recognised.value
      const { id } = entry
      requireLease(await needs.dictations.saveRecognition(id, lease.fence, recognition), id)
    }
    return recognised.value
  } finally {
    await directory.remove().catch((error: unknown) => {
      needs.log.error({ error: describeError(error) }, 'a job directory could not be removed')
    })
  }
}

async function saveForPlayer(
  { blobs, dictations }: RecogniseNeeds,
  { dictation: { id }, fence }: Lease,
  { facts, peaks, wavPath }: DecodedRecording,
): Promise<void> {
  const playbackSha256 = await keepForPlayer(blobs, wavPath)
  requireLease(await dictations.saveDecoded(id, fence, { facts, peaks, playbackSha256 }), id)
}

type ToShare = {
  readonly plan: RecognitionPlan
  readonly known: ReadonlySet<number>
  readonly places: number
}

async function recognise(
  needs: RecogniseNeeds,
  given: WorklistEntry,
  { wavPath, facts, recordings }: DecodedRecording,
  lease: Lease,
  held: HeldLease,
): Promise<Recognised | SetAside | ToShare> {
  await held.enter('recognise')
  const { id, priority } = given
  const { signal } = held
  const settled = await languageFor(needs, given, wavPath, lease, signal)
  if (!settled) return { setAside: { to: 'queued', waitingFor: 'speech-engine' } }
  const { cut, ...found } = settled
  const entry = { ...given, ...found }
  const spoken = languageOf(entry.locale)
  const engine = selectEngine(needs.engines(), spoken)
  if (!engine) return { setAside: { to: 'queued', waitingFor: 'speech-engine' } }
  const { durationMs } = facts
  const plan = await planRecognition(engine, {
    recordings,
    wavPath,
    durationMs,
    language: spoken,
    ...(cut?.engine.identity === engine.identity ? { pieces: cut.pieces } : {}),
    signal,
    onDetector: (detector, ms) => {
      const level = detector === 'silero-failed' ? 'warn' : 'info'
      needs.log[level]({ detector, detectionMs: Math.round(ms) }, 'speech found')
    },
  })
  const known = new Set((await needs.dictations.heardPieces(id, plan.name)).keys())
  const places = await needs.places(engine.identity, spoken)
  if (worthSharing({ priority, plan, known, places })) return { plan, known, places }
  const recognition = await hearHere(needs, engine, plan, { entry, wavPath, lease, signal })
  return { recognition, entry }
}

async function languageFor(
  needs: RecogniseNeeds,
  given: WorklistEntry,
  wavPath: string,
  { fence }: Lease,
  signal: AbortSignal,
): Promise<SettledLanguage | null> {
  const { id } = given
  const save: Parameters<typeof settleLanguage>[0]['save'] = async (settled) => {
    requireLease(await needs.dictations.saveLanguage(id, fence, settled), id)
    needs.log.info(settled, 'language settled')
  }
  const sound = { wavPath, directory: dirname(wavPath), signal }
  return settleLanguage({ ...needs, save }, given, sound)
}

type ToHear = {
  readonly entry: WorklistEntry
  readonly wavPath: string
  readonly lease: Lease
  readonly signal: AbortSignal
}

async function hearHere(
  needs: RecogniseNeeds,
  engine: SpeechEngine,
  plan: RecognitionPlan,
  { entry, wavPath, lease, signal }: ToHear,
): Promise<Recognition> {
  const { dictations } = needs
  const { id } = lease.dictation
  const startedAt = performance.now()
  const known = new Map(await dictations.heardPieces(id, plan.name))
  await recogniseSpeech(engine, {
    dictationId: id,
    plan,
    indices: [...plan.pieces.keys()].filter((index) => !known.has(index)),
    wavPath,
    vocabulary: await vocabularyOf(needs, engine, entry),
    signal,
    save: ({ index, heard }) => {
      known.set(index, heard)
      const recognisedMs = lengthOf([...known.keys()].flatMap((n) => plan.pieces[n]?.parts ?? []))
      return dictations.saveHeardPiece(id, lease.fence, {
        plan: plan.name,
        index,
        heard,
        recognisedMs,
      })
    },
  })
  const inOrder = [...plan.pieces.keys()].flatMap((index) => known.get(index) ?? [])
  const recognition = joinPieces(needs.newId(), plan, inOrder)
  needs.log.info(
    {
      words: recognition.words.length,
      audioMs: plan.durationMs,
      engine: engine.identity.engine,
      recognitionMs: Math.round(performance.now() - startedAt),
    },
    'speech recognised',
  )
  return recognition
}

/** The decoded recording is in the blob store by now: whoever hears a share takes it from there. */
async function shareOut(
  { shares, log }: RecogniseNeeds,
  { dictation: { id }, fence }: Lease,
  { plan, known, places }: ToShare,
): Promise<SharedOut> {
  const cut = cutShares(plan, known, places)
  requireLease(await shares.shareOut(id, fence, plan, cut), id)
  log.info(
    { shares: cut.length, pieces: plan.pieces.length, places, audioMs: plan.durationMs },
    'recording shared out',
  )
  return { sharedOut: cut.length }
}

export function requireLease(saved: boolean, dictationId: string): void {
  if (saved) return
  throw new Failure('lease-lost', `dictation ${dictationId}: another worker has it`, {
    retryable: false,
  })
}
