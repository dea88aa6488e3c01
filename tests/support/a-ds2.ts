import {
  assemble,
  type PackedHeader,
  packDss,
} from '../../packages/audio/src/dss/testing/pack-dss.ts'
import { randomFrames, seededRandom } from '../../packages/audio/src/dss/testing/random-frames.ts'

/** A synthetic DS2 dictation in Quality Play; another `seed` gives other sound. */
export function aDs2(
  seed: number,
  header: PackedHeader = {},
  seconds = 1,
): Uint8Array<ArrayBuffer> {
  const framesPerSecond = 62.5
  const frames = randomFrames(seededRandom(seed), 6, Math.ceil(seconds * framesPerSecond))
  return new Uint8Array(packDss(header, [{ mode: 6, frames }]))
}

/** The same, locked with a password. */
export function aLockedDs2(seed: number, password: string): Uint8Array<ArrayBuffer> {
  return aDs2(seed, { encryption: { mode: 'aes-256', password } })
}

/** Long Play, which is G.723.1: none of the codecs that are built in. */
export function aLongPlayDss(): Uint8Array<ArrayBuffer> {
  const block = Uint8Array.from({ length: 512 }, (_, at) => (at * 31) % 251)
  block.set([0x0f, 3, 8, 0xff, 2, 0xff])
  return new Uint8Array(assemble({ magic: 'dss', blocks: 2 }, [block, block]))
}
