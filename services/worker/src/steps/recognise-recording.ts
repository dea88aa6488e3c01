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
import { languageOf, type PlannedRecognition, planRecognition } from './plan-recognition.ts'
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
/** The lease has ended: others hear it too. In how many shares. */
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
    const saved = saveForPlayer(needs, lease, decoded)
    const [kept, recognised] = await Promise.allSettled([
      saved,
      recognise(needs, entry, { ...decoded, saved }, lease, held),
    ])
    if (kept.status === 'rejected') throw kept.reason
    if (recognised.status === 'rejected') throw recognised.reason
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

/** The decoded recording, and the promise that it lies in the blob store. */
type Sound = DecodedRecording & { readonly saved: Promise<void> }

async function recognise(
  needs: RecogniseNeeds,
  given: WorklistEntry,
  sound: Sound,
  lease: Lease,
  held: HeldLease,
): Promise<Recognised | SetAside | SharedOut> {
  await held.enter('recognise')
  const { signal } = held
  const settled = await languageFor(needs, given, sound.wavPath, lease, signal)
  if (!settled) return { setAside: { to: 'queued', waitingFor: 'speech-engine' } }
  const { cut, ...found } = settled
  const entry = { ...given, ...found }
  const engine = selectEngine(needs.engines(), languageOf(entry.locale))
  if (!engine) return { setAside: { to: 'queued', waitingFor: 'speech-engine' } }
  const pieces = cut?.engine.identity === engine.identity ? cut.pieces : null
  return hearOrShareOut(needs, engine, { entry, sound, pieces, lease, signal })
}

async function hearOrShareOut(
  needs: RecogniseNeeds,
  engine: SpeechEngine,
  request: {
    readonly entry: WorklistEntry
    readonly sound: Sound
    /** Known where the language had to be found. */
    readonly pieces: RecognitionPlan['pieces'] | null
    readonly lease: Lease
    readonly signal: AbortSignal
  },
): Promise<Recognised | SharedOut> {
  const { entry, sound, pieces, lease, signal } = request
  const { wavPath, recordings, facts } = sound
  const parts = planRecognition(engine, {
    recordings,
    wavPath,
    durationMs: facts.durationMs,
    language: languageOf(entry.locale),
    // An attempt that follows one that found the language has to cut as that did.
    inParts: entry.languageOrigin === 'given',
    ...(pieces ? { pieces } : {}),
    signal,
    onDetector: (detector, ms) => {
      const level = detector === 'silero-failed' ? 'warn' : 'info'
      needs.log[level]({ detector, detectionMs: Math.round(ms) }, 'speech found')
    },
  })
  let sharedOut = 0
  for await (const part of parts) {
    const { plan } = part
    const known = new Set((await needs.dictations.heardPieces(entry.id, plan.name)).keys())
    const places = await needs.places(engine.identity, plan.language)
    const isWhole = part.number === 0 && part.isLast
    if (isWhole && !worthSharing({ ...entry, plan, known, places })) {
      const recognition = await hearHere(needs, engine, plan, { entry, wavPath, lease, signal })
      return { recognition, entry }
    }
    // Whoever hears a share takes the decoded recording from the blob store.
    await sound.saved
    sharedOut += await shareOut(needs, lease, part, { known, places })
  }
  return { sharedOut }
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

async function shareOut(
  needs: RecogniseNeeds,
  { dictation: { id }, fence }: Lease,
  part: PlannedRecognition,
  { known, places }: { readonly known: ReadonlySet<number>; readonly places: number },
): Promise<number> {
  const shares = cutShares(part.plan, known, places)
  requireLease(await needs.shares.shareOut(id, fence, { ...part, shares }), id)
  const { number, isLast, plan } = part
  needs.log.info(
    {
      part: number,
      isLast,
      shares: shares.length,
      pieces: plan.pieces.length,
      places,
      audioMs: plan.durationMs,
    },
    isLast ? 'recording shared out' : 'opening shared out',
  )
  return shares.length
}

export function requireLease(saved: boolean, dictationId: string): void {
  if (saved) return
  throw new Failure('lease-lost', `dictation ${dictationId}: another worker has it`, {
    retryable: false,
  })
}
