/** 10 ms at 16 kHz: fine enough to draw, small enough to keep for hours of audio. */
const blockSamples = 160
const mostPeaks = 1000
/** -60 dBFS: a recorder whose microphone was off is not louder. */
const silenceLevel = 0.001

/** Measures audio as it passes: its outline for the player, and whether there is any sound at all. */
export function createLoudnessMeter() {
  const blocks: number[] = []
  let inBlock = 0
  let blockPeak = 0
  let loudest = 0
  return {
    measure(samples: Float32Array): void {
      for (const sample of samples) {
        blockPeak = Math.max(blockPeak, Math.abs(sample))
        inBlock += 1
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
  }
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
