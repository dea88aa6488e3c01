import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Failure } from '@plume/records'
import { lowerPriority, signalGroup } from './process-group.ts'

/** Time to end decently before it is killed, in milliseconds. */
const graceMs = 500

/**
 * Runs an engine as a child and hands over its lines as they come. Resolves when it has ended well.
 *
 * Throws the signal's reason when aborted, `engine-timeout` when it takes too long, and
 * `engine-crashed` when it ends badly; the child, and what it started itself, is gone in each case.
 * It gets a list of arguments, never a shell, and none of our environment.
 */
export async function runChild(run: {
  readonly command: string
  readonly arguments: readonly string[]
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  readonly onLine?: (line: string) => void
  /** Lines of its standard error: for programs that tell their progress there. */
  readonly onErrorLine?: (line: string) => void
}): Promise<void> {
  run.signal?.throwIfAborted()
  const child = spawn(run.command, run.arguments, {
    env: {},
    stdio: ['ignore', run.onLine ? 'pipe' : 'ignore', run.onErrorLine ? 'pipe' : 'ignore'],
    // A group of its own: an engine behind a wrapper script must end with the script.
    detached: true,
  })
  lowerPriority(child)

  let timedOut = false
  let killer: NodeJS.Timeout | undefined
  const end = () => {
    signalGroup(child, 'SIGTERM')
    killer ??= setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs)
  }
  const clock = setTimeout(() => {
    timedOut = true
    end()
  }, run.timeoutMs)
  run.signal?.addEventListener('abort', end, { once: true })

  const readers = [readLines(child.stdout, run.onLine), readLines(child.stderr, run.onErrorLine)]
  try {
    const [code, killedBy]: unknown[] = await once(child, 'close')
    run.signal?.throwIfAborted()
    if (timedOut) {
      throw new Failure('engine-timeout', `the engine took longer than ${run.timeoutMs} ms`, {
        retryable: true,
      })
    }
    if (code !== 0) {
      const how = killedBy === null ? `with code ${code}` : `by ${killedBy}`
      throw new Failure('engine-crashed', `the engine ended ${how}`, { retryable: true })
    }
  } catch (error) {
    if (error instanceof Failure || run.signal?.aborted) throw error
    throw new Failure('engine-crashed', 'the engine could not be run', {
      retryable: true,
      cause: error,
    })
  } finally {
    clearTimeout(clock)
    clearTimeout(killer)
    run.signal?.removeEventListener('abort', end)
    for (const lines of readers) lines?.close()
  }
}

function readLines(stream: Readable | null, onLine: ((line: string) => void) | undefined) {
  if (!stream || !onLine) return null
  return createInterface({ input: stream }).on('line', onLine)
}
