import { Failure } from '@plume/records'
import { migrate, openDatabase, startEmbeddedPostgres } from '@plume/storage'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { buildNeeds } from './build-needs.ts'
import { type ApiConfig, loadConfig } from './config.ts'

/** Time for running requests to end before the connections are cut, in milliseconds. */
const drainMs = 10_000

function readConfig(): ApiConfig {
  try {
    return loadConfig(process.env)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`${error.code}: ${error.message}\n`)
    process.exit(1)
  }
}

/** What has been started, to be stopped in the opposite order. */
const closing: (() => Promise<unknown>)[] = []

async function start(config: ApiConfig): Promise<void> {
  const log = pino({ level: config.logLevel, base: { service: 'api', pid: process.pid } })
  const postgres = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => log.info(line) })
  if (postgres) closing.push(() => postgres.stop())
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? ''
  await migrate(databaseUrl, { log: (line) => log.info(line) })
  const database = openDatabase(databaseUrl)
  closing.push(() => database.close())
  const { needs, close } = await buildNeeds(config, database)
  closing.push(close)
  const app = await buildApp(needs, { logger: log })
  closing.push(async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), drainMs)
    await app.close()
    clearTimeout(cut)
  })
  await app.listen({ host: config.host, port: config.port })
  log.info({ host: config.host, port: config.port }, 'listening')
  if (!config.secureCookies && !isLoopback(config.host)) {
    log.warn('reachable from outside without HTTPS: set PLUME_PUBLIC_ORIGIN to an https address')
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

let stopping: Promise<void> | undefined

/** Asked twice, it waits for the one stop there is. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })()
  return stopping
}

const config = readConfig()
const started = start(config)
let asked = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (asked) process.exit(1)
    asked = true
    // What is just being started has to be there before it can be stopped.
    void started
      .catch(() => {})
      .then(stop)
      .then(() => process.exit(0))
  })
}
try {
  await started
} catch (error) {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : 'unexpected-failure'
  process.stderr.write(`${code}: ${error.message}\n`)
  await stop().catch(() => {})
  process.exit(1)
}
