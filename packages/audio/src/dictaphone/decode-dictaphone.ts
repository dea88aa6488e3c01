import type { FileHandle } from 'node:fs/promises'
import type { DecodedAudio, RecordingFacts, UndecodableReason } from '@plume/records'
import { writeDecodedSound } from '../decoded-sound.ts'
import type { DssDecoder, DssFacts } from '../dss/index.ts'
import { limitLength } from '../limit-length.ts'
import { createResampler, type Resampler } from '../resample/resampler.ts'
import type { SoundPiece } from '../sound-piece.ts'
import { createWavWriter, outputRateHz } from '../wav/write-wav.ts'
import { nativeSamples, openDictation } from './open-dictation.ts'
import { marksOf } from './recorder-marks.ts'

/** A file that ends this much before the length it claims is called truncated. */
const missingMs = 1000

type Undecodable = { readonly undecodable: UndecodableReason }

/**
 * Decodes a DSS or DS2 file to 16 kHz. The first of `passwords` that fits opens an encrypted one.
 * Throws the signal's reason when aborted.
 */
export async function decodeDictaphone(
  file: FileHandle,
  outputPath: string,
  options: {
    readonly passwords: readonly string[]
    readonly maxDurationMs: number
    readonly signal?: AbortSignal
  },
): Promise<DecodedAudio | Undecodable> {
  const open = await openDictation(file, options.passwords)
  if ('undecodable' in open) return open
  const { decoder, head } = open
  const sound = await writeDecodedSound(
    limitLength(
      resampled(nativeSamples(file, decoder, options.signal), decoder),
      options.maxDurationMs,
    ),
    outputPath,
  )
  const facts = decoder.facts()
  if (sound.samples === 0) return { undecodable: withoutSound(facts) }
  return {
    facts: {
      ...factsOf(decoder),
      durationMs: sound.durationMs,
      silent: sound.silent,
      possiblyTruncated: endsEarly(facts),
      damage: facts.damagedFrames + facts.framingDamage,
      marks: marksOf(decoder.header, head),
    },
    peaks: sound.peaks,
  }
}

/** Writes the codec's own samples at its own rate, exactly as it decodes them, as 16-bit WAV. */
export async function decodeDictaphoneNatively(
  file: FileHandle,
  outputPath: string,
  options: { readonly passwords: readonly string[]; readonly signal?: AbortSignal },
): Promise<{ readonly sampleRateHz: number; readonly samples: number } | Undecodable> {
  const open = await openDictation(file, options.passwords)
  if ('undecodable' in open) return open
  const { decoder } = open
  const writer = await createWavWriter(outputPath)
  try {
    for await (const samples of nativeSamples(file, decoder, options.signal)) {
      await writer.write(samples)
    }
    const { sampleRateHz } = decoder.facts()
    if (sampleRateHz === null) return { undecodable: withoutSound(decoder.facts()) }
    return { sampleRateHz, samples: await writer.finish(sampleRateHz) }
  } finally {
    await writer.discard()
  }
}

/** What the header says without decoding; the codec shows only once a frame is decoded. */
export async function probeDictaphone(
  file: FileHandle,
  passwords: readonly string[],
): Promise<Omit<RecordingFacts, 'silent'> | Undecodable> {
  const open = await openDictation(file, passwords)
  if ('undecodable' in open) return open
  const { decoder, head } = open
  for await (const _samples of nativeSamples(file, decoder)) {
    // Decoding is fast, and only all of it tells the true length and the damage.
  }
  const facts = decoder.facts()
  if (facts.sampleRateHz === null) return { undecodable: withoutSound(facts) }
  return {
    ...factsOf(decoder),
    durationMs: facts.decodedMs,
    possiblyTruncated: endsEarly(facts),
    damage: facts.damagedFrames + facts.framingDamage,
    marks: marksOf(decoder.header, head),
  }
}

function factsOf(decoder: DssDecoder) {
  const { codec, sampleRateHz } = decoder.facts()
  const rate = sampleRateHz ?? outputRateHz
  return {
    container: decoder.header.container,
    codec: codec ?? 'unknown',
    sampleRateHz: rate,
    channels: 1,
    narrowband: rate <= 8000,
    decoder: 'built-in',
  }
}

function endsEarly({ declaredMs, decodedMs, endsInsideFrame, stopped }: DssFacts): boolean {
  return endsInsideFrame || stopped || (declaredMs !== null && decodedMs < declaredMs - missingMs)
}

/** What recorders fill the end of a file with: no mode of any codec. */
const padding = 0xff

/** A header that promises sound, and none: the rest was lost on the way. */
function withoutSound({ unsupportedMode, declaredMs }: DssFacts): UndecodableReason {
  if (unsupportedMode !== null && unsupportedMode !== padding) return 'needs-decoder'
  return (declaredMs ?? 0) > 0 ? 'upload-incomplete' : 'not-audio'
}

/** To 16 kHz, from whatever rate the first decoded frame has. */
async function* resampled(
  pieces: AsyncIterable<Int16Array>,
  decoder: DssDecoder,
): AsyncGenerator<SoundPiece> {
  let resampler: Resampler | null = null
  for await (const levels of pieces) {
    if (levels.length === 0) continue
    resampler ??= createResampler(decoder.facts().sampleRateHz ?? outputRateHz, outputRateHz)
    yield resampler.push(levels)
  }
  if (resampler) yield resampler.end()
}
