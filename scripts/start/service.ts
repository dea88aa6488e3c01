import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from './say.ts'
import { repository } from './settings.ts'

/** Longer each time it dies young, so that a worker that cannot start does not fill the screen. */
const restartAfterMs = { least: 2000, most: 60_000, young: 30_000 } as const
const forceAfterMs = 30_000
/** Enough to see why a service ended. */
const lastCharacters = 4000

export type Service = {
  /** Resolves with how it ended and what it said last, when a service that is not restarted ends by itself. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Runs a service in a process of its own and keeps its log in the data directory. */
export async function startService(
  name: 'api' | 'worker',
  options: {
    readonly environment: NodeJS.ProcessEnv
    readonly dataDir: string
    /** True: a service that dies is started again. */
    readonly restart: boolean
  },
): Promise<Service> {
  const logFile = join(options.dataDir, 'logs', `${name}.log`)
  await mkdir(join(options.dataDir, 'logs'), { recursive: true, mode: 0o700 })
  await rename(logFile, `${logFile}.1`).catch(() => undefined)
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 })

  let stopping = false
  let pauseMs: number = restartAfterMs.least
  let child: ChildProcess
  let restarting: NodeJS.Timeout | undefined
  let reportEnd: (lastWords: string) => void = () => undefined
  const ended = new Promise<string>((resolve) => {
    reportEnd = resolve
  })

  const start = () => {
    let lastWords = ''
    const startedAt = performance.now()
    child = spawnService(name, options.environment)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log.write(text)
        lastWords = (lastWords + text).slice(-lastCharacters)
      })
    }
    child.once('close', (code, signal) => {
      if (stopping) return
      const how = signal ?? `exit code ${code}`
      if (!options.restart) return reportEnd(`The ${name} ended (${how}):\n${lastWords}`)
      const diedYoung = performance.now() - startedAt < restartAfterMs.young
      pauseMs = diedYoung ? Math.min(pauseMs * 2, restartAfterMs.most) : restartAfterMs.least
      say(`The ${name} ended (${how}); starting it again. Log: ${logFile}`)
      restarting = setTimeout(start, pauseMs)
    })
  }
  start()

  return {
    ended,
    stop: async () => {
      stopping = true
      clearTimeout(restarting)
      await endProcess(child)
      log.end()
    },
  }
}

function spawnService(name: 'api' | 'worker', environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--import',
      import.meta.resolve('tsx'),
      '--import',
      new URL('end-with-parent.mjs', import.meta.url).href,
      join(repository, 'services', name, 'src/main.ts'),
    ],
    // Its own process group: Ctrl-C reaches this script only, which then stops all in order.
    { env: environment, stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  )
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), forceAfterMs)
  await gone
  clearTimeout(force)
}
