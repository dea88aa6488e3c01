import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  createModelStore,
  createPocketSphinxEngine,
  findWhisperCli,
  hashFile,
  importModel,
  memoryOfModel,
} from '@plume/speech'
import { sql } from 'kysely'
import { wavOf } from '../packages/speech/src/wav-samples.ts'
import { pause, until } from '../tests/support/house.ts'
import { tinyShape, writeRandomWhisperModel } from '../tests/support/random-whisper-model.ts'
import { type Bench, openBench } from './house.ts'
import { memoryOfTree, peakOf } from './memory-of-processes.ts'

const concurrencies = [1, 2, 4]
const minutes = 2

/**
 * What a worker needs: at rest, and for each recognition that runs at the same time, with its engine's processes. The
 * bare number to compare with is what the engine's registry entry says one recognition needs.
 */
export async function benchWorkerMemory(): Promise<void> {
  if (process.platform !== 'linux') return console.log('worker memory: SKIPPED, needs Linux')
  const bench = await openBench({ PLUME_ENGINE_THREADS: '1' })
  try {
    console.log(`worker memory (PSS of all its processes), dictations of ${minutes} min:`)
    await measure(bench, 'scripted engine', { SCRIPTED_MS: '4000' })
    const pocketsphinx = await createPocketSphinxEngine()
    if ('unavailable' in pocketsphinx) console.log('  PocketSphinx: SKIPPED, it is not here')
    else await measure(bench, 'PocketSphinx', {}, expected('pocketsphinx-en-us'))
    await measureWhisper(bench)
  } finally {
    await bench.close()
  }
}

async function measureWhisper(bench: Bench): Promise<void> {
  const binary = await findWhisperCli({
    searchPath: process.env.PATH ?? '',
    ...(process.env.WHISPER_CLI ? { configured: process.env.WHISPER_CLI } : {}),
  })
  if (binary === null) return console.log('  whisper.cpp: SKIPPED, there is no whisper-cli here')
  const path = join(bench.house.dataDir, 'random.bin')
  await writeRandomWhisperModel(path, tinyShape)
  const store = createModelStore(join(bench.house.dataDir, 'models'))
  const installed = await importModel({
    store,
    path,
    id: 'weights-by-chance',
    acceptance: { licence: null, who: 'bench' },
    trustedSha256: (await hashFile(path)).sha256,
    onProgress: () => {},
  })
  await rm(path)
  if ('refused' in installed) throw new Error(installed.refused)
  const environment = { WHISPER_CLI: binary, ANY_ENGINE: '1', PLUME_STOP_SECONDS: '0' }
  await measure(
    bench,
    'whisper.cpp, weights by chance in the shape of tiny.en',
    environment,
    expected('whisper-tiny.en'),
  )
}

async function measure(
  bench: Bench,
  name: string,
  environment: Readonly<Record<string, string>>,
  target = '',
): Promise<void> {
  console.log(`  ${name}`)
  for (const concurrency of concurrencies) {
    const worker = bench.house.startWorker('bench/memory-worker.ts', {
      ...environment,
      PLUME_WORKER_CONCURRENCY: String(concurrency),
    })
    await until(async () => {
      if (worker.child.exitCode !== null) throw new Error(worker.output())
      return worker.output().includes('worker ready') ? true : null
    })
    await pause(2000)
    const pid = worker.child.pid ?? 0
    const idle = await memoryOfTree(pid)
    const work = 'ANY_ENGINE' in environment ? begin : transcribe
    const peak = await peakOf(pid, work(bench, concurrency))
    await worker.stop()
    await forgetUnfinished(bench)
    const each = (peak - idle) / concurrency
    console.log(
      `    at rest ${megabytes(idle)}, ${concurrency} at a time ${megabytes(peak)}, ` +
        `for each ${megabytes(each)}${target}`,
    )
  }
}

/** What the registry says that one recognition needs, by which workers size themselves. */
function expected(model: string): string {
  const bytes = memoryOfModel(model)
  return bytes === null ? '' : ` (target at most ${megabytes(bytes)})`
}

/** Weights by chance may decode for very long: by then all models are loaded, and half a minute of sound heard. */
const beginningMs = 30_000

async function begin(bench: Bench, count: number): Promise<void> {
  await upload(bench, count)
  await pause(beginningMs)
}

/** So many dictations at the same time, to their drafts. */
async function transcribe(bench: Bench, count: number): Promise<void> {
  const { secretary } = bench
  for (const id of await upload(bench, count)) {
    await until(async () => {
      const { status } = await secretary.dictation(id)
      if (status === 'failed') throw new Error('a dictation failed')
      return status === 'drafted' ? true : null
    })
  }
}

async function upload({ secretary }: Bench, count: number): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const { body } = await secretary.upload(await someMinutes(), {
        author: 'doctor',
        template: 'general-consultation',
      })
      return body.id
    }),
  )
}

/** Or the next worker would take it up, and not be at rest. */
async function forgetUnfinished({ database }: Bench): Promise<void> {
  await sql`delete from recognition_plans`.execute(database.db)
  await sql`update dictations set status = 'failed', failure_reason = 'engine-timeout',
    step = null, waiting_for = null, lease_worker = null, lease_until = null
    where status <> 'drafted'`.execute(database.db)
}

let made = 0

/** A sample again and again; each time other bytes, since the same bytes are the same dictation. */
async function someMinutes(): Promise<Uint8Array<ArrayBuffer>> {
  const wav = await readFile(new URL('../samples/general-consultation.wav', import.meta.url))
  const once = wav.subarray(44)
  const times = Math.ceil((minutes * 60 * 32_000) / once.length)
  const samples = Buffer.concat(Array<Buffer>(times).fill(once))
  made += 1
  samples.writeInt16LE(made, 0)
  return new Uint8Array(wavOf(samples))
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
