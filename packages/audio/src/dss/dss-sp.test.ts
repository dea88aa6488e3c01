import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { filterOf } from './dss-sp-filter.ts'
import { createDssDecoder, dssHeadBytes } from './index.ts'
import { readSpFrame } from './sp-frame.ts'
import { packDss } from './testing/pack-dss.ts'
import { randomFrames, seededRandom, softSpFrame } from './testing/random-frames.ts'

const hasFfmpeg = await promisify(execFile)('ffmpeg', ['-hide_banner', '-decoders']).then(
  ({ stdout }) => stdout.includes(' dss_sp '),
  () => false,
)

/** A file without pauses and cuts, of which FFmpeg knows nothing. */
function aFile(frames: readonly Uint8Array[]): Uint8Array {
  const file = packDss({ magic: 'dss', blocks: 2 }, [{ mode: 0, frames }])
  // Where FFmpeg looks for the codec: 0 is Standard Play.
  file[0x2a4] = 0
  return file
}

async function decodedByFfmpeg(file: Uint8Array): Promise<Int16Array> {
  const folder = await mkdtemp(join(tmpdir(), 'plume-dss-sp-'))
  try {
    const path = join(folder, 'recording.dss')
    await writeFile(path, file)
    const args = ['-nostdin', '-v', 'error', '-i', path, '-f', 's16le', 'pipe:1']
    const { stdout } = await promisify(execFile)('ffmpeg', args, {
      encoding: 'buffer',
      maxBuffer: 2 ** 26,
    })
    return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const frameCount = 400
const middlingFrames = (seed: number) => randomFrames(seededRandom(seed), 0, frameCount)

/** From all rows of the tables, but none whose filter overflows: FFmpeg lets that be clipped. */
function softFrames(seed: number): Uint8Array[] {
  const random = seededRandom(seed)
  const fits = (frame: Uint8Array) => filterOf(readSpFrame(frame)).bits === 13
  return Array.from({ length: 2 * frameCount }, () => softSpFrame(random))
    .filter(fits)
    .slice(0, frameCount)
}

describe.runIf(hasFfmpeg).each([1, 2, 3])('frames by chance (%d), none too loud', (seed) => {
  test.each([
    ['of middling sounds', middlingFrames, 1000],
    ['of all sounds, softly', softFrames, 100],
  ] as const)('%s give every sample that FFmpeg gives', async (_, make, loudest) => {
    const frames = make(seed)
    const file = aFile(frames)
    const decoder = createDssDecoder(file.subarray(0, dssHeadBytes))
    if ('refused' in decoder) throw new Error(decoder.refused)
    const ours = [...decoder.push(file), ...decoder.end()]
    expect(ours).toHaveLength(frameCount * 264)
    expect(Math.max(...ours)).toBeGreaterThan(loudest)
    // What FFmpeg makes of the last block's padding follows.
    expect(ours).toEqual([...(await decodedByFfmpeg(file)).subarray(0, ours.length)])
  })
})
test.skipIf(hasFfmpeg)('SKIPPED without ffmpeg: comparing Standard Play with FFmpeg’s', () => {})
