import type { Priority, RecognitionPlan, RecognitionShare } from '@plume/records'
import { lengthOf } from '@plume/speech'

/**
 * A share of an ordinary dictation: long enough that loading a model for each costs little (a large one takes seconds,
 * and minutes of work follow), short enough that a STAT dictation does not wait long for a free worker.
 */
const longestShareMs = 2 * 60_000

/** More than this is a long dictation: a worker that hears all of it would keep a STAT one waiting. */
export const longMs = 4 * 60_000

/**
 * Long dictations are always shared out, also where there is one worker: between two shares it takes what is more
 * urgent. A short one is, where it is urgent and can be heard in several places at the same time.
 */
export function worthSharing(request: {
  readonly priority: Priority
  readonly plan: Pick<RecognitionPlan, 'pieces'>
  readonly known: ReadonlySet<number>
  readonly places: number
}): boolean {
  const { pieces } = request.plan
  const missing = [...pieces.keys()].filter((index) => !request.known.has(index))
  if (missing.length < 2) return false
  if (missing.reduce((sum, index) => sum + audioOf(pieces, index), 0) > longMs) return true
  return request.priority !== 'routine' && request.places > 1
}

/**
 * Cuts what is missing of a plan into shares, in order: each missing piece is in exactly one, and none is longer than two
 * minutes unless it is one piece. They become shorter towards the end, so that `places` workers end at nearly the same time.
 */
export function cutShares(
  { pieces }: Pick<RecognitionPlan, 'pieces'>,
  known: ReadonlySet<number>,
  places: number,
): readonly RecognitionShare[] {
  const missing = [...pieces.keys()].filter((index) => !known.has(index))
  const shares: RecognitionShare[] = []
  let next = 0
  while (next < missing.length) {
    // Half of an equal part of what is left: the others may be slower than this one.
    const fair = Math.max(1, Math.ceil((missing.length - next) / (2 * Math.max(1, places))))
    const first = next
    let audioMs = 0
    do {
      audioMs += audioOf(pieces, missing[next])
      next += 1
    } while (
      next < missing.length &&
      next - first < fair &&
      audioMs + audioOf(pieces, missing[next]) <= longestShareMs
    )
    shares.push({ from: missing[first] ?? 0, to: (missing[next - 1] ?? 0) + 1, audioMs })
  }
  return shares
}

function audioOf(pieces: RecognitionPlan['pieces'], index: number | undefined): number {
  return lengthOf(pieces[index ?? -1]?.parts ?? [])
}
