import { createHash } from 'node:crypto'
import type { RecognitionPlan, SharedPart, SpeechEngine, SpeechLanguage } from '@plume/records'
import { planInParts, planRecording, type SpeechDetector } from '@plume/speech'
import type { Locale } from '@plume/transcript'
import { longMs } from './cut-shares.ts'

type Sound = {
  readonly wavPath: string
  readonly signal: AbortSignal
  readonly onDetector?: (detector: SpeechDetector, ms: number) => void
}

type Request = Sound & {
  /** What the sound was made of: hashes of its recordings, in order. */
  readonly recordings: readonly string[]
  readonly durationMs: number
  readonly language: SpeechLanguage
  /** Whether a long one may be. */
  readonly inParts: boolean
  /** As `cutRecording` gave them for this engine, where that was done already. */
  readonly pieces?: RecognitionPlan['pieces']
}

export type PlannedRecognition = Pick<SharedPart, 'number' | 'isLast' | 'plan'>

/**
 * Cuts a recording for an engine: a long one in two parts, the opening before speech is found in the rest, unless its
 * pieces are known already. The same recordings, engine and language give the same plans under the same names.
 */
export async function* planRecognition(
  engine: SpeechEngine,
  request: Request,
): AsyncGenerator<PlannedRecognition> {
  if (request.pieces) {
    yield { number: 0, isLast: true, plan: planOf(engine, request, request.pieces) }
    return
  }
  let number: SharedPart['number'] = 0
  const leastPartMs = request.inParts ? longMs : Number.POSITIVE_INFINITY
  const parts = planInParts({ ...cutsOf(engine, request), leastPartMs })
  for await (const { pieces, isLast } of parts) {
    yield { number, isLast, plan: planOf(engine, request, pieces) }
    number = 1
  }
}

function planOf(
  { identity }: SpeechEngine,
  { recordings, durationMs, language }: Request,
  pieces: RecognitionPlan['pieces'],
): RecognitionPlan {
  const name = createHash('sha256')
    .update(JSON.stringify([recordings, language, identity, pieces]))
    .digest('hex')
  return { name, engine: identity, language, durationMs, pieces }
}

/** The pieces in which an engine hears a recording. */
export function cutRecording(
  engine: SpeechEngine,
  sound: Sound,
): Promise<RecognitionPlan['pieces']> {
  return planRecording(cutsOf(engine, sound))
}

function cutsOf({ capabilities }: SpeechEngine, { wavPath, signal, onDetector }: Sound) {
  const { longestPieceMs: longestMs, fixedWindow: fewest } = capabilities
  return { wavPath, longestMs, fewest, signal, ...(onDetector ? { onDetector } : {}) }
}

export function languageOf(locale: Locale): SpeechLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en'
}
