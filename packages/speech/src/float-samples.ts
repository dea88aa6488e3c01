import { openWavSamples, samplesPerMs } from './wav-samples.ts'

/** 16-bit samples as numbers from -1 to 1, followed by silence up to a number of samples. */
export function floatsOf(bytes: Buffer, atLeast = 0): Float32Array {
  const count = Math.floor(bytes.length / 2)
  const floats = new Float32Array(Math.max(count, Math.floor(atLeast)))
  for (let n = 0; n < count; n += 1) floats[n] = bytes.readInt16LE(n * 2) / 0x8000
  return floats
}

/** All of a short WAV file, and silence up to a length. */
export async function readFloats(wavPath: string, atLeastMs: number): Promise<Float32Array> {
  const sound = await openWavSamples(wavPath)
  try {
    return floatsOf(await sound.read(0, sound.durationMs), atLeastMs * samplesPerMs)
  } finally {
    await sound.close()
  }
}
