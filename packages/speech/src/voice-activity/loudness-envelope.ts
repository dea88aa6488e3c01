import { bytesPerMs, openWavSamples } from '../wav-samples.ts'

export const frameMs = 10
const chunkMs = 10_000

/** Below anything a microphone gives: what digital silence counts as, in dB of full scale. */
export const silenceDb = -96

/** How loud a recording is, a value for each 10 ms, in dB of full scale (root mean square). */
export async function measureEnvelope(
  wavPath: string,
  signal?: AbortSignal,
): Promise<Float32Array> {
  const sound = await openWavSamples(wavPath)
  try {
    const levels = new Float32Array(Math.ceil(sound.durationMs / frameMs))
    for (let startMs = 0; startMs < sound.durationMs; startMs += chunkMs) {
      signal?.throwIfAborted()
      const bytes = await sound.read(startMs, startMs + chunkMs)
      for (let at = 0; at < bytes.length; at += frameMs * bytesPerMs) {
        levels[startMs / frameMs + at / (frameMs * bytesPerMs)] = levelOf(
          bytes.subarray(at, at + frameMs * bytesPerMs),
        )
      }
    }
    return levels
  } finally {
    await sound.close()
  }
}

function levelOf(frame: Buffer): number {
  let sum = 0
  const count = Math.floor(frame.length / 2)
  for (let n = 0; n < count; n += 1) sum += frame.readInt16LE(n * 2) ** 2
  const power = sum / Math.max(1, count) / 0x8000 ** 2
  return power === 0 ? silenceDb : Math.max(silenceDb, 10 * Math.log10(power))
}
