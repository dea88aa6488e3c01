import type { FileHandle } from 'node:fs/promises'
import type { DecodedAudio } from '@plume/records'
import { writeDecodedSound } from '../decoded-sound.ts'
import { createResampler } from '../resample/resampler.ts'
import type { SoundPiece } from '../sound-piece.ts'
import { createToMono } from './to-mono.ts'
import { bytesPerFrame, type WavFormat } from './wav-format.ts'
import { outputRateHz } from './write-wav.ts'

/** Sample frames read at a time: memory does not grow with the recording. */
const framesAtOnce = 131_072

/**
 * Decodes a WAV file of known format to 16 kHz mono 16-bit; null where no sample can be read any
 * more. Throws the signal's reason when aborted.
 */
export async function decodeWav(
  file: FileHandle,
  format: WavFormat,
  outputPath: string,
  signal?: AbortSignal,
): Promise<DecodedAudio | null> {
  const { peaks, silent, durationMs, samples } = await writeDecodedSound(
    decodedPieces(file, format, signal),
    outputPath,
  )
  if (samples === 0) return null
  const shrunk = durationMs < wavDurationMs(format) - 1
  const possiblyTruncated = format.incomplete || shrunk
  return { facts: { ...factsOf(format), possiblyTruncated, silent, durationMs }, peaks }
}

export function factsOf(format: WavFormat) {
  return {
    container: 'wav',
    codec: codecName(format),
    sampleRateHz: format.sampleRateHz,
    channels: format.channels,
    narrowband: format.sampleRateHz <= 8000,
    possiblyTruncated: format.incomplete,
    decoder: 'built-in',
  }
}

/** Length of the audio in the file, before decoding, in whole milliseconds. */
export function wavDurationMs(format: WavFormat): number {
  return Math.round((format.dataLength / bytesPerFrame(format) / format.sampleRateHz) * 1000)
}

function codecName({ encoding, bitsPerSample }: WavFormat): string {
  switch (encoding) {
    case 'pcm':
      return bitsPerSample === 8 ? 'pcm_u8' : `pcm_s${bitsPerSample}le`
    case 'float':
      return `pcm_f${bitsPerSample}le`
    case 'mu-law':
    case 'a-law':
      return encoding
  }
}

async function* decodedPieces(
  file: FileHandle,
  format: WavFormat,
  signal: AbortSignal | undefined,
): AsyncGenerator<SoundPiece> {
  const toMono = createToMono(format)
  const resampler = createResampler(format.sampleRateHz, outputRateHz)
  for await (const bytes of sampleFrames(file, format)) {
    signal?.throwIfAborted()
    yield resampler.push(toMono(bytes))
  }
  yield resampler.end()
}

/** The file's samples, whole frames at a time. The buffer is reused for each. */
export async function* sampleFrames(file: FileHandle, format: WavFormat): AsyncGenerator<Buffer> {
  const frame = bytesPerFrame(format)
  const buffer = Buffer.alloc(framesAtOnce * frame)
  let at = 0
  while (at < format.dataLength) {
    const wanted = Math.min(buffer.length, format.dataLength - at)
    const { bytesRead } = await file.read(buffer, 0, wanted, format.dataStart + at)
    const whole = bytesRead - (bytesRead % frame)
    // The file shrank while it was read: what came is kept.
    if (whole === 0) return
    yield buffer.subarray(0, whole)
    at += whole
  }
}
