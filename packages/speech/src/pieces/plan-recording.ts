import { findSpeech, type SpeechDetector } from '../voice-activity/find-speech.ts'
import { frameMs, measureEnvelope } from '../voice-activity/loudness-envelope.ts'
import { quietestMoment } from '../voice-activity/quietest-moment.ts'
import { type PlannedPiece, planPieces } from './plan-pieces.ts'

/**
 * How a recording is going to be heard. The same recording, limit and detector give the same plan; where
 * another detector finds the same speech, the plan is the same, too, and so are its pieces.
 */
export async function planRecording(request: {
  readonly wavPath: string
  readonly longestMs: number
  /** For an engine with a fixed window: as few pieces as can be. */
  readonly fewest?: boolean | undefined
  readonly signal?: AbortSignal
  /** Told which detector found the speech, and how long that took, in milliseconds. */
  readonly onDetector?: (detector: SpeechDetector, ms: number) => void
  /** Null for loudness alone. The installed one unless told. */
  readonly sileroModel?: string | null
}): Promise<readonly PlannedPiece[]> {
  const startedAt = performance.now()
  const levels = await measureEnvelope(request.wavPath, request.signal)
  const durationMs = levels.length * frameMs
  const { speech, detector } = await findSpeech({ ...request, levels })
  request.onDetector?.(detector, performance.now() - startedAt)
  return planPieces({
    // Where no voice stands out, an engine has to say that there is none.
    speech: speech.length > 0 ? speech : [{ startMs: 0, endMs: durationMs }],
    durationMs,
    longestMs: request.longestMs,
    ...(request.fewest ? { fewest: true } : {}),
    quietestBetween: (fromMs, toMs) => quietestMoment(levels, fromMs, toMs),
  })
}
