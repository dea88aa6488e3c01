import type { FileHandle } from 'node:fs/promises'
import type { UndecodableReason } from '@plume/records'
import { createDssDecoder, type DssDecoder, dssHeadBytes } from '../dss/index.ts'

export type OpenDictation = { readonly decoder: DssDecoder; readonly head: Uint8Array }

/** Opens a DSS or DS2 file with the first password that fits, if it needs one. */
export async function openDictation(
  file: FileHandle,
  passwords: readonly string[],
): Promise<OpenDictation | { readonly undecodable: UndecodableReason }> {
  const head = await readHead(file)
  const { size } = await file.stat()
  const plain = createDssDecoder(head)
  if (!('refused' in plain)) return checked({ decoder: plain, head }, size)
  if (plain.refused !== 'needs-password') return { undecodable: reasons[plain.refused] }
  for (const password of passwords) {
    const decoder = createDssDecoder(head, { password })
    if (!('refused' in decoder)) return checked({ decoder, head }, size)
  }
  return { undecodable: 'needs-password' }
}

const reasons = {
  'not-dss': 'not-audio',
  'needs-decoder': 'needs-decoder',
  'wrong-password': 'needs-password',
} as const

/** Some recorders' files arrive cut off in the middle of the header: the sound never came. */
function checked(
  open: OpenDictation,
  size: number,
): OpenDictation | { readonly undecodable: UndecodableReason } {
  return size > open.decoder.header.headerBytes ? open : { undecodable: 'upload-incomplete' }
}

async function readHead(file: FileHandle): Promise<Uint8Array> {
  const head = Buffer.alloc(dssHeadBytes)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  return head.subarray(0, bytesRead)
}

/** Read at a time: memory does not grow with the recording. */
const bytesAtOnce = 64 * 1024

/** The codec's own samples, as they come. Throws the signal's reason when aborted. */
export async function* nativeSamples(
  file: FileHandle,
  decoder: DssDecoder,
  signal?: AbortSignal,
): AsyncGenerator<Int16Array> {
  const buffer = Buffer.alloc(bytesAtOnce)
  for (let at = 0; ; ) {
    signal?.throwIfAborted()
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (bytesRead === 0) break
    at += bytesRead
    yield decoder.push(buffer.subarray(0, bytesRead))
  }
  yield decoder.end()
}
