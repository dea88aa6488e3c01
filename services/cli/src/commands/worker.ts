import type { Command } from '../command.ts'
import { runService } from '../run-service.ts'

export const worker: Command = {
  positionals: [],
  options: {},
  details: [
    'Joins the rest by DATABASE_URL, REDIS_URL and BLOB_DIR; without them, the embedded Postgres',
    'in PLUME_DATA_DIR. All options: docs/operations/configuration.md.',
  ],
  run: (_given, { environment }) => runService('worker', environment),
}
