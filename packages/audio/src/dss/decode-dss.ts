import { type BlockDecryption, createBlockDecryption } from './decrypt-blocks.ts'
import { createDs2Qp7Decoder, createDs2QpDecoder } from './ds2-qp.ts'
import { createDs2SpDecoder } from './ds2-sp.ts'
import { type BlockMode, blockBytes, createBlockReader, describeBlock } from './dss-blocks.ts'
import { type DssHeader, longestDssHeaderBytes, parseDssHeader } from './dss-header.ts'
import { createDssSpDecoder } from './dss-sp.ts'
import type { DssCodec, FrameDecoder } from './frame-decoder.ts'
import { createGrundigSpDecoder } from './grundig-sp.ts'

/** As many of a file's first bytes as are looked at before its decoder is made. */
export const dssHeadBytes = longestDssHeaderBytes + blockBytes

export type DssRefusal = {
  /** `needs-decoder`: a codec that is not here, or an encryption that nobody has described. */
  readonly refused: 'not-dss' | 'needs-password' | 'wrong-password' | 'needs-decoder'
}

export type DssFacts = {
  /** Null as long as there was no frame. */
  readonly codec: DssCodec | null
  readonly sampleRateHz: number | null
  readonly frames: number
  /** Frames with a value that no encoder writes: a sign that frames were cut wrongly. */
  readonly damagedFrames: number
  /** Blocks that contradict themselves, and blocks that are none with others behind them. */
  readonly framingDamage: number
  /** Blocks without a beginning of the format's blocks, padding at the end too. */
  readonly skippedBlocks: number
  readonly pauses: number
  /** Places where the recording goes on from another one: an insertion, or recorded over. */
  readonly cuts: number
  /** After `end`: the file stops in the middle of a frame, or of a block. */
  readonly endsInsideFrame: boolean
  readonly declaredMs: number | null
  readonly decodedMs: number
  /** The mode of the first block that was not decoded. If `stopped`, nothing after it was either. */
  readonly unsupportedMode: number | null
  readonly stopped: boolean
}

export type DssDecoder = {
  readonly header: DssHeader
  /** The file's next bytes, from its very first one on; gives the samples that are ready. */
  push(chunk: Uint8Array): Int16Array
  /** The file is over: samples that were held back. */
  end(): Int16Array
  facts(): DssFacts
}

/**
 * Decodes a dictaphone's file while it is read: `head` is the file's first `dssHeadBytes`, or all of
 * a shorter file, and is only looked at.
 */
export function createDssDecoder(
  head: Uint8Array,
  options: { readonly password?: string } = {},
): DssDecoder | DssRefusal {
  const header = parseDssHeader(head)
  if (!header) return { refused: 'not-dss' }
  if (header.encrypted?.mode === 'unknown' || startsInForeignCodec(head, header)) {
    return { refused: 'needs-decoder' }
  }
  if (!header.encrypted) return createDecoder(header, () => {})
  if (!options.password) return { refused: 'needs-password' }
  const decrypt = createBlockDecryption(header.encrypted, options.password)
  return decrypt ? createDecoder(header, decrypt) : { refused: 'wrong-password' }
}

function startsInForeignCodec(head: Uint8Array, header: DssHeader): boolean {
  for (let at = header.headerBytes; at + 6 <= head.length; at += blockBytes) {
    const kind = describeBlock(head.subarray(at))
    if (kind.is === 'g723.1') return true
    if (kind.is === 'frames') return createFrameDecoder(header, kind.mode) === null
  }
  return false
}

function createDecoder(header: DssHeader, decrypt: BlockDecryption): DssDecoder {
  const block = new Uint8Array(blockBytes)
  let headerLeft = header.headerBytes
  let filled = 0
  const sound = createSound(header)
  const blocks = createBlockReader({ frame: sound.decode, interruption: sound.reset })

  function takeBlock(): void {
    if (sound.facts().stopped) return
    const { is } = describeBlock(block)
    if (is === 'frames') decrypt(block)
    const kind = blocks.push(block)
    if (kind.is === 'g723.1' || kind.is === 'unknown') sound.refuse(kind.mode, kind.is === 'g723.1')
  }

  return {
    header,
    push(chunk) {
      const skipped = Math.min(headerLeft, chunk.length)
      headerLeft -= skipped
      for (let at = skipped; at < chunk.length; ) {
        const piece = chunk.subarray(at, at + blockBytes - filled)
        block.set(piece, filled)
        filled += piece.length
        at += piece.length
        if (filled < blockBytes) continue
        filled = 0
        takeBlock()
      }
      return sound.take()
    },
    end() {
      sound.end()
      return sound.take()
    },
    facts: () => ({
      ...blocks.counts,
      ...sound.facts(),
      endsInsideFrame: filled > 0 || blocks.insideFrame(),
      declaredMs: header.declared?.ms ?? null,
    }),
  }
}

/** From frames to samples; another mode in the middle of a file is another decoder. */
function createSound(header: DssHeader) {
  let current: { readonly mode: BlockMode; readonly decoder: FrameDecoder } | null = null
  let ready: Int16Array[] = []
  let frames = 0
  let samples = 0
  let damagedBefore = 0
  let unsupportedMode: number | null = null
  let stopped = false

  function add(pcm: Int16Array): void {
    if (pcm.length === 0) return
    ready.push(pcm)
    samples += pcm.length
  }

  function finish(): void {
    if (!current) return
    add(current.decoder.end?.() ?? new Int16Array(0))
  }

  function refuse(mode: number, forGood: boolean): void {
    unsupportedMode ??= mode
    stopped ||= forGood
  }

  /** Null if the sound would run at another speed from here on. */
  function decoderFor(mode: BlockMode): FrameDecoder | null {
    if (current?.mode === mode) return current.decoder
    const decoder = createFrameDecoder(header, mode)
    if (!decoder) return null
    if (current && current.decoder.sampleRateHz !== decoder.sampleRateHz) return null
    finish()
    damagedBefore += current?.decoder.damagedFrames ?? 0
    current = { mode, decoder }
    return decoder
  }

  return {
    refuse,
    decode(frame: Uint8Array, mode: BlockMode): void {
      if (stopped) return
      const decoder = decoderFor(mode)
      if (!decoder) {
        refuse(mode, true)
        return
      }
      add(decoder.decode(frame))
      frames += 1
    },
    reset(): void {
      current?.decoder.reset()
    },
    end: finish,
    take(): Int16Array {
      const all = join(ready)
      ready = []
      return all
    },
    facts: () => ({
      codec: current?.decoder.codec ?? null,
      sampleRateHz: current?.decoder.sampleRateHz ?? null,
      frames,
      damagedFrames: damagedBefore + (current?.decoder.damagedFrames ?? 0),
      decodedMs: current ? Math.round((samples / current.decoder.sampleRateHz) * 1000) : 0,
      unsupportedMode,
      stopped,
    }),
  }
}

/** Standard Play is a codec of its own with each maker and container. */
function createFrameDecoder(header: DssHeader, mode: BlockMode): FrameDecoder | null {
  if (mode === 6) return createDs2QpDecoder()
  if (mode === 7) return createDs2Qp7Decoder()
  if (header.container === 'ds2') return createDs2SpDecoder()
  return isFromGrundig(header) ? createGrundigSpDecoder() : createDssSpDecoder()
}

/** By the maker's name, or by a header as long as no Olympus recorder is known to write. */
function isFromGrundig({ deviceTag, headerBytes }: DssHeader): boolean {
  return deviceTag?.startsWith('GR/') || headerBytes === 6 * 512 || headerBytes === 7 * 512
}

function join(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
