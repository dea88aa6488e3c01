import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, migrate, openDatabase, startEmbeddedPostgres } from '@plume/storage'
import { Client } from '../tests/support/client.ts'
import { type House, startHouse } from '../tests/support/house.ts'
import { makePeople, password } from '../tests/support/people.ts'

export type Bench = {
  readonly database: Database
  readonly house: House
  readonly secretary: Client
  close(): Promise<void>
}

/**
 * A whole Plume for one measurement: own Postgres, own API process, signed in. Nothing of it is left when it is closed, or
 * when the run is interrupted.
 */
export async function openBench(extra: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  await chmod(dataDir, 0o711)
  const opened: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })]
  const closeInTurn = async () => {
    for (let next = opened.pop(); next; next = opened.pop()) await next()
  }
  let closing: Promise<void> | undefined
  const closeAll = () => {
    closing ??= closeInTurn()
    return closing
  }
  const interrupted = () => {
    // Whatever the bench was waiting for breaks now.
    process.on('uncaughtException', () => {})
    void closeAll().finally(() => process.exit(1))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupted)
  try {
    const postgres = await startEmbeddedPostgres({ dataDir })
    opened.push(() => postgres.stop())
    await migrate(postgres.url)
    const database = openDatabase(postgres.url)
    opened.push(() => database.close())
    await makePeople(database)
    const house = await startHouse({ databaseUrl: postgres.url, extra })
    opened.push(() => house.close())
    const secretary = new Client(house.origin)
    await secretary.signIn('secretary', password)
    return { database, house, secretary, close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

/** The value below which `share` of the sorted measurements lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
