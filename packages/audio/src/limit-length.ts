import type { SoundPiece } from './sound-piece.ts'
import { outputRateHz } from './wav/write-wav.ts'

/** A recording is longer than the site allows. It is kept whole: no dictation loses its end unseen. */
export class TooLong extends Error {
  constructor(maxDurationMs: number) {
    super(`longer than ${maxDurationMs} ms`)
    this.name = 'TooLong'
  }
}

export function refuseTooLong(durationMs: number, maxDurationMs: number): void {
  if (durationMs > maxDurationMs) throw new TooLong(maxDurationMs)
}

/** The same 16 kHz pieces. Throws `TooLong` past the limit. */
export async function* limitLength(
  pieces: AsyncIterable<SoundPiece>,
  maxDurationMs: number,
): AsyncGenerator<SoundPiece> {
  let samples = 0
  for await (const piece of pieces) {
    samples += piece.length
    refuseTooLong((samples / outputRateHz) * 1000, maxDurationMs)
    yield piece
  }
}
