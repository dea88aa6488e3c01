import { Failure } from '@plume/records'
import { pino } from 'pino'
import { loadConfig, type WorkerConfig } from './config.ts'
import { startWorker } from './start-worker.ts'
import { describeError } from './steps/settle-failure.ts'

function readConfig(): WorkerConfig {
  try {
    return loadConfig(process.env)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`${error.code}: ${error.message}\n`)
    process.exit(1)
  }
}

const config = readConfig()
const log = pino({ level: config.logLevel, base: { service: 'worker', pid: process.pid } })
const starting = startWorker(config, log)

let asked = false
async function stop(): Promise<void> {
  if (asked) {
    log.warn('stopped by force')
    process.exit(1)
  }
  asked = true
  log.info('stopping: running jobs get a while to end')
  const worker = await starting.catch(() => null)
  await worker?.stop()
  log.info('stopped')
  process.exit(worker === null ? 1 : 0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

starting.catch((error: unknown) => {
  log.fatal({ error: describeError(error) }, 'the worker could not start')
  process.exit(1)
})
