import { mkdir } from 'node:fs/promises'
import { Failure } from '@plume/records'
import { migrate, openDatabase, startEmbeddedPostgres } from '@plume/storage'
import { type DemoAccount, demoAccounts } from './start/demo-accounts.ts'
import { isHealthy, signIn } from './start/demo-client.ts'
import { freePort } from './start/free-port.ts'
import { sendOtherSamples, sendSample, untilSettled } from './start/sample-dictation.ts'
import { CannotStart, say } from './start/say.ts'
import { type Service, startService } from './start/service.ts'
import { readSettings, type Settings } from './start/settings.ts'
import { ensureSpeechEngine } from './start/speech-engine.ts'
import { welcome } from './start/welcome.ts'
import { ensureWorkstation } from './start/workstation.ts'

/** Everything that runs, so that it can be stopped in the opposite order. */
const running: { readonly name: string; readonly stop: () => Promise<void> }[] = []
const stopAsked = new AbortController()

async function main(settings: Settings): Promise<number> {
  say(`Plume keeps everything in ${settings.dataDir}.`)
  await mkdir(settings.dataDir, { recursive: true })
  const databaseUrl = settings.databaseUrl ?? (await startPostgres(settings))
  const accounts = await prepareDatabase(databaseUrl, settings)
  await ensureWorkstation()
  await ensureSpeechEngine(settings.maySystemPackages)
  stopAsked.signal.throwIfAborted()

  const port = await freePort(settings.firstPort)
  const origin = `http://127.0.0.1:${port}`
  const { api } = await startServices(settings, databaseUrl, port)
  await untilHealthy(origin, api)

  const [doctor, secretary] = [accountOf(accounts, 'doctor'), accountOf(accounts, 'secretary')]
  const client = await signIn(origin, secretary.login, secretary.password)
  say('Sending the sample dictation on its way.')
  const sent = await sendSample(client, doctor.login)
  const sample = await untilSettled(client, sent.id, stopAsked.signal)
  welcome({
    origin,
    accounts,
    dataDir: settings.dataDir,
    databaseUrl: settings.databaseUrl,
    sample,
  })
  if (settings.once) return sample.report === null ? 1 : 0
  await sendOtherSamples(client, doctor.login)
  await untilStopped(api)
  return 0
}

async function startPostgres({ dataDir }: Settings): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: say })
  running.push({ name: 'the database', stop: postgres.stop })
  return postgres.url
}

async function prepareDatabase(
  databaseUrl: string,
  { dataDir }: Settings,
): Promise<readonly DemoAccount[]> {
  await migrate(databaseUrl, { log: say })
  const database = openDatabase(databaseUrl)
  try {
    return await demoAccounts(database, dataDir)
  } finally {
    await database.close()
  }
}

async function startServices(
  { dataDir, environment: given }: Settings,
  databaseUrl: string,
  port: number,
): Promise<{ readonly api: Service }> {
  const environment = {
    ...given,
    DATABASE_URL: databaseUrl,
    PLUME_DATA_DIR: dataDir,
    PLUME_PORT: String(port),
  }
  const api = await startService('api', { environment, dataDir, restart: false })
  running.push({ name: 'the API', stop: api.stop })
  const worker = await startService('worker', { environment, dataDir, restart: true })
  running.push({ name: 'the worker', stop: worker.stop })
  return { api }
}

async function untilHealthy(origin: string, api: Service): Promise<void> {
  const gone = api.ended.then((howAndWhy) => {
    throw new CannotStart(howAndWhy)
  })
  const healthy = (async () => {
    while (!(await isHealthy(origin))) {
      stopAsked.signal.throwIfAborted()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  await Promise.race([healthy, gone])
}

/** In the foreground until Ctrl-C, or until the API is gone. */
async function untilStopped(api: Service): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    if (stopAsked.signal.aborted) resolve()
    stopAsked.signal.addEventListener('abort', () => resolve())
  })
  const howAndWhy = await Promise.race([asked, api.ended])
  if (typeof howAndWhy === 'string') throw new CannotStart(howAndWhy)
}

function accountOf(accounts: readonly DemoAccount[], role: DemoAccount['role']): DemoAccount {
  const account = accounts.find((each) => each.role === role)
  if (!account) throw new CannotStart(`There is no demonstration account for a ${role}.`)
  return account
}

async function stopAll(): Promise<void> {
  for (const { name, stop } of running.splice(0).reverse()) {
    await stop().catch(() => say(`${name} did not stop cleanly`))
  }
}

function explain(error: unknown): string {
  if (error instanceof CannotStart) return error.message
  if (error instanceof Failure) return `${error.code}: ${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

let askedAt = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopAsked.signal.aborted) {
      askedAt = performance.now()
      say('\nStopping.')
      stopAsked.abort()
      // One Ctrl-C can arrive twice: from the terminal, and from tsx, which hands it on.
    } else if (performance.now() - askedAt > 1000) process.exit(1)
  })
}

let exitCode: number
try {
  exitCode = await main(readSettings(process.env, process.argv.slice(2)))
} catch (error) {
  exitCode = stopAsked.signal.aborted ? 0 : 1
  if (!stopAsked.signal.aborted) say(explain(error))
}
await stopAll()
process.exit(exitCode)
