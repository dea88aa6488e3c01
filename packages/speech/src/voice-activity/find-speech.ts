import { clip, type TimeSpan, union } from '../time-span.ts'
import { findSileroModel } from './find-silero-model.ts'
import { findSpeechByLoudness } from './find-speech-by-loudness.ts'
import { findSpeechBySilero, type HeardStretch } from './find-speech-by-silero.ts'
import { joinFindings } from './join-findings.ts'

/** `silero-failed`: it is installed and did not answer, so that loudness had to do. */
export type SpeechDetector = 'silero' | 'loudness' | 'silero-failed'

export type FoundSpeech = {
  /** Where somebody speaks, in order, not overlapping. None: no voice stands out anywhere. */
  readonly speech: readonly TimeSpan[]
  readonly detector: SpeechDetector
}

/** Where somebody speaks in the first minutes, known before the rest is. */
export type FoundOpening = {
  readonly speech: readonly TimeSpan[]
  /** Where it ends: a quiet moment. */
  readonly untilMs: number
}

/** Stretches of an opening: about ten minutes, enough for others to hear while the rest is searched. */
const stretchesOfOpening = 2

/**
 * Finds where somebody speaks: with Silero's network where it is installed, joined with loudness, and by
 * loudness alone where it is not or fails. A recording is never refused for it.
 */
export async function findSpeech(request: {
  readonly wavPath: string
  /** Of the recording, from `measureEnvelope`. */
  readonly levels: Float32Array
  readonly signal?: AbortSignal | undefined
  /** Null for loudness alone. The installed one unless told. */
  readonly sileroModel?: string | null | undefined
  /** See `cutStretches`. */
  readonly longestStretchMs?: number | undefined
  /** Told of the opening as soon as its speech is known, if the network finds a voice in it. */
  readonly onOpening?: ((opening: FoundOpening) => void) | undefined
}): Promise<FoundSpeech> {
  const { wavPath, levels, signal, longestStretchMs, onOpening } = request
  const loudness = findSpeechByLoudness(levels)
  const modelPath = request.sileroModel === undefined ? findSileroModel() : request.sileroModel
  if (modelPath === null) return { speech: loudness, detector: 'loudness' }
  const join = (network: readonly TimeSpan[]) => joinFindings(network, loudness, levels)
  const onStretch = onOpening && watchOpening(join, onOpening)
  try {
    const network = await findSpeechBySilero({
      modelPath,
      wavPath,
      levels,
      signal,
      longestStretchMs,
      onStretch,
    })
    return { speech: join(network), detector: 'silero' }
  } catch {
    signal?.throwIfAborted()
    return { speech: loudness, detector: 'silero-failed' }
  }
}

/** Loudness is that of the whole recording already; of the voices only those of the opening are known. */
function watchOpening(
  join: (network: readonly TimeSpan[]) => readonly TimeSpan[],
  onOpening: (opening: FoundOpening) => void,
): (heard: HeardStretch) => void {
  const heard: HeardStretch[] = []
  return (stretch) => {
    if (stretch.index >= stretchesOfOpening) return
    heard.push(stretch)
    if (heard.length < stretchesOfOpening) return
    const network = union(heard.flatMap(({ speech }) => speech))
    // Whether loudness decides is known only once no voice was found anywhere.
    if (network.length === 0) return
    const untilMs = Math.max(...heard.map(({ stretch: { endMs } }) => endMs))
    onOpening({ speech: clip(join(network), { startMs: 0, endMs: untilMs }), untilMs })
  }
}
