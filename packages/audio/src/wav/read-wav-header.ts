import type { FileHandle } from 'node:fs/promises'
import { readAt, wavChunks } from './wav-chunks.ts'
import { bytesPerFrame, plausible, type SampleEncoding, type WavFormat } from './wav-format.ts'

/** Format tags of RFC 2361 and Microsoft's mmreg.h. */
const encodingOfTag: Readonly<Record<number, SampleEncoding>> = {
  1: 'pcm',
  3: 'float',
  6: 'a-law',
  7: 'mu-law',
}
const extensibleTag = 0xfffe

const bitsOf: Readonly<Record<SampleEncoding, readonly number[]>> = {
  pcm: [8, 16, 24, 32],
  float: [32, 64],
  'mu-law': [8],
  'a-law': [8],
}

/**
 * Reads the chunks up to `data` of a RIFF, RF64 (EBU Tech 3306) or BW64 (ITU-R BS.2088) file. Believes
 * sizes only as far as the file goes. Returns `other-codec` for a WAV whose samples are compressed in
 * another way, and null for what is no WAV or holds no sample.
 */
export async function readWavHeader(file: FileHandle): Promise<WavFormat | 'other-codec' | null> {
  const { size } = await file.stat()
  const riff = await readAt(file, 0, 12)
  const id = riff.toString('latin1', 0, 4)
  if (riff.length < 12 || !['RIFF', 'RF64', 'BW64'].includes(id)) return null
  if (riff.toString('latin1', 8, 12) !== 'WAVE') return null

  let format: Omit<WavFormat, 'dataStart' | 'dataLength' | 'incomplete'> | 'other-codec' | null =
    null
  let longDataLength: number | null = null
  for await (const { name, length, body } of wavChunks(file)) {
    if (name === 'data') {
      if (format === null || format === 'other-codec') return format
      return withData(format, {
        start: body,
        declared: wide(length, longDataLength),
        fileSize: size,
      })
    }
    if (name === 'fmt ') format = parseFormat(await readAt(file, body, Math.min(length, 40)))
    if (name === 'ds64') longDataLength = parseDataLength64(await readAt(file, body, 24))
  }
  return null
}

/** In a 64-bit file a length of all ones means: see `ds64`. */
function wide(length: number, longLength: number | null): number {
  return length === 0xffffffff && longLength !== null ? longLength : length
}

function parseFormat(
  fmt: Buffer,
): Omit<WavFormat, 'dataStart' | 'dataLength' | 'incomplete'> | 'other-codec' | null {
  if (fmt.length < 16) return null
  const declaredTag = fmt.readUInt16LE(0)
  const tag = declaredTag === extensibleTag && fmt.length >= 26 ? fmt.readUInt16LE(24) : declaredTag
  const encoding = encodingOfTag[tag]
  const format = {
    channels: fmt.readUInt16LE(2),
    sampleRateHz: fmt.readUInt32LE(4),
    bitsPerSample: fmt.readUInt16LE(14),
  }
  if (!isPlausible(format)) return null
  if (encoding === undefined) return 'other-codec'
  return bitsOf[encoding].includes(format.bitsPerSample) ? { ...format, encoding } : null
}

function isPlausible({ sampleRateHz, channels }: { sampleRateHz: number; channels: number }) {
  return (
    sampleRateHz >= plausible.sampleRateHz.least &&
    sampleRateHz <= plausible.sampleRateHz.most &&
    channels >= plausible.channels.least &&
    channels <= plausible.channels.most
  )
}

/** In an RF64 file the real length of `data` stands in the `ds64` chunk, 8 bytes in. */
function parseDataLength64(ds64: Buffer): number | null {
  return ds64.length >= 16 ? Number(ds64.readBigUInt64LE(8)) : null
}

function withData(
  format: Omit<WavFormat, 'dataStart' | 'dataLength' | 'incomplete'>,
  data: { readonly start: number; readonly declared: number; readonly fileSize: number },
): WavFormat | null {
  const present = data.fileSize - data.start
  // 0 and 0xFFFFFFFF are what streaming writers leave: everything to the end is meant.
  const open = data.declared === 0 || data.declared === 0xffffffff
  const length = open ? present : Math.min(data.declared, present)
  const dataLength = length - (length % bytesPerFrame(format))
  if (dataLength <= 0) return null
  return {
    ...format,
    dataStart: data.start,
    dataLength,
    incomplete: open || data.declared > present,
  }
}
