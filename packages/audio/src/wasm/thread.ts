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

const readBytes = 64 * 1024
/**
 * Given to the decoder at a time. Silence packs 65,535 samples of eight channels into 34 bytes of FLAC:
 * 64 KB of it would be 4 GB of sound, which no limit of a thread counts.
 */
const feedBytes = 1024
/** Sent at a time, about: each message costs, and each is written to the disk by itself. */
const replySamples = 64 * 1024
/** Damage brings replies without any sound: no more of them than this. */
const heldReplies = 1000

const { path, format } = workerData as ThreadData
const decoder = await openers[format]()
const decoding = gathered(decodeFile())
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
    for (let at = 0; at < bytesRead; at += feedBytes) {
      // A copy: decoders keep what they could not use yet.
      const bytes = Uint8Array.from(buffer.subarray(at, Math.min(at + feedBytes, bytesRead)))
      const block = await decoder.feed(bytes)
      if (block.damaged || (block.channels[0]?.length ?? 0) > 0) yield replyOf(block, null)
    }
  }
  await file.close()
  const rest = await decoder.finish()
  yield replyOf(rest, decoder.facts())
}

/** The same sound in fewer pieces. Where decoding breaks, what is held comes first. */
async function* gathered(replies: AsyncIterable<ThreadReply>): AsyncGenerator<ThreadReply> {
  let held: ThreadReply[] = []
  let samples = 0
  try {
    for await (const reply of replies) {
      const [first = reply] = held
      if (first.sampleRateHz !== reply.sampleRateHz || first.channels !== reply.channels) {
        yield joined(held)
        held = []
        samples = 0
      }
      held.push(reply)
      samples += reply.mono.length
      if (samples < replySamples && held.length < heldReplies && !reply.facts) continue
      const piece = joined(held)
      held = []
      samples = 0
      yield piece
    }
  } catch (error) {
    if (held.length > 0) yield joined(held)
    throw error
  }
}

function joined(replies: readonly ThreadReply[]): ThreadReply {
  const mono = new Float32Array(replies.reduce((sum, reply) => sum + reply.mono.length, 0))
  let at = 0
  for (const reply of replies) {
    mono.set(reply.mono, at)
    at += reply.mono.length
  }
  const { sampleRateHz = 0, channels = 0, facts = null } = replies.at(-1) ?? {}
  return { mono, sampleRateHz, channels, damaged: replies.some((r) => r.damaged), facts }
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
