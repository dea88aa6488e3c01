import { open } from 'node:fs/promises'
import { Failure } from '@plume/records'

/** `ggml`, as an integer in the machine's order. */
const magic = 0x67676d6c
/** Words of the multilingual vocabulary. The English one has one less. */
const multilingualVocabulary = 51_865

export type WhisperModelHeader = { readonly isMultilingual: boolean }

/**
 * The numbers at the beginning of a ggml Whisper model. They say what the model should be, not that it is
 * whole: that only its hash says. Throws `engine-unavailable` where it is no such file.
 */
export async function readModelHeader(path: string): Promise<WhisperModelHeader> {
  const head = Buffer.alloc(8)
  const file = await open(path, 'r').catch(fail)
  try {
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    if (bytesRead < head.length || head.readUInt32LE(0) !== magic) fail()
    return { isMultilingual: head.readInt32LE(4) >= multilingualVocabulary }
  } finally {
    await file.close()
  }
}

function fail(cause?: unknown): never {
  throw new Failure('engine-unavailable', 'the Whisper model is missing, or not a ggml file', {
    retryable: false,
    cause,
  })
}
