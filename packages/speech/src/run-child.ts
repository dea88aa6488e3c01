import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Failure } from '@plume/records'
import { signalGroup } from './process-group.ts'
import { notRunCodes, spawnBound } from './spawn-bound.ts'

/** Time to end decently before it is killed, in milliseconds. */
const graceMs = 500

/**
 * Runs an engine as a child and hands over its lines as they come. Resolves when it has ended well.
 *
 * Throws the signal's reason when aborted, `engine-timeout` when it takes too long, and
 * `engine-crashed` when it ends badly; the child, and what it started itself, is gone in each case, and when this
 * process is killed. No argument is read by a shell.
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
  const child = spawnBound(run.command, run.arguments, {
    stdout: run.onLine ? 'pipe' : 'ignore',
    stderr: run.onErrorLine ? 'pipe' : 'ignore',
  })

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
    if (notRunCodes.includes(code)) throw new Error('no such program, or none for this machine')
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
