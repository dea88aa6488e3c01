import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createDssDecoder, dssHeadBytes } from '../packages/audio/src/dss/index.ts'
import { packDss } from '../packages/audio/src/dss/testing/pack-dss.ts'
import { randomFrames, seededRandom } from '../packages/audio/src/dss/testing/random-frames.ts'
import { wavOf } from '../packages/speech/src/wav-samples.ts'
import { quantile } from './house.ts'

const rounds = 5
const seconds = 600
/** A Quality Play frame is 16 ms. */
const frameMs = 16
const sampleRateHz = 16_000
const memoryMinutes = [1, 60, 120, 180, 240]
const chunkBytes = 64 * 1024

/**
 * Our DS2 decoder on ten minutes of Quality Play, made by chance, against ffmpeg on the same samples as FLAC;
 * then four hours of it, for the memory. One thread each.
 */
export async function benchDss(): Promise<void> {
  const frames = randomFrames(seededRandom(1), 6, (seconds * 1000) / frameMs)
  const file = packDss({}, [{ mode: 6, frames }])
  const ours: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now()
    decode(file, 1, () => {})
    // The first warms the compiler.
    if (round > 0) ours.push(performance.now() - start)
  }
  const our = quantile(ours, 0.5)
  console.log(`DS2 QP, ${seconds} s, ${rounds} rounds, medians:`)
  console.log(`  Plume   ${our.toFixed(0)} ms, ${speed(our)}x real time (target at least 300x)`)
  await compareWithFfmpeg(file, our)
  measureMemory(file)
}

const speed = (ms: number) => ((seconds * 1000) / ms).toFixed(0)

/** Gives the samples of `file`, its sound `times` over, a chunk at a time. */
function decode(file: Uint8Array, times: number, take: (samples: Int16Array) => void): void {
  const decoder = createDssDecoder(file.subarray(0, dssHeadBytes))
  if ('refused' in decoder) throw new Error(decoder.refused)
  const { headerBytes } = decoder.header
  take(decoder.push(file.subarray(0, headerBytes)))
  for (let time = 0; time < times; time += 1) {
    for (let at = headerBytes; at < file.length; at += chunkBytes) {
      take(decoder.push(file.subarray(at, at + chunkBytes)))
    }
  }
  take(decoder.end())
}

async function compareWithFfmpeg(file: Uint8Array, our: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    const pieces: Buffer[] = []
    decode(file, 1, (samples) => {
      pieces.push(
        Buffer.from(
          samples.buffer.slice(samples.byteOffset, samples.byteOffset + samples.byteLength),
        ),
      )
    })
    const [wav, flac] = [join(folder, 'same.wav'), join(folder, 'same.flac')]
    await writeFile(wav, wavOf(Buffer.concat(pieces)))
    const ffmpeg = (...options: readonly string[]) =>
      promisify(execFile)('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...options])
    const isThere = await ffmpeg('-i', wav, flac).then(
      () => true,
      () => false,
    )
    if (!isThere) return console.log('  ffmpeg  SKIPPED, there is none on the PATH')
    const theirs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now()
      await ffmpeg('-threads', '1', '-i', flac, '-f', 'f32le', '/dev/null')
      theirs.push(performance.now() - start)
    }
    const their = quantile(theirs, 0.5)
    console.log(`  ffmpeg  ${their.toFixed(0)} ms, ${speed(their)}x, the same samples as FLAC`)
    console.log(`  ratio   ${(our / their).toFixed(1)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function measureMemory(file: Uint8Array): void {
  const left = [...memoryMinutes]
  const megabytes: string[] = []
  let samples = 0
  decode(file, ((memoryMinutes.at(-1) ?? 0) * 60) / seconds, (piece) => {
    samples += piece.length
    if (samples < (left[0] ?? Infinity) * 60 * sampleRateHz) return
    left.shift()
    megabytes.push((process.memoryUsage().rss / 1024 / 1024).toFixed(0))
  })
  console.log(`DS2 QP, memory after ${memoryMinutes.join(', ')} minutes, MB:`)
  console.log(`  ${megabytes.join('  ')}`)
}
