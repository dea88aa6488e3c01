import { FLACDecoder } from '@wasm-audio-decoders/flac'
import { nothing, type StreamDecoder } from './stream-decoder.ts'

/** Where STREAMINFO ends: `fLaC`, four bytes of block header, 34 of its own. */
const headBytes = 42

/** FLAC by libFLAC in WebAssembly. */
export async function openFlac(): Promise<StreamDecoder> {
  const decoder = new FLACDecoder()
  await decoder.ready
  let head = Buffer.alloc(0)

  type Decoded = Awaited<ReturnType<typeof decoder.decode>>
  const blockOf = ({ channelData, sampleRate, errors }: Decoded) => ({
    channels: channelData,
    sampleRateHz: sampleRate,
    damaged: errors.length > 0,
  })

  return {
    async feed(bytes) {
      if (head.length < headBytes) head = Buffer.concat([head, bytes.subarray(0, headBytes)])
      return blockOf(await decoder.decode(bytes))
    },
    finish: async () => (head.length < headBytes ? nothing : blockOf(await decoder.flush())),
    facts: () => ({ codec: 'flac', endMissing: false, ...readStreamInfo(head) }),
  }
}

/** RFC 9639, section 8.2: 20 bits of rate, 3 of channels less one, 5 of width, 36 of samples. */
function readStreamInfo(head: Buffer): { channels: number; declaredSamples: number | null } {
  if (head.length < 26) return { channels: 1, declaredSamples: null }
  const samples = ((head[21] ?? 0) & 15) * 2 ** 32 + head.readUInt32BE(22)
  return { channels: (((head[20] ?? 0) >> 1) & 7) + 1, declaredSamples: samples || null }
}
