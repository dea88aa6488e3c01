import type { Database } from '@plume/storage'
import type { CliConfig } from './config.ts'

/** Loaded when it is needed: the drivers take longer to load than most commands take to run. */
export const storage = () => import('@plume/storage')

/**
 * Runs `work` on the configured database, or on the embedded one in the data directory: a server
 * that runs there already is joined and left running, one started for the command is stopped.
 */
export async function withDatabaseUrl<Result>(
  config: CliConfig,
  say: (line: string) => void,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  if (config.databaseUrl !== null) return work(config.databaseUrl)
  const { startEmbeddedPostgres } = await storage()
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say })
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

/** As above, migrated and open. */
export function withDatabase<Result>(
  config: CliConfig,
  say: (line: string) => void,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabaseUrl(config, say, async (url) => {
    const { migrate, openDatabase } = await storage()
    await migrate(url, { log: say })
    const database = openDatabase(url)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  })
}
