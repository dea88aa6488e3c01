import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { platform } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '@plume/records'

/** Unpacking, creating and recovering a database takes seconds; minutes mean that something hangs. */
const patienceMs = 180_000

/**
 * Runs `work` while no other process of this machine does so for the same folder. The lock is a name
 * in Linux's abstract socket namespace (unix(7)), which the kernel frees with its process, however
 * that ends; there is no file that could be left behind. Elsewhere than on Linux there is no lock.
 */
export async function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  if (platform() !== 'linux') return work()
  const name = `\0plume-start-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  const started = Date.now()
  let lock = await take(name)
  while (lock === null) {
    if (Date.now() - started > patienceMs) {
      throw new Failure('database-unreachable', 'another process keeps starting the database', {
        retryable: true,
      })
    }
    await pause(50)
    lock = await take(name)
  }
  try {
    return await work()
  } finally {
    lock.close()
  }
}

async function take(name: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy())
  server.unref()
  server.listen(name)
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null
    throw error
  }
}
