import { levelsOf, type SoundPiece } from '../sound-piece.ts'
import { aLawSamples, muLawSamples } from './g711.ts'
import { bytesPerFrame, type WavFormat } from './wav-format.ts'

type SampleReader = (bytes: Buffer, at: number) => number

/** Whole sample frames to one channel, the mean of all. May share the memory of the frames. */
export function createToMono(
  format: Pick<WavFormat, 'encoding' | 'bitsPerSample' | 'channels'>,
): (bytes: Buffer) => SoundPiece {
  // What most recorders and all of our own decoders write.
  if (isLevels(format)) return levelsOf
  const read = sampleReader(format)
  const sampleBytes = format.bitsPerSample / 8
  const frameBytes = bytesPerFrame(format)
  return (bytes) => {
    const mono = new Float32Array(bytes.length / frameBytes)
    for (let frame = 0; frame < mono.length; frame += 1) {
      let sum = 0
      for (let channel = 0; channel < format.channels; channel += 1) {
        sum += read(bytes, frame * frameBytes + channel * sampleBytes)
      }
      mono[frame] = sum / format.channels
    }
    return mono
  }
}

function isLevels({
  encoding,
  bitsPerSample,
  channels,
}: Parameters<typeof createToMono>[0]): boolean {
  return encoding === 'pcm' && bitsPerSample === 16 && channels === 1
}

function sampleReader({
  encoding,
  bitsPerSample,
}: Pick<WavFormat, 'encoding' | 'bitsPerSample'>): SampleReader {
  switch (encoding) {
    case 'mu-law':
      return (bytes, at) => (muLawSamples[bytes.readUInt8(at)] ?? 0) / 0x8000
    case 'a-law':
      return (bytes, at) => (aLawSamples[bytes.readUInt8(at)] ?? 0) / 0x8000
    case 'float':
      return bitsPerSample === 64
        ? (bytes, at) => finite(bytes.readDoubleLE(at))
        : (bytes, at) => finite(bytes.readFloatLE(at))
    case 'pcm':
      return pcmReader(bitsPerSample)
  }
}

/** 8-bit PCM is unsigned, all wider ones are signed. */
function pcmReader(bitsPerSample: number): SampleReader {
  if (bitsPerSample === 8) return (bytes, at) => (bytes.readUInt8(at) - 0x80) / 0x80
  // By far the most common; the general reader is several times slower.
  if (bitsPerSample === 16) return (bytes, at) => bytes.readInt16LE(at) / 0x8000
  const scale = 2 ** (bitsPerSample - 1)
  const length = bitsPerSample / 8
  return (bytes, at) => bytes.readIntLE(at, length) / scale
}

/** A damaged file may hold not-a-number, which would poison everything after it. */
function finite(sample: number): number {
  return Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0
}
