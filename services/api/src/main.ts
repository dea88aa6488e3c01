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

async function start(config: ApiConfig): Promise<() => Promise<void>> {
  const log = pino({ level: config.logLevel, base: { service: 'api', pid: process.pid } })
  const postgres = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => log.info(line) })
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? ''
  await migrate(databaseUrl, { log: (line) => log.info(line) })
  const database = openDatabase(databaseUrl)
  const { needs, close } = await buildNeeds(config, database)
  const app = await buildApp(needs, { logger: log })
  await app.listen({ host: config.host, port: config.port })
  log.info({ host: config.host, port: config.port }, 'listening')

  return async () => {
    log.info('stopping')
    await close()
    const cut = setTimeout(() => app.server.closeAllConnections(), drainMs)
    await app.close()
    clearTimeout(cut)
    await database.close()
    await postgres?.stop()
    log.info('stopped')
  }
}

try {
  const stop = await start(readConfig())
  let asked = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      void stop().then(() => process.exit(0))
    })
  }
} catch (error) {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : 'unexpected-failure'
  process.stderr.write(`${code}: ${error.message}\n`)
  process.exit(1)
}
