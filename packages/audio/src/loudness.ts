import { fullScale, type SoundPiece } from './sound-piece.ts'

/** 10 ms at 16 kHz: fine enough to draw. Blocks grow with the recording, so that their number does not. */
const leastBlockSamples = 160
const mostBlocks = 16_000
const mostPeaks = 1000
/** -60 dBFS: a recorder whose microphone was off is not louder. */
const silenceLevel = 0.001

/** Measures audio as it passes: its outline for the player, and whether there is any sound at all. */
export function createLoudnessMeter() {
  let blocks: number[] = []
  let blockSamples = leastBlockSamples
  let inBlock = 0
  let blockPeak = 0
  let loudest = 0
  return {
    measure(piece: SoundPiece): void {
      for (let from = 0; from < piece.length; ) {
        const to = Math.min(piece.length, from + blockSamples - inBlock)
        blockPeak = Math.max(blockPeak, peakOf(piece, from, to))
        inBlock += to - from
        from = to
        if (inBlock === blockSamples) closeBlock()
      }
    },
    finish(): { readonly peaks: readonly number[]; readonly silent: boolean } {
      if (inBlock > 0) closeBlock()
      return { peaks: summarise(blocks), silent: loudest < silenceLevel }
    },
  }

  function closeBlock(): void {
    blocks.push(blockPeak)
    loudest = Math.max(loudest, blockPeak)
    blockPeak = 0
    inBlock = 0
    if (blocks.length === mostBlocks) {
      blocks = mergePairs(blocks)
      blockSamples *= 2
    }
  }
}

/** By index: the iterator of a typed array costs more than the measuring. */
function peakOf(piece: SoundPiece, from: number, to: number): number {
  let peak = 0
  for (let index = from; index < to; index += 1) {
    const level = Math.abs(piece[index] ?? 0)
    if (level > peak) peak = level
  }
  return peak / fullScale(piece)
}

function mergePairs(blocks: readonly number[]): number[] {
  return Array.from({ length: blocks.length / 2 }, (_, index) =>
    Math.max(blocks[index * 2] ?? 0, blocks[index * 2 + 1] ?? 0),
  )
}

function summarise(blocks: readonly number[]): readonly number[] {
  const count = Math.min(mostPeaks, blocks.length)
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * blocks.length) / count)
    const to = Math.max(from + 1, Math.floor(((index + 1) * blocks.length) / count))
    const peak = blocks.slice(from, to).reduce((a, b) => Math.max(a, b), 0)
    return Math.min(1, Math.round(peak * 1000) / 1000)
  })
}
