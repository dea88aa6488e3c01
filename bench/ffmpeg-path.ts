import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createAudioDecoder } from '@plume/audio'
import { commandLine } from '../packages/audio/src/ffmpeg/command-line.ts'
import { quantile } from './house.ts'

const rounds = 5
const seconds = 600
const maxDurationMs = 4 * 3_600_000

/**
 * Our way through ffmpeg (private folder, probing, samples to WAV, loudness) against the bare command
 * with the same arguments, its output thrown away: a 10 minute M4A, in turn.
 */
export async function benchFfmpegPath(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    const inputPath = join(folder, 'ten-minutes.m4a')
    if (!(await makeM4a(inputPath))) {
      console.log('ffmpeg path: SKIPPED, there is no ffmpeg on the PATH')
      return
    }
    const decoder = createAudioDecoder({ searchPath: process.env.PATH ?? '', maxDurationMs })
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const bareMs = await timed(() => runBare(inputPath))
      const ourMs = await timed(() =>
        decoder.decode({ inputPath, outputPath: join(folder, 'decoded.wav') }),
      )
      // The first of each warms the disk's cache and the compiler.
      if (round === 0) continue
      bare.push(bareMs)
      ours.push(ourMs)
    }
    const [our, their] = [quantile(ours, 0.5), quantile(bare, 0.5)]
    console.log(`ffmpeg path, ${seconds} s M4A, ${rounds} rounds, medians:`)
    console.log(`  bare command  ${their.toFixed(0)} ms`)
    console.log(`  Plume         ${our.toFixed(0)} ms`)
    console.log(`  ratio         ${(our / their).toFixed(2)} (target at most 1.15)`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Noise with a voice's spectrum: silence would cost a codec nothing. */
async function makeM4a(path: string): Promise<boolean> {
  const source = `anoisesrc=duration=${seconds}:color=pink:sample_rate=44100:seed=1:amplitude=0.3`
  return promisify(execFile)('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, path]).then(
    () => true,
    () => false,
  )
}

async function runBare(inputPath: string): Promise<void> {
  const child = spawn('ffmpeg', commandLine({ inputPath, maxDurationMs }), {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  child.stdout.resume()
  await once(child, 'close')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
