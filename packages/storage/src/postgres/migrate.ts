import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Failure } from '@plume/records'
import { runMigrations } from 'bullmq'
import pg from 'pg'
import { unreachable } from './database.ts'

const folder = new URL('../../migrations/', import.meta.url)
/** Held while migrating, so that services started together take turns. Spells "PLUM". */
const lockKey = 0x50_4c_55_4d

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/**
 * Brings a database to the current schema: every file of `migrations/`, in order, each in a
 * transaction, then the queue's own tables. Safe to run from several processes, and again.
 * Throws `database-unreachable`, or `invalid-configuration` when an applied file has changed since.
 */
export async function migrate(
  url: string,
  options: { readonly log?: (line: string) => void } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect().catch((cause: unknown) => {
    throw unreachable(url, cause)
  })
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(`create table if not exists migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const applied = await readApplied(client)
    for (const migration of await readMigrations()) {
      const before = applied.get(migration.name)
      if (before === undefined) {
        await apply(client, migration)
        options.log?.(`applied migration ${migration.name}`)
      } else if (before !== migration.checksum) {
        throw new Failure(
          'invalid-configuration',
          `migration ${migration.name} was applied with other content than this version holds`,
          { retryable: false },
        )
      }
    }
    await runMigrations(client)
  } finally {
    await client.end().catch(() => {})
  }
}

async function readApplied(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations',
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
