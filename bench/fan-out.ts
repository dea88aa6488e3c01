import { createDictationStore } from '@plume/storage'
import { type HouseProcess, pause, until } from '../tests/support/house.ts'
import { spoken } from '../tests/support/spoken.ts'
import { type Bench, openBench } from './house.ts'

const minutes = 60
/**
 * What hearing a piece costs: about as much as Whisper's base model on two cores. The engine sleeps, so that four
 * workers fit on two cores.
 */
const pieceCostMs = 2000
const workerCounts = [1, 2, 4]
const target = 0.9
const worker = 'tests/support/dying-worker.ts'
const scripted = { SCRIPTED_MS: String(pieceCostMs), SCRIPTED_PIECES: 'numbered' }

type Run = {
  readonly wallMs: number
  /** Until the first shares were in the outbox, until the last, and from the last share to the draft. */
  readonly openingMs: number
  readonly beforeMs: number
  readonly afterMs: number
  readonly pieces: number
  /** Begun more than once. */
  readonly repeated: number
}

/**
 * A dictation of an hour over 1, 2 and 4 workers with an engine of fixed cost, in real processes over a real Postgres:
 * how much faster, and how many pieces are heard again when a worker is killed.
 */
export async function benchFanOut(): Promise<void> {
  const bench = await openBench({
    PLUME_WORKER_CONCURRENCY: '1',
    PLUME_LEASE_SECONDS: '5',
    PLUME_RECONCILE_SECONDS: '1',
  })
  try {
    console.log(`${minutes} min dictation, ${pieceCostMs} ms for each piece of half a minute:`)
    let alone: Run | undefined
    for (const workers of workerCounts) {
      const run = await hear(bench, workers)
      alone ??= run
      const whole = (alone.wallMs / run.wallMs).toFixed(2)
      const hearing = (hearingMs(alone) / hearingMs(run)).toFixed(2)
      console.log(
        `  ${workers} worker${workers === 1 ? ' ' : 's'}  ${seconds(run.wallMs)} s, speed-up ${whole}, of hearing alone ${hearing} (target at least ${(target * workers).toFixed(1)}); opening shared out after ${seconds(run.openingMs)} s, all after ${seconds(run.beforeMs)} s, drafted ${seconds(run.afterMs)} s after the last share; ${run.pieces} pieces`,
      )
    }
    const killed = await hear(bench, 4, true)
    console.log(
      `  4 workers, one killed with SIGKILL: ${seconds(killed.wallMs)} s, ${killed.repeated} of ${killed.pieces} pieces begun again (target at most 1)`,
    )
  } finally {
    await bench.close()
  }
}

/** From the first share in the outbox to the last that was heard: what workers share. */
function hearingMs({ wallMs, openingMs, afterMs }: Run): number {
  return wallMs - openingMs - afterMs
}

let seed = 0

async function hear(bench: Bench, workers: number, kill = false): Promise<Run> {
  const { database, house, secretary } = bench
  const running = Array.from({ length: workers }, () => house.startWorker(worker, scripted))
  for (const each of running) await until(async () => has(each, 'worker ready'))
  const audio = await spoken(seed++, minutes)
  const { status, body } = await secretary.upload(audio, {
    author: 'doctor',
    template: 'chest-xray',
  })
  if (status !== 201) throw new Error(`an upload was answered ${status}`)
  const acceptedAt = Date.now()
  if (kill) {
    await until(async () => (begunBy(running).length > 20 ? true : null))
    // In the middle of a piece.
    await pause(pieceCostMs / 2)
    await running[0]?.kill()
  }
  while ((await secretary.dictation(body.id)).status !== 'drafted') await pause(20)
  const draftedAt = Date.now()
  for (const each of running) await each.stop()
  const [recognition] = await createDictationStore(database).recognitions(body.id)
  const words = recognition?.words ?? []
  if (words.some(({ startMs }, n) => startMs < (words[n - 1]?.endMs ?? 0))) {
    throw new Error('not in order')
  }
  const sharedOutAt = ['opening shared out', 'recording shared out'].flatMap((message) =>
    timesOf(running, message),
  )
  return {
    wallMs: draftedAt - acceptedAt,
    openingMs: Math.min(...sharedOutAt) - acceptedAt,
    beforeMs: Math.max(...sharedOutAt) - acceptedAt,
    afterMs: draftedAt - Math.max(...timesOf(running, 'share heard')),
    pieces: words.length,
    repeated: begunBy(running).length - words.length,
  }
}

const has = (each: HouseProcess, text: string) => (each.output().includes(text) ? true : null)

/** The one that a killed worker was at counts: another begins it again. */
function begunBy(workers: readonly HouseProcess[]): readonly string[] {
  return workers.flatMap((each) => each.output().match(/"msg":"piece begun"/g) ?? [])
}

function timesOf(workers: readonly HouseProcess[], message: string): readonly number[] {
  return workers.flatMap((each) =>
    each
      .output()
      .split('\n')
      .filter((line) => line.includes(`"msg":"${message}"`))
      .map((line) => Number(JSON.parse(line).time)),
  )
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
