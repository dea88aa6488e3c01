import { createBlockEncryption } from '../decrypt-blocks.ts'
import { type BlockMode, blockBytes, payloadBytes } from '../dss-blocks.ts'

/** A part of a recording that ran on without a stop. */
export type Stretch = {
  readonly mode: BlockMode
  readonly frames: readonly Uint8Array[]
  /** Bytes before the first frame that belong to no frame that is left. */
  readonly orphanBytes?: number
  /** The recorder stopped, finished the frame and said so with a block without frames. */
  readonly thenPause?: boolean
  /** Recorded over: the last frame's end is gone if it lay in a block of its own. */
  readonly thenCut?: boolean
  /** As Grundig does in Standard Play: no frame runs across two blocks. */
  readonly wholeFramesOnly?: boolean
}

export type PackedHeader = {
  readonly magic?: 'dss' | 'ds2'
  readonly blocks?: number
  readonly author?: string
  readonly fileNumber?: number
  readonly startedAt?: string
  readonly endedAt?: string
  readonly length?: string
  readonly lengthMs?: number
  readonly deviceTag?: string
  readonly priority?: number
  readonly comment?: string
  readonly encryption?: { readonly mode: 'aes-128' | 'aes-256'; readonly password: string }
}

/** A whole synthetic file. For tests. */
export function packDss(header: PackedHeader, stretches: readonly Stretch[]): Uint8Array {
  return assemble(header, stretches.flatMap(packBlocks))
}

/** A file of blocks that may be anything. */
export function assemble(header: PackedHeader, blocks: readonly Uint8Array[]): Uint8Array {
  const bytes = packHeader(header)
  if (!header.encryption) return Buffer.concat([bytes, ...blocks])
  const { mode, password } = header.encryption
  const salt = Uint8Array.from({ length: 16 }, (_, n) => n * 37 + 11)
  const { check, encrypt } = createBlockEncryption({ mode, salt }, password)
  bytes.write('enc', 1, 'latin1')
  bytes.writeUInt16LE(mode === 'aes-128' ? 1 : 2, 0x146)
  bytes.set(salt, 0x148)
  bytes.writeUInt16LE(check, 0x158)
  const encrypted = blocks.map((block) => Uint8Array.from(block))
  for (const block of encrypted) encrypt(block)
  return Buffer.concat([bytes, ...encrypted])
}

function packHeader(header: PackedHeader): Buffer {
  const bytes = Buffer.alloc((header.blocks ?? 3) * blockBytes, 0xff)
  bytes[0] = header.blocks ?? 3
  bytes.write(header.magic ?? 'ds2', 1, 'latin1')
  for (const [at, value] of [
    [4, 2],
    [6, 3],
    [8, 2],
  ] as const)
    bytes.writeUInt16LE(value, at)
  bytes.write((header.author ?? 'DICT').padEnd(16, '\0'), 0x0c, 'latin1')
  bytes.writeUInt32LE(header.fileNumber ?? 1, 0x1c)
  bytes.write(header.startedAt ?? '260131093000', 0x26, 'latin1')
  bytes.write(header.endedAt ?? '260131093100', 0x32, 'latin1')
  bytes.write(header.length ?? '000001', 0x3e, 'latin1')
  if (header.deviceTag !== undefined) bytes.write(`${header.deviceTag}\0`, 0x200, 'latin1')
  else if (header.lengthMs !== undefined) bytes.writeUInt32LE(header.lengthMs, 0x200)
  if (header.priority !== undefined) bytes[0x319] = header.priority
  if (header.comment !== undefined) bytes.write(`${header.comment}\0`, 0x31e, 'latin1')
  return bytes
}

/** The blocks of one stretch. */
export function packBlocks(stretch: Stretch): Uint8Array[] {
  const starts = layOut(stretch)
  const end = starts.reduce(
    (far, start, n) => Math.max(far, start + (stretch.frames[n]?.length ?? 0)),
    stretch.orphanBytes ?? 0,
  )
  const stream = new Uint8Array(Math.ceil(end / payloadBytes) * payloadBytes).fill(0xff)
  for (const [n, start] of starts.entries()) stream.set(stretch.frames[n] ?? [], start)

  const blocks: Uint8Array[] = []
  for (let from = 0; from < stream.length; from += payloadBytes) {
    const own = starts.filter((start) => start >= from && start < from + payloadBytes)
    // Without a frame of its own, it says where the last one ends.
    const first = (own[0] ?? end) - from
    const payload = stream.subarray(from, from + payloadBytes)
    if (own.length > 0 || !stretch.thenCut)
      blocks.push(packBlock(payload, { mode: stretch.mode, first, count: own.length }))
  }
  const alreadyPaused = blocks.at(-1)?.[2] === 0
  if (stretch.thenPause && !alreadyPaused) blocks.push(pauseBlock(stretch.mode))
  return blocks
}

/** Where the frames begin in the payloads laid end to end. */
function layOut({ frames, orphanBytes = 0, wholeFramesOnly }: Stretch): readonly number[] {
  let at = orphanBytes
  return frames.map(({ length }) => {
    const room = payloadBytes - (at % payloadBytes)
    if (wholeFramesOnly && room < length) at += room
    const start = at
    at += length
    return start
  })
}

/** Without any frame, and without the end of one. */
export function pauseBlock(mode: BlockMode): Uint8Array {
  return packBlock(new Uint8Array(payloadBytes).fill(0xff), { mode, first: 0, count: 0 })
}

function packBlock(
  payload: Uint8Array,
  { mode, first, count }: { readonly mode: number; readonly first: number; readonly count: number },
): Uint8Array {
  const block = new Uint8Array(blockBytes)
  const start = first + 6
  block.set([((start & 1) << 7) | 0x0f, start >> 1, count, 0xff, mode, 0xff])
  for (let at = 0; at < payloadBytes; at += 2) {
    block[6 + at] = payload[at + 1] ?? 0
    block[6 + at + 1] = payload[at] ?? 0
  }
  return block
}
