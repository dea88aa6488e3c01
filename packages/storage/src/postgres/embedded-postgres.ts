import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '@plume/records'
import pg from 'pg'
import { installBinaries } from './embedded-binaries.ts'
import { alone } from './start-lock.ts'
import { type SystemUser, systemUser } from './system-user.ts'

export type EmbeddedPostgres = {
  readonly url: string
  /** False when a server that somebody else started was joined: stopping leaves it running. */
  readonly owner: boolean
  stop(): Promise<void>
}

/** A unix socket's path must fit in 108 bytes with its file name (`sockaddr_un`). */
const longestSocketFolder = 80

/** How soon a server that was killed is missed, in milliseconds. */
const watchMs = 500

/**
 * A real Postgres on a private socket, from binaries that came with the packages. Joins the server
 * that already runs on this folder, if there is one. The process that owns the server starts it again
 * when it is gone without having been stopped.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string
  readonly log?: (line: string) => void
}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {})
  const root = join(options.dataDir, 'postgres')
  const user = systemUser()
  await mkdir(root, { recursive: true, mode: 0o755 })
  const place = { root, data: join(root, 'data'), socket: socketFolder(root), user }
  const url = `postgresql://plume@localhost/postgres?host=${encodeURIComponent(place.socket)}`

  // API and worker are often started together: one makes the database, the others join it.
  return alone(root, async () => {
    await prepareFolders(place)
    if (user) await letIn(options.dataDir)
    if (await answers(url)) return joinRunning(place, url, log)
    const binaries = await installBinaries(root, log)
    if (!existsSync(join(place.data, 'PG_VERSION'))) {
      log('creating the database')
      await initialise(binaries, place)
    }
    const server = spawnServer(binaries, place)
    await untilReady(url, server)
    return own(place, url, server.child.pid ?? 0, log)
  })
}

/**
 * A server that runs already belongs to the process that started it. If that one was killed, it would
 * run for ever: then it is ours to stop.
 */
async function joinRunning(
  place: Place,
  url: string,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  log('joined the embedded Postgres that is running already')
  const owner = Number(await readFile(ownerFile(place), 'utf8').catch(() => '0'))
  if (isAlive(owner)) return { url, owner: false, stop: async () => {} }
  const [pid = '0'] = (await readFile(join(place.data, 'postmaster.pid'), 'utf8')).split('\n')
  return own(place, url, Number(pid), log)
}

async function own(
  place: Place,
  url: string,
  serverPid: number,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  await writeFile(ownerFile(place), String(process.pid))
  return { url, owner: true, stop: keepRunning(place, url, serverPid, log) }
}

/** Watches over the server; what it returns ends the watch and the server. */
function keepRunning(
  place: Place,
  url: string,
  firstPid: number,
  log: (line: string) => void,
): () => Promise<void> {
  let pid = firstPid
  let restarting: Promise<void> | null = null

  async function restart(): Promise<void> {
    log('the embedded Postgres is gone: starting it again')
    try {
      const server = spawnServer(await installBinaries(place.root, log), place)
      pid = server.child.pid ?? 0
      await untilReady(url, server)
    } catch (error) {
      // What is left of the killed one may hold its memory for a moment: the next look tries again.
      log(error instanceof Failure ? error.message : 'the embedded Postgres did not start')
    }
  }
  const watch = setInterval(() => {
    if (restarting !== null || isAlive(pid)) return
    restarting = alone(place.root, restart).finally(() => {
      restarting = null
    })
  }, watchMs)
  watch.unref()

  return async () => {
    clearInterval(watch)
    await restarting
    await stop(pid)
  }
}

function ownerFile({ root }: Place): string {
  return join(root, 'owner.pid')
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The server's user must be able to pass through, not to look around. */
async function letIn(dataDir: string): Promise<void> {
  const { mode } = await stat(dataDir)
  await chmod(dataDir, (mode & 0o777) | 0o011)
}

type Place = {
  readonly root: string
  readonly data: string
  readonly socket: string
  readonly user: SystemUser | null
}

function socketFolder(root: string): string {
  const beside = join(root, 'run')
  if (beside.length <= longestSocketFolder) return beside
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12)
  return join(tmpdir(), `plume-${name}`)
}

/** Nobody but the server's own user, and root, may reach the socket: it asks for no password. */
async function prepareFolders({ data, socket, user }: Place): Promise<void> {
  for (const folder of [data, socket]) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
    if (user) await chown(folder, user.uid, user.gid)
  }
}

function childOptions(user: SystemUser | null) {
  return {
    ...(user ?? {}),
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  }
}

async function initialise(binaries: string, { data, user }: Place): Promise<void> {
  const initdb = spawn(
    join(binaries, 'bin/initdb'),
    ['-D', data, '-U', 'plume', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...childOptions(user), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const complaint = collect(initdb)
  const [code] = await once(initdb, 'exit').catch((cause: unknown) => {
    throw new Failure(
      'database-unreachable',
      `the embedded Postgres cannot be run from ${binaries}; its user must be able to enter that folder`,
      { retryable: false, cause },
    )
  })
  if (code === 0) return
  // A half-made cluster would be taken for a whole one at the next start.
  await rm(data, { recursive: true, force: true })
  throw new Failure('database-unreachable', `initdb failed: ${complaint()}`, { retryable: false })
}

type Server = { readonly child: ChildProcess; readonly complaint: () => string }

function spawnServer(binaries: string, { data, socket, user }: Place): Server {
  const child = spawn(
    join(binaries, 'bin/postgres'),
    ['-D', data, '-k', socket, '-c', 'listen_addresses=', '-c', 'max_connections=200'],
    // A group of its own: Ctrl-C in the terminal reaches Plume, which then stops it in order.
    { ...childOptions(user), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  // A program that cannot be run emits an error instead of an exit; `untilReady` sees no process.
  child.on('error', () => {})
  return { child, complaint: collect(child) }
}

/** The last of what a child says on its error stream. */
function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    text = (text + more).slice(-2000)
  })
  return () => text.trim()
}

async function untilReady(url: string, { child, complaint }: Server): Promise<void> {
  // Crash recovery after a kill may take a while; a server that gives up exits.
  for (;;) {
    if (await answers(url)) return
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      throw new Failure('database-unreachable', `embedded Postgres stopped: ${complaint()}`, {
        retryable: false,
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Waits for clients to leave; after three seconds ends them, after ten the server itself. */
async function stop(pid: number): Promise<void> {
  const signals = [
    { at: 0, signal: 'SIGTERM' },
    { at: 3000, signal: 'SIGINT' },
    { at: 10_000, signal: 'SIGQUIT' },
  ] as const
  const started = Date.now()
  let sent = 0
  while (isAlive(pid)) {
    const next = signals[sent]
    if (next && Date.now() - started >= next.at) {
      process.kill(pid, next.signal)
      sent += 1
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
