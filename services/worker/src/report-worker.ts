import { hostname } from 'node:os'
import type { WorkerReport } from '@plume/contracts'
import { memoryOfEngine } from '@plume/speech'
import { createWorkerRegistry, type Database } from '@plume/storage'
import type { SizedMachine } from './look-at-machine.ts'
import type { Speedometer } from './measure-speed.ts'
import { describeError } from './steps/settle-failure.ts'
import type { EngineStock } from './stock-engines.ts'
import type { Log } from './worker-log.ts'

const heartbeatMs = 10_000

type Reported = {
  readonly workerId: string
  readonly startedAt: Date
  readonly sized: SizedMachine
  readonly stock: EngineStock
  readonly speeds: Speedometer
  readonly damagedModels: () => readonly string[]
}

/**
 * Tells the others, every ten seconds, which engines are ready here, on what machine and how fast; dictations that wait
 * for an engine are found by it. Gives back what ends that.
 */
export async function startReporting(
  database: Database,
  reported: Reported,
  log: Log,
): Promise<() => Promise<void>> {
  const registry = createWorkerRegistry(database)
  const { workerId, stock } = reported
  const announce = () => {
    const engines = stock.ready()
    const languages = [...new Set(engines.flatMap(({ capabilities }) => capabilities.languages))]
    return registry.announce(
      { id: workerId, engines: engines.map(({ identity }) => identity), languages },
      reportOf(reported),
    )
  }
  await registry.forgetGone()
  await announce()
  const timer = setInterval(() => {
    announce().catch((error: unknown) =>
      log.warn({ error: describeError(error) }, 'the heartbeat was not stored'),
    )
  }, heartbeatMs)
  return async () => {
    clearInterval(timer)
    await registry.retire(workerId)
  }
}

function reportOf({ startedAt, sized, stock, speeds, damagedModels }: Reported): WorkerReport {
  return {
    host: hostname(),
    startedAt: startedAt.toISOString(),
    machine: sized.machine,
    concurrency: sized.size.concurrency,
    threads: sized.size.threads,
    warnings: [...sized.size.warnings],
    engines: stock.checked().map(({ identity, languages, clipSpeed }) => ({
      ...identity,
      languages: [...languages],
      memoryBytes: memoryOfEngine(identity),
      clipSpeed,
      recent: speeds.of(identity),
    })),
    damagedModels: [...damagedModels()],
  }
}
