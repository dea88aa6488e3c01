export const blockBytes = 512
const headBytes = 6
export const payloadBytes = blockBytes - headBytes

/** 0 is Standard Play of all makers, 6 is Quality Play, 7 is Quality Play with short noise frames. */
export type BlockMode = 0 | 6 | 7

/** How the frames of a mode lie in the payload, which is read as words of 16 bits. */
type Framing = {
  /** A frame may begin in the middle of a word: bit 7 of the block's first byte says that it does. */
  readonly parity: boolean
  readonly frameBytes: (firstByte: number) => number
}

const framings: Readonly<Record<BlockMode, Framing>> = {
  0: { parity: true, frameBytes: () => 41 },
  6: { parity: false, frameBytes: () => 56 },
  7: { parity: false, frameBytes: (firstByte) => (firstByte & 0x80 ? 56 : 12) },
}
const longestFrameBytes = 56

/** G.723.1, which DSS calls Long Play; 3 and 5 with its silence frames. */
const g7231Modes: readonly number[] = [2, 3, 5]

export type BlockKind =
  | { readonly is: 'frames'; readonly mode: BlockMode }
  | { readonly is: 'g723.1' | 'unknown'; readonly mode: number }
  | { readonly is: 'stray' }

/** By its own six bytes, which are never encrypted. */
export function describeBlock(block: Uint8Array): BlockKind {
  const mode = block[4] ?? 0xff
  if (block[3] !== 0xff || block[5] !== 0xff) return { is: 'stray' }
  if (mode === 0 || mode === 6 || mode === 7) return { is: 'frames', mode }
  return { is: g7231Modes.includes(mode) ? 'g723.1' : 'unknown', mode }
}

export type BlockSink = {
  /** In reading order. The bytes are good until the next call. */
  readonly frame: (frame: Uint8Array, mode: BlockMode) => void
  /** The next frame does not follow from those before it. */
  readonly interruption: () => void
}

/**
 * Takes a recording's blocks one after another and gives out the frames in them.
 *
 * Every block says where its first own frame begins and how many begin in it. Where the recording
 * ran on without a stop, that is where the last frame of the block before it ends. Where somebody
 * paused, inserted or recorded over, it is elsewhere, and the block is right.
 */
export function createBlockReader(sink: BlockSink) {
  const payload = new Uint8Array(payloadBytes)
  /** The frame that began in the block before. */
  const partial = new Uint8Array(longestFrameBytes)
  let partialBytes = 0
  let mode: BlockMode | null = null
  /** There are frames that the next one would follow from. */
  let running = false
  /** The recording stopped before the end of the block. */
  let stopped = false
  let strays = 0
  const counts = { frames: 0, pauses: 0, cuts: 0, framingDamage: 0, skippedBlocks: 0 }

  function emit(frame: Uint8Array, frameMode: BlockMode): void {
    sink.frame(frame, frameMode)
    counts.frames += 1
    running = true
  }

  function interrupt(why: 'pauses' | 'cuts'): void {
    partialBytes = 0
    stopped = false
    if (!running) return
    running = false
    counts[why] += 1
    sink.interruption()
  }

  /** Whether the first `start` bytes, and no others, are the end of the frame that had begun. */
  function finishPartial(start: number): boolean {
    if (mode === null || partialBytes === 0) return start === 0
    const frameBytes = framings[mode].frameBytes(partial[0] ?? 0)
    if (partialBytes + start !== frameBytes) return false
    partial.set(payload.subarray(0, start), partialBytes)
    partialBytes = 0
    emit(partial.subarray(0, frameBytes), mode)
    return true
  }

  /** How many of the declared frames there was room for. */
  function takeFrames(start: number, declared: number, blockMode: BlockMode): number {
    let at = start
    let taken = 0
    for (; taken < declared && at < payloadBytes; taken += 1) {
      const end = at + framings[blockMode].frameBytes(payload[at] ?? 0)
      if (end <= payloadBytes) emit(payload.subarray(at, end), blockMode)
      else keepPartial(at)
      at = end
    }
    const room = payloadBytes - at
    stopped = room > 0 && room >= framings[blockMode].frameBytes(payload[at] ?? 0)
    return taken
  }

  function keepPartial(at: number): void {
    partial.set(payload.subarray(at))
    partialBytes = payloadBytes - at
    running = true
  }

  function readFrames(block: Uint8Array, blockMode: BlockMode): void {
    const declaredStart = firstFrameStart(block, blockMode)
    const start = Math.max(declaredStart, 0)
    const declared = block[2] ?? 0
    const continues = finishPartial(start) && !stopped && (mode === null || mode === blockMode)
    mode = blockMode
    if (declared === 0) interrupt('pauses')
    else if (!continues) interrupt('cuts')
    if (declared === 0) return
    const taken = takeFrames(start, declared, blockMode)
    // After a cut, recorders are known to declare too many.
    if (start !== declaredStart || (continues && taken < declared)) counts.framingDamage += 1
  }

  return {
    counts: counts as Readonly<typeof counts>,
    /** A frame has begun whose end is still to come. */
    insideFrame: () => partialBytes > 0,
    push(block: Uint8Array): BlockKind {
      const kind = describeBlock(block)
      if (kind.is !== 'frames') {
        counts.skippedBlocks += 1
        strays += 1
        return kind
      }
      // Between blocks they are damage, after the last one they are padding.
      if (strays > 0) {
        counts.framingDamage += strays
        strays = 0
        partialBytes = 0
        stopped = true
      }
      copyInReadingOrder(block, payload)
      readFrames(block, kind.mode)
      return kind
    },
  }
}

/** In bytes of the payload in reading order. The block's own six bytes count as three words. */
function firstFrameStart(block: Uint8Array, mode: BlockMode): number {
  const oddByte = framings[mode].parity ? (block[0] ?? 0) >> 7 : 0
  return 2 * (block[1] ?? 0) + oddByte - headBytes
}

/** The words are little-endian and their bits run from the top. */
function copyInReadingOrder(block: Uint8Array, payload: Uint8Array): void {
  for (let at = 0; at < payloadBytes; at += 2) {
    payload[at] = block[headBytes + at + 1] ?? 0
    payload[at + 1] = block[headBytes + at] ?? 0
  }
}
