import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type HouseProcess = {
  readonly child: ChildProcess
  /** Everything it wrote so far, standard output and error together. */
  readonly output: () => string
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>
  /** SIGTERM, and wait until it is gone. */
  stop(): Promise<void>
}

export type House = {
  readonly origin: string
  readonly dataDir: string
  readonly environment: Readonly<Record<string, string>>
  startWorker(script?: string, extra?: Readonly<Record<string, string>>): HouseProcess
  /** Standard output and error of every process there has been. */
  allOutput(): string
  close(): Promise<void>
}

/** The real API in its own process, on its own database and folder; workers are started by the test. */
export async function startHouse(options: {
  readonly databaseUrl: string
  readonly redisUrl?: string
  readonly extra?: Readonly<Record<string, string>>
}): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plume-house-'))
  const port = await freePort()
  const environment = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: options.databaseUrl,
    ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
    PLUME_DATA_DIR: dataDir,
    ...options.extra,
  }
  const processes: HouseProcess[] = []
  const run = (script: string, extra: Readonly<Record<string, string>> = {}) => {
    const started = startProcess(script, { ...environment, ...extra })
    processes.push(started)
    return started
  }

  const api = run('services/api/src/main.ts', { PLUME_PORT: String(port) })
  const origin = `http://127.0.0.1:${port}`
  await untilHealthy(origin, api)
  return {
    origin,
    dataDir,
    environment,
    startWorker: (script = 'services/worker/src/main.ts', extra = {}) => run(script, extra),
    allOutput: () => processes.map((each) => each.output()).join('\n'),
    close: async () => {
      for (const each of processes.reverse()) await each.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function startProcess(
  script: string,
  environment: Readonly<Record<string, string>>,
): HouseProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    child,
    output: () => output,
    kill: () => end('SIGKILL'),
    stop: async () => {
      const force = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await end('SIGTERM')
      clearTimeout(force)
    },
  }
}

async function untilHealthy(origin: string, api: HouseProcess): Promise<void> {
  for (;;) {
    if (api.child.exitCode !== null) throw new Error(`the API stopped:\n${api.output()}`)
    const answer = await fetch(`${origin}/api/health`).catch(() => null)
    if (answer?.ok) return
    await pause(50)
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Asks again and again until there is an answer that is not null. The test's own time limit ends it. */
export async function until<Answer>(ask: () => Promise<Answer | null>): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    await pause(100)
  }
}
