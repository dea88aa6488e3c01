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
  // As numbers of this machine, which are little-endian wherever Node runs: half the time of byte by byte.
  const samples = new Int16Array(frame.buffer, frame.byteOffset, Math.floor(frame.length / 2))
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const power = sum / Math.max(1, samples.length) / 0x8000 ** 2
  return power === 0 ? silenceDb : Math.max(silenceDb, 10 * Math.log10(power))
}
