import { frameMs } from './loudness-envelope.ts'

/** Frames of what has to be quiet: a tenth of a second. */
const width = 10

/** The middle of the quietest tenth of a second, and the later of two that are alike. Milliseconds. */
export function quietestMoment(levels: Float32Array, fromMs: number, toMs: number): number {
  let best = Number.POSITIVE_INFINITY
  let cut = toMs
  for (let frame = Math.ceil(fromMs / frameMs); (frame + width) * frameMs <= toMs; frame += 1) {
    const level = levels.subarray(frame, frame + width).reduce((sum, db) => sum + db, 0)
    if (level > best) continue
    best = level
    cut = (frame + width / 2) * frameMs
  }
  return cut
}
