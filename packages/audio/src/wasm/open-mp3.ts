import { MPEGDecoder } from 'mpg123-decoder'
import { readMpegHead } from './read-mpeg-head.ts'
import { nothing, type StreamDecoder } from './stream-decoder.ts'

/** Enough for a picture in the tags to be stepped over, where there is one. */
const headBytes = 4096

/** MP3 by mpg123 (LGPL) in WebAssembly. It always gives two channels; what is recorded, the header says. */
export async function openMp3(): Promise<StreamDecoder> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  let head = Buffer.alloc(0)
  let toSkip = -1

  /** Tags of half a megabyte with a photograph come before the first frame. */
  function withoutTag(bytes: Uint8Array): Uint8Array {
    if (toSkip < 0) toSkip = tagLength(bytes)
    const skipped = Math.min(toSkip, bytes.length)
    toSkip -= skipped
    return bytes.subarray(skipped)
  }

  return {
    async feed(all) {
      const bytes = withoutTag(all)
      if (bytes.length === 0) return nothing
      if (head.length < headBytes) head = Buffer.concat([head, bytes.subarray(0, headBytes)])
      const { channelData, sampleRate, errors } = decoder.decode(bytes)
      return { channels: channelData, sampleRateHz: sampleRate, damaged: errors.length > 0 }
    },
    finish: async () => nothing,
    facts() {
      const { channels, declaredSamples } = readMpegHead(head)
      return { codec: 'mp3', channels, declaredSamples, endMissing: false }
    },
  }
}

/** Length of an ID3v2 tag (id3.org, ID3v2.4 structure, section 3.1): seven bits of each byte count. */
function tagLength(bytes: Uint8Array): number {
  const [i, d, three, , , , a = 0, b = 0, c = 0, e = 0] = bytes
  const isTag = i === 0x49 && d === 0x44 && three === 0x33
  return isTag ? 10 + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (e & 127)) : 0
}
