import { Failure } from '@plume/records'
import { outputRateHz } from './wav/write-wav.ts'

/** The same 16 kHz pieces. Past the limit it throws rather than cut: no dictation loses its end unseen. */
export async function* limitLength(
  pieces: AsyncIterable<Float32Array>,
  maxDurationMs: number,
): AsyncGenerator<Float32Array> {
  const most = (maxDurationMs / 1000) * outputRateHz
  let samples = 0
  for await (const piece of pieces) {
    samples += piece.length
    if (samples > most) {
      throw new Failure('recording-too-long', `longer than ${maxDurationMs} ms`, {
        retryable: false,
      })
    }
    yield piece
  }
}
