import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { buildApp } from '../../services/api/src/app.ts'
import { buildNeeds } from '../../services/api/src/build-needs.ts'
import { loadConfig } from '../../services/api/src/config.ts'
import type { Needs } from '../../services/api/src/needs.ts'
import { Client } from './client.ts'
import { makePeople, password } from './people.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export type RunningApi = {
  readonly app: Awaited<ReturnType<typeof buildApp>>
  readonly origin: string
  readonly database: TestDatabase['database']
  readonly needs: Needs
  /** The data folder. */
  readonly folder: string
  /** One session for each person: signing in again and again would look like guessing. */
  as(login: string): Promise<Client>
  signInAs(login: string): Promise<Client>
  /** Names of the files in the blob store. */
  storedFiles(): Promise<readonly string[]>
  dictationsStored(): Promise<number>
  /** Everything logged so far. */
  logged(): string
  close(): Promise<void>
}

/** The real API in this process, on a database and a folder of its own, with a person of each role. */
export async function startApi(
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningApi> {
  const house = await createTestDatabase()
  await makePeople(house.database)
  const folder = await mkdtemp(join(tmpdir(), 'plume-api-'))
  const config = loadConfig({ PLUME_DATA_DIR: folder, ...environment })
  const { needs, close } = await buildNeeds(config, house.database)
  let log = ''
  const lines = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk)
      done()
    },
  })
  const app = await buildApp(needs, { logger: pino({ level: 'trace' }, lines) })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })

  const signedIn = new Map<string, Promise<Client>>()
  async function signInAs(login: string): Promise<Client> {
    const client = new Client(origin)
    await client.signIn(login, password)
    return client
  }
  function as(login: string): Promise<Client> {
    const client = signedIn.get(login) ?? signInAs(login)
    signedIn.set(login, client)
    return client
  }
  return {
    app,
    origin,
    database: house.database,
    needs,
    folder,
    as,
    signInAs,
    async storedFiles() {
      const entries = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    },
    dictationsStored: async () => (await (await as('secretary')).worklist()).total,
    logged: () => log,
    async close() {
      await close()
      await app.close()
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
