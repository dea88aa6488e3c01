import { type FileHandle, open } from 'node:fs/promises'
import type { UndecodableReason } from '@plume/records'
import { containerHeadLength, recogniseContainer } from './container/recognise-container.ts'
import { decodeDictaphoneNatively } from './dictaphone/decode-dictaphone.ts'
import { sampleFrames } from './wav/decode-wav.ts'
import { readWavHeader } from './wav/read-wav-header.ts'
import { createToMono } from './wav/to-mono.ts'
import type { WavFormat } from './wav/wav-format.ts'
import { createWavWriter } from './wav/write-wav.ts'

type Options = { readonly passwords: readonly string[]; readonly signal?: AbortSignal }

export type NativeDecoding =
  | { readonly sampleRateHz: number; readonly samples: number }
  | { readonly undecodable: UndecodableReason }
  | /** Only what our own code decodes has samples that can be called the codec's own. */ {
      readonly undecodable: 'not-built-in'
    }

/**
 * Writes a recording at its own rate, mono and 16-bit, without resampling: of a dictaphone's file
 * exactly the samples that its codec gives.
 */
export async function decodeNatively(
  inputPath: string,
  outputPath: string,
  options: Options,
): Promise<NativeDecoding> {
  const file = await open(inputPath, 'r')
  try {
    const head = Buffer.alloc(containerHeadLength)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    switch (recogniseContainer(head.subarray(0, bytesRead)).kind) {
      case 'dictaphone':
        return await decodeDictaphoneNatively(file, outputPath, options)
      case 'wav': {
        const format = await readWavHeader(file)
        if (format === null) return { undecodable: 'not-audio' }
        if (format === 'other-codec') return { undecodable: 'not-built-in' }
        return await decodeWavNatively(file, format, outputPath, options)
      }
      case 'foreign':
        return { undecodable: 'not-built-in' }
      case 'unknown':
        return { undecodable: 'not-audio' }
    }
  } finally {
    await file.close()
  }
}

async function decodeWavNatively(
  file: FileHandle,
  format: WavFormat,
  outputPath: string,
  { signal }: Options,
): Promise<NativeDecoding> {
  const toMono = createToMono(format)
  const writer = await createWavWriter(outputPath)
  try {
    for await (const bytes of sampleFrames(file, format)) {
      signal?.throwIfAborted()
      await writer.write(toMono(bytes))
    }
    const samples = await writer.finish(format.sampleRateHz)
    return { sampleRateHz: format.sampleRateHz, samples }
  } finally {
    await writer.discard()
  }
}
