import { clip, lengthOf, type TimeSpan } from '../time-span.ts'
import {
  type FoundOpening,
  findSpeech,
  type SpeechDetector,
} from '../voice-activity/find-speech.ts'
import { frameMs, measureEnvelope } from '../voice-activity/loudness-envelope.ts'
import { quietestMoment } from '../voice-activity/quietest-moment.ts'
import { countedUntil, type PlannedPiece, planPieces } from './plan-pieces.ts'

type Request = {
  readonly wavPath: string
  readonly longestMs: number
  /** For an engine with a fixed window: as few pieces as can be. */
  readonly fewest?: boolean | undefined
  readonly signal?: AbortSignal
  /** Told which detector found the speech, and how long that took, in milliseconds. */
  readonly onDetector?: (detector: SpeechDetector, ms: number) => void
  /** Null for loudness alone. The installed one unless told. */
  readonly sileroModel?: string | null
  /** See `cutStretches`. */
  readonly longestStretchMs?: number
}

/**
 * How a recording is going to be heard. The same recording, limit and detector give the same plan; where
 * another detector finds the same speech, the plan is the same, too, and so are its pieces.
 */
export async function planRecording(request: Request): Promise<readonly PlannedPiece[]> {
  const whole = planInParts({ ...request, leastPartMs: Number.POSITIVE_INFINITY })
  for await (const { pieces } of whole) return pieces
  return []
}

export type PlannedPart = {
  readonly pieces: readonly PlannedPiece[]
  readonly isLast: boolean
}

/**
 * The same, the opening of a long recording as soon as its speech is found, and then the rest; or all of it at once
 * where one of them would have less than `leastPartMs`, or no voice is found in the opening. Every moment that is
 * said counts in exactly one piece of both. Speech is searched while the reader has the opening, and no more once it
 * reads no further.
 */
export async function* planInParts(
  request: Request & {
    /** How much the opening has to hold that is to be heard, and how long the rest has to be. */
    readonly leastPartMs: number
  },
): AsyncGenerator<PlannedPart> {
  const startedAt = performance.now()
  const levels = await measureEnvelope(request.wavPath, request.signal)
  const durationMs = levels.length * frameMs
  const plan = (speech: readonly TimeSpan[], within: TimeSpan) =>
    planPieces({
      speech: clip(speech, within),
      durationMs,
      within,
      longestMs: request.longestMs,
      ...(request.fewest ? { fewest: true } : {}),
      quietestBetween: (fromMs, toMs) => quietestMoment(levels, fromMs, toMs),
    })
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])])
  const { opening, found } = findOpeningFirst({ ...request, levels, signal })
  let startMs = 0
  try {
    const first = await opening
    if (first && durationMs - first.untilMs >= request.leastPartMs) {
      const pieces = plan(first.speech, { startMs, endMs: first.untilMs })
      if (lengthOf(pieces.flatMap(({ parts }) => parts)) >= request.leastPartMs) {
        startMs = countedUntil(pieces)
        yield { pieces, isLast: false }
      }
    }
    const { speech, detector, foundAt } = await found
    request.onDetector?.(detector, foundAt - startedAt)
    const within = { startMs, endMs: durationMs }
    // Where no voice stands out, an engine has to say that there is none.
    yield { pieces: plan(speech.length > 0 ? speech : [within], within), isLast: true }
  } finally {
    stop.abort()
    // Every process has ended then.
    await found.catch(() => {})
  }
}

/** The opening is null where there is none before all is found. */
function findOpeningFirst(request: Parameters<typeof findSpeech>[0]) {
  let tell: (opening: FoundOpening) => void = () => {}
  const told = new Promise<FoundOpening>((resolve) => {
    tell = resolve
  })
  const found = findSpeech({ ...request, onOpening: tell }).then((speech) => ({
    ...speech,
    foundAt: performance.now(),
  }))
  return { found, opening: Promise.race([told, found.then(() => null)]) }
}
