import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { openFlac } from './open-flac.ts'
import { openMp3 } from './open-mp3.ts'
import { openOggOpus } from './open-ogg-opus.ts'
import type { DecodedBlock, StreamDecoder, StreamFacts, WasmFormat } from './stream-decoder.ts'

// Runs in a thread of its own: a decoder that does not come back can be ended there. Reads the file,
// and for each message decodes a piece of it.

export type ThreadData = { readonly path: string; readonly format: WasmFormat }

export type ThreadReply = {
  /** All channels as one: their mean. */
  readonly mono: Float32Array
  readonly sampleRateHz: number
  readonly channels: number
  readonly damaged: boolean
  /** With the last piece. */
  readonly facts: StreamFacts | null
}

/** `ready` first, then a reply to each message. */
export type ThreadMessage = 'ready' | ThreadReply

const openers: Readonly<Record<WasmFormat, () => Promise<StreamDecoder>>> = {
  mp3: openMp3,
  flac: openFlac,
  'ogg-opus': openOggOpus,
}

/** A few seconds of speech, mostly. */
const readBytes = 64 * 1024

const { path, format } = workerData as ThreadData
const decoder = await openers[format]()
const decoding = decodeFile()
parentPort?.on('message', () => void answer())
// From here on it is the recording's fault when something breaks.
parentPort?.postMessage('ready')

async function answer(): Promise<void> {
  const next = await decoding.next()
  if (next.done) return
  parentPort?.postMessage(next.value, [next.value.mono.buffer as ArrayBuffer])
}

async function* decodeFile(): AsyncGenerator<ThreadReply> {
  const file = await open(path, 'r')
  const buffer = Buffer.alloc(readBytes)
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length)
    if (bytesRead === 0) break
    // A copy: decoders keep what they could not use yet.
    const block = await decoder.feed(Uint8Array.from(buffer.subarray(0, bytesRead)))
    if (block.damaged || (block.channels[0]?.length ?? 0) > 0) yield replyOf(block, null)
  }
  await file.close()
  const rest = await decoder.finish()
  yield replyOf(rest, decoder.facts())
}

function replyOf({ channels, sampleRateHz, damaged }: DecodedBlock, facts: StreamFacts | null) {
  return { mono: mean(channels), sampleRateHz, channels: channels.length, damaged, facts }
}

function mean(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels
  const mono = Float32Array.from(first)
  if (others.length === 0) return mono
  for (let n = 0; n < mono.length; n += 1) {
    let sum = mono[n] ?? 0
    for (const other of others) sum += other[n] ?? 0
    mono[n] = sum / channels.length
  }
  return mono
}
