import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFlac } from './open-flac.ts'
import { openMp3 } from './open-mp3.ts'
import { openOggOpus } from './open-ogg-opus.ts'
import type { StreamDecoder } from './stream-decoder.ts'

const encoders =
  spawnSync('ffmpeg', ['-hide_banner', '-encoders'], { encoding: 'utf8' }).stdout ?? ''
const isComplete = /libmp3lame/.test(encoders) && /libopus/.test(encoders)
const reason = isComplete ? '' : ' (skipped: no ffmpeg with libmp3lame and libopus)'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-wasm-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function ffmpeg(...args: readonly string[]): Buffer {
  return execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], { maxBuffer: 1e8 })
}

/** The mean of all channels, fed in pieces that end anywhere. */
async function decoded(decoder: StreamDecoder, bytes: Buffer) {
  const mono: number[] = []
  const take = (channels: readonly Float32Array[]) => {
    for (let n = 0; n < (channels[0]?.length ?? 0); n += 1) {
      mono.push(channels.reduce((sum, channel) => sum + (channel[n] ?? 0), 0) / channels.length)
    }
  }
  for (let at = 0; at < bytes.length; at += 997) {
    take((await decoder.feed(Uint8Array.from(bytes.subarray(at, at + 997)))).channels)
  }
  take((await decoder.finish()).channels)
  return mono
}

/** ffmpeg's samples of the same file at the same rate; it is ffmpeg that skips delay and padding here. */
function reference(path: string, sampleRateHz: number, channels: number): number[] {
  const decoder = path.endsWith('.opus') ? ['-c:a', 'libopus'] : []
  const raw = ffmpeg(...decoder, '-i', path, '-f', 'f32le', '-ar', `${sampleRateHz}`, '-')
  const count = raw.length / 4 / channels
  return Array.from({ length: count }, (_, n) => {
    let sum = 0
    for (let c = 0; c < channels; c += 1) sum += raw.readFloatLE(4 * (n * channels + c))
    return sum / channels
  })
}

const openers = { flac: openFlac, mp3: openMp3, opus: openOggOpus }
const sweep = '0.25*sin(2*PI*(200+60*t)*t)*(0.6+0.4*sin(5*t))'
const other = '0.2*sin(2*PI*700*t)'

describe.skipIf(!isComplete)(`beside ffmpeg${reason}`, () => {
  test.each([
    ['flac', 8000, 1, []],
    ['flac', 11_025, 1, []],
    ['flac', 44_100, 2, []],
    ['flac', 48_000, 1, ['-sample_fmt', 's32', '-bits_per_raw_sample', '24']],
    ['mp3', 8000, 1, ['-b:a', '16k']],
    ['mp3', 22_050, 1, ['-b:a', '32k']],
    ['mp3', 44_100, 2, ['-b:a', '128k']],
    ['mp3', 44_100, 1, ['-q:a', '5']],
    ['opus', 48_000, 1, ['-c:a', 'libopus', '-b:a', '16k']],
    ['opus', 48_000, 2, ['-c:a', 'libopus', '-b:a', '64k']],
    ['opus', 48_000, 1, ['-c:a', 'libopus', '-b:a', '24k', '-frame_duration', '60']],
  ] as const)('%s gives the same samples (%i Hz, %i channels, %j)', async (...row) => {
    const [extension, sampleRateHz, channels, options] = row
    const path = join(folder, `tone.${extension}`)
    const sound = channels === 1 ? sweep : `${sweep}|${other}`
    const source = `aevalsrc=${sound}:s=${sampleRateHz}:d=2.345`
    ffmpeg('-f', 'lavfi', '-i', source, ...options, path)
    const ours = await decoded(await openers[extension](), await readFile(path))
    const theirs = reference(path, sampleRateHz, channels)
    expect(ours).toHaveLength(theirs.length)
    const worst = ours.reduce((most, x, n) => Math.max(most, Math.abs(x - (theirs[n] ?? 9))), 0)
    expect(worst).toBeLessThan(1e-3)
  })
})
