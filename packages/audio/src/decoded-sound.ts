import { createLoudnessMeter } from './loudness.ts'
import type { SoundPiece } from './sound-piece.ts'
import { createWavWriter, outputRateHz } from './wav/write-wav.ts'

/** What is known of the decoded sound once all of it is written. */
export type DecodedSound = {
  readonly samples: number
  readonly durationMs: number
  readonly silent: boolean
  readonly peaks: readonly number[]
}

/**
 * Writes 16 kHz samples to a WAV file, however they were decoded, and measures them as they pass.
 * Where `pieces` throws, or brings no sample at all, no file is left.
 */
export async function writeDecodedSound(
  pieces: AsyncIterable<SoundPiece>,
  outputPath: string,
): Promise<DecodedSound> {
  const meter = createLoudnessMeter()
  const writer = await createWavWriter(outputPath)
  let samples = 0
  try {
    for await (const piece of pieces) {
      meter.measure(piece)
      await writer.write(piece)
      samples += piece.length
    }
    if (samples > 0) await writer.finish()
    return { samples, durationMs: durationMs(samples), ...meter.finish() }
  } finally {
    await writer.discard()
  }
}

/** Whole milliseconds: what the database and the player count in. */
function durationMs(samples: number): number {
  return Math.round((samples / outputRateHz) * 1000)
}
