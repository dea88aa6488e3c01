import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, constants, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort, pause } from './house.ts'

/** Debian's redis-server, or null. */
export async function findRedisServer(): Promise<string | null> {
  for (const path of ['/usr/bin/redis-server', '/usr/local/bin/redis-server']) {
    const there = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return null
}

export type RunningRedis = {
  readonly url: string
  /** kill -9; nothing it held is kept. */
  killAndForget(): Promise<void>
  startAgain(): Promise<void>
  stop(): Promise<void>
}

/** A Redis of the test's own on a free port. */
export async function startRedis(program: string): Promise<RunningRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'plume-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess
  const startAgain = async () => {
    const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '']
    child = spawn(program, [...options, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' })
    await untilAnswers(url)
  }
  const kill = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await startAgain()
  return {
    url,
    killAndForget: kill,
    startAgain,
    stop: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilAnswers(url: string): Promise<void> {
  for (;;) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => {})
    const pong = await client
      .connect()
      .then(() => client.ping())
      .catch(() => null)
    client.disconnect()
    if (pong === 'PONG') return
    await pause(50)
  }
}
