import { open } from 'node:fs/promises'
import type { DecodedAudio } from '@plume/records'
import { writeDecodedSound } from './decoded-sound.ts'
import type { SoundPiece } from './sound-piece.ts'
import { sampleFrames } from './wav/decode-wav.ts'
import { readWavHeader } from './wav/read-wav-header.ts'
import { createToMono } from './wav/to-mono.ts'

/** A breath between two recordings, so that the last word of one and the first of the next stay two. */
const pauseSamples = 8000

type Part = { readonly path: string; readonly decoded: DecodedAudio }

/**
 * Joins recordings that are decoded already (16 kHz mono WAV) into one, in their order. What is wrong
 * with any of them is said of the whole; what the first says about its recorder stands for all.
 */
export async function joinRecordings(
  parts: readonly [Part, ...Part[]],
  outputPath: string,
): Promise<DecodedAudio> {
  const sound = await writeDecodedSound(piecesOf(parts), outputPath)
  const [first] = parts
  const facts = parts.map(({ decoded }) => decoded.facts)
  const damage = facts.reduce((sum, part) => sum + (part.damage ?? 0), 0)
  return {
    facts: {
      ...first.decoded.facts,
      durationMs: sound.durationMs,
      silent: sound.silent,
      narrowband: facts.some((part) => part.narrowband),
      possiblyTruncated: facts.some((part) => part.possiblyTruncated),
      ...(damage > 0 ? { damage } : {}),
    },
    peaks: sound.peaks,
  }
}

async function* piecesOf(parts: readonly Part[]): AsyncGenerator<SoundPiece> {
  for (const [index, { path }] of parts.entries()) {
    if (index > 0) yield new Int16Array(pauseSamples)
    const file = await open(path, 'r')
    try {
      const format = await readWavHeader(file)
      if (format === null || format === 'other-codec')
        throw new TypeError('not a decoded recording')
      const toMono = createToMono(format)
      for await (const bytes of sampleFrames(file, format)) yield toMono(bytes)
    } finally {
      await file.close()
    }
  }
}
