import CodecParser, { type OggPage, type OpusHeader } from 'codec-parser'
import { OpusDecoder } from 'opus-decoder'
import { isPlausible } from '../plausible-sound.ts'
import { type DecodedBlock, nothing, type StreamDecoder } from './stream-decoder.ts'

/** Opus always counts at this rate, whatever was recorded (RFC 7845, section 4). */
const opusRateHz = 48_000

/** Opus in Ogg by libopus in WebAssembly. Other codecs in Ogg give nothing. */
export async function openOggOpus(): Promise<StreamDecoder> {
  let isOpus = true
  const parser = new CodecParser<OggPage>('audio/ogg', {
    onCodec: (codec) => {
      isOpus = codec === 'opus'
    },
    enableLogging: false,
    enableFrameCRC32: false,
  })
  let opus: OpusStream | null = null
  let isComplete = false
  let channels = 1

  /** Streams may follow each other in one file, each with its own header (RFC 7845, section 7.2). */
  function endLink(): void {
    opus?.free()
    opus = null
  }

  async function decode(pages: Iterable<OggPage>): Promise<DecodedBlock> {
    const blocks: DecodedBlock[] = []
    for (const page of pages) {
      if (page.isFirstPage) endLink()
      const [first] = page.codecFrames
      if (!isOpus || !first) continue
      opus ??= await openOpusStream(first.header)
      channels = opus.channels
      blocks.push(opus.decode(page))
      isComplete = page.isLastPage && isWhole(page)
    }
    return joinBlocks(blocks)
  }

  return {
    feed: (bytes) => decode(iterated(parser.parseChunk(bytes))),
    finish: () => decode(iterated(parser.flush())),
    facts: () => ({ codec: 'opus', channels, declaredSamples: null, endMissing: !isComplete }),
  }
}

type OpusStream = {
  readonly channels: number
  readonly decode: (page: OggPage) => DecodedBlock
  readonly free: () => void
}

async function openOpusStream(
  header: OggPage['codecFrames'][number]['header'],
): Promise<OpusStream> {
  if (!('preSkip' in header)) throw new TypeError('an Ogg page of Opus without its header')
  const { channels, preSkip } = header
  // Before decoding: a page of 255 channels is half a gigabyte of sound.
  if (!isPlausible({ sampleRateHz: null, channels })) {
    throw new RangeError(`Opus of ${channels} channels`)
  }
  const decoder = new OpusDecoder({ channels, preSkip, ...channelMapping(header) })
  await decoder.ready
  /** In 256ths of a decibel (RFC 7845, section 5.1). */
  const gain = 10 ** (header.outputGain / (20 * 256))
  let given = 0
  const endOf = (page: OggPage) => Number(page.absoluteGranulePosition) - preSkip

  return {
    channels,
    free: () => decoder.free(),

    decode(page) {
      const { channelData, samplesDecoded, errors } = decoder.decodeFrames(
        page.codecFrames.map(({ data }) => data),
      )
      // The last page's position says where in its last frame the recording ends.
      const end = page.isLastPage ? endOf(page) : Number.POSITIVE_INFINITY
      const samples = Math.max(0, Math.min(samplesDecoded, end - given))
      given += samples
      return {
        channels: channelData.map((channel) => amplified(channel.subarray(0, samples), gain)),
        sampleRateHz: opusRateHz,
        damaged: errors.length > 0,
      }
    },
  }
}

/** Lengths stand before what they are of (RFC 3533, section 6): half a page has the whole one's. */
function isWhole({ rawData, data }: OggPage): boolean {
  const lengths = rawData.subarray(27, 27 + (rawData[26] ?? 0))
  return data.length >= lengths.reduce((sum, length) => sum + length, 0)
}

/** One or two channels have none (RFC 7845, section 5.1.1). */
function channelMapping(header: OpusHeader) {
  const { channelMappingFamily, streamCount, coupledStreamCount, channelMappingTable } = header
  if (channelMappingFamily === 0) return {}
  return { streamCount, coupledStreamCount, channelMappingTable: [...channelMappingTable] }
}

function amplified(samples: Float32Array, gain: number): Float32Array {
  return gain === 1 ? samples : samples.map((sample) => sample * gain)
}

function joinBlocks(blocks: readonly DecodedBlock[]): DecodedBlock {
  const [first] = blocks
  if (!first) return nothing
  const channels = first.channels.map((_, channel) => {
    const parts = blocks.map(
      (block) => block.channels[channel] ?? block.channels[0] ?? new Float32Array(0),
    )
    const joined = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
    let at = 0
    for (const part of parts) {
      joined.set(part, at)
      at += part.length
    }
    return joined
  })
  return { ...first, channels, damaged: blocks.some(({ damaged }) => damaged) }
}

/** The parser's types say iterators; its generators can be iterated over. */
function* iterated<T>(iterator: Iterator<T>): Generator<T> {
  for (let next = iterator.next(); !next.done; next = iterator.next()) yield next.value
}
