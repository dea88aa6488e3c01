import type { TimeRange } from '@plume/transcript'

/** Speeds a person can step through; the pitch stays the same at each. */
export const speeds = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

export const skipMs = 3_000
/** After a pause, playing starts a little earlier: the ear needs the words before. */
export const stepBackMs = 1_500
/** Half a second of a neighbour's sound tells how a word begins and ends. */
const contextMs = 500

export function fasterThan(speed: number): number {
  return speeds.find((step) => step > speed) ?? speed
}

export function slowerThan(speed: number): number {
  return speeds.findLast((step) => step < speed) ?? speed
}

/** Where playing goes on after a pause. At the very end it starts over. */
export function resumePoint(positionMs: number, lengthMs: number): number {
  if (lengthMs > 0 && positionMs >= lengthMs - 50) return 0
  return Math.max(0, positionMs - stepBackMs)
}

/** A part with what the ear needs around it. */
export function partWithContext({ startMs, endMs }: TimeRange, lengthMs: number): TimeRange {
  return {
    startMs: skipTo(startMs, -contextMs, lengthMs),
    endMs: skipTo(endMs, contextMs, lengthMs),
  }
}

export function skipTo(positionMs: number, deltaMs: number, lengthMs: number): number {
  const wanted = Math.max(0, positionMs + deltaMs)
  return lengthMs > 0 ? Math.min(wanted, lengthMs) : wanted
}
