import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { until } from '../tests/support/house.ts'
import { openBench, quantile } from './house.ts'

const rounds = 5
const seconds = 60
const bytesPerSecond = 32_000
const headerLength = 44
const sample = fileURLToPath(new URL('../samples/general-consultation.wav', import.meta.url))
const program = '/usr/bin/pocketsphinx_continuous'

/**
 * From the upload's answer to the draft, less finding speech and recognising it, for a 60 s dictation. Both are
 * timed in the worker (its log), and recognition, as a peer, as the bare command on the same file.
 */
export async function benchPipelineOverhead(): Promise<void> {
  const { house, secretary, close } = await openBench()
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    const worker = house.startWorker()
    await until(async () => (worker.output().includes('worker ready') ? true : null))
    const overheads: number[] = []
    const recognitions: number[] = []
    const detections: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const audio = await aMinute(round)
      const path = join(folder, 'minute.wav')
      await writeFile(path, audio)
      bare.push(await runBare(path))
      const { body } = await secretary.upload(audio, {
        author: 'doctor',
        template: 'general-consultation',
      })
      const accepted = performance.now()
      await drafted(secretary, body.id)
      const total = performance.now() - accepted
      const recognition = logged(worker.output(), body.id, 'recognitionMs')
      const detection = logged(worker.output(), body.id, 'detectionMs')
      recognitions.push(recognition)
      detections.push(detection)
      overheads.push(total - recognition - detection)
    }
    const [overhead, recognition] = [quantile(overheads, 0.5), quantile(recognitions, 0.5)]
    console.log(`pipeline overhead, ${seconds} s dictation, ${rounds} rounds, medians:`)
    console.log(`  bare command  ${quantile(bare, 0.5).toFixed(0)} ms`)
    console.log(`  recognition   ${recognition.toFixed(0)} ms`)
    console.log(`  finding speech ${quantile(detections, 0.5).toFixed(0)} ms`)
    console.log(
      `  overhead      ${overhead.toFixed(0)} ms (target at most 300), all: ${overheads.map((ms) => ms.toFixed(0)).join(', ')}`,
    )
    console.log(
      `  share         ${((100 * overhead) / recognition).toFixed(1)} % of recognition (target at most 5 %)`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
    await close()
  }
}

/** The sample again and again for a minute; the last sample differs, so that no upload is the same. */
async function aMinute(round: number): Promise<Uint8Array<ArrayBuffer>> {
  const speech = (await readFile(sample)).subarray(headerLength)
  const audio = Buffer.alloc(headerLength + seconds * bytesPerSecond)
  for (let at = headerLength; at < audio.length; at += speech.length) speech.copy(audio, at)
  ;(await readFile(sample)).copy(audio, 0, 0, headerLength)
  audio.writeUInt32LE(audio.length - 8, 4)
  audio.writeUInt32LE(audio.length - headerLength, 40)
  audio.writeInt16LE(round, audio.length - 2)
  return new Uint8Array(audio)
}

async function runBare(path: string): Promise<number> {
  const start = performance.now()
  const child = spawn(program, ['-infile', path, '-time', 'yes', '-logfn', '/dev/null'], {
    stdio: 'ignore',
  })
  await once(child, 'exit')
  return performance.now() - start
}

/** Looks often: what this measures should not be how seldom one looks. */
async function drafted(client: { dictation(id: string): Promise<{ status: string }> }, id: string) {
  for (;;) {
    if ((await client.dictation(id)).status === 'drafted') return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

type Timed = 'recognitionMs' | 'detectionMs'

function logged(log: string, dictationId: string, what: Timed): number {
  for (const line of log.split('\n')) {
    if (!line.includes(dictationId) || !line.includes(`"${what}"`)) continue
    const value: unknown = JSON.parse(line)[what]
    if (typeof value === 'number') return value
  }
  throw new Error(`the worker did not log ${what}`)
}
