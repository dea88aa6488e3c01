import type { Command } from '../command.ts'
import { storage, withDatabaseUrl } from '../join-database.ts'

export const migrate: Command = {
  positionals: [],
  options: {},
  details: [
    'Works on DATABASE_URL, or on the embedded Postgres in PLUME_DATA_DIR. Running it again, or',
    'twice at the same time, does no harm.',
  ],
  run: async (_given, { config, stderr, stdout }) => {
    const say = (line: string) => void stderr.write(`${line}\n`)
    await withDatabaseUrl(config, say, async (url) => {
      const { migrate: migrateDatabase } = await storage()
      await migrateDatabase(url, { log: say })
    })
    stdout.write('the database is up to date\n')
  },
}
