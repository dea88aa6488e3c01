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

/** A whole Plume for one measurement: own Postgres, own API process, signed in. */
export async function openBench(extra: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  await chmod(dataDir, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir })
  await migrate(postgres.url)
  const database = openDatabase(postgres.url)
  await makePeople(database)
  const house = await startHouse({ databaseUrl: postgres.url, extra })
  const secretary = new Client(house.origin)
  await secretary.signIn('secretary', password)
  return {
    database,
    house,
    secretary,
    close: async () => {
      await house.close()
      await database.close()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The value below which `share` of the sorted measurements lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
