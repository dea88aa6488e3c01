import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Failure } from '@plume/records'

/**
 * Runs a program that an administrator asked for: npm, tar, cmake. Throws `engine-unavailable` where it is missing or
 * fails, with the last line of its complaints, or what `explain` makes of all of them.
 */
export async function runTool(
  command: string,
  args: readonly string[],
  run: {
    readonly cwd: string
    readonly environment: NodeJS.ProcessEnv
    readonly signal?: AbortSignal | undefined
    readonly onLine?: (line: string) => void
    readonly explain?: (complaints: readonly string[]) => string | null
  },
): Promise<void> {
  run.signal?.throwIfAborted()
  const child = spawn(command, args, {
    cwd: run.cwd,
    env: run.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(run.signal ? { signal: run.signal } : {}),
  })
  const complaints: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => run.onLine?.(line))
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.trim() !== '') complaints.push(line.trim())
  })
  try {
    const [status]: unknown[] = await once(child, 'close')
    if (status === 0) return
  } catch (error) {
    run.signal?.throwIfAborted()
    throw toolMissing(`${command} is needed and is not here`, error)
  }
  run.signal?.throwIfAborted()
  const why = run.explain?.(complaints) ?? complaints.at(-1)?.slice(0, 300) ?? ''
  throw toolMissing(`${command} failed: ${why}`)
}

/** What has to be there before an engine can be built or added. */
export function toolMissing(message: string, cause?: unknown): Failure {
  return new Failure('engine-unavailable', message, { retryable: false, cause })
}
