import { readFile } from 'node:fs/promises'
import { aWav } from './a-wav.ts'

const names = [
  'chest-xray',
  'consultation-generale',
  'discharge-summary',
  'general-consultation',
  'radiographie-thorax',
]
const headerLength = 44
const bytesPerMs = 32

/** The samples' sound, without the header: 16 kHz mono 16-bit. */
export function voicesOf(samples: readonly string[]): Promise<readonly Buffer[]> {
  return Promise.all(
    samples.map(async (name) => {
      const file = await readFile(new URL(`../../samples/${name}.wav`, import.meta.url))
      return file.subarray(headerLength)
    }),
  )
}

/** A recording of so many minutes, of the samples' voices one after the other; another `seed` gives other bytes. */
export async function spoken(seed: number, minutes: number): Promise<Uint8Array<ArrayBuffer>> {
  const voices = await voicesOf(names)
  const pause = Buffer.alloc(700 * bytesPerMs)
  const round = Buffer.concat(voices.flatMap((voice) => [voice, pause]))
  const header = Buffer.from(aWav(0).subarray(0, headerLength))
  const samples = Buffer.alloc(minutes * 60_000 * bytesPerMs)
  for (let at = 0; at < samples.length; at += round.length) round.copy(samples, at)
  samples.writeInt32LE(seed, 0)
  header.writeUInt32LE(36 + samples.length, 4)
  header.writeUInt32LE(samples.length, 40)
  return new Uint8Array(Buffer.concat([header, samples]))
}
