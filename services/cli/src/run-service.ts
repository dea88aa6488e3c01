import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { repository } from './config.ts'

/** The service ended with this exit code; the command ends with the same. */
export class ServiceEnded extends Error {
  readonly exitCode: number

  constructor(exitCode: number) {
    super(`exit code ${exitCode}`)
    this.exitCode = exitCode
  }
}

/**
 * Runs a service's `main.ts` in a process of its own and hands every signal on. The child gets its
 * own process group: Ctrl-C in a terminal would reach it twice, and a second signal forces a stop.
 */
export async function runService(
  service: 'api' | 'worker',
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(repository, 'services', service, 'src/main.ts')],
    { env: environment, stdio: 'inherit', detached: true },
  )
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const forward = signals.map((signal) => {
    const listener = () => void child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  try {
    const [code, signal] = await once(child, 'exit')
    if (code !== 0) throw new ServiceEnded(typeof code === 'number' ? code : 1)
    if (signal) throw new ServiceEnded(1)
  } finally {
    for (const stop of forward) stop()
  }
}
