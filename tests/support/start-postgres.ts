import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, startEmbeddedPostgres } from '@plume/storage'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's own database, from which test databases are made. */
    readonly adminUrl: string
  }
}

/** One real Postgres for the whole run, with a migrated template that each test file copies. */
// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default async function startPostgres(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'plume-test-'))
  // For root the server runs as a user of its own, which must be able to enter.
  await chmod(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query('create database plume_template')
  await migrate(withDatabase(server.url, 'plume_template'))
  await admin.end()
  project.provide('adminUrl', server.url)
  return async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function withDatabase(url: string, name: string): string {
  const next = new URL(url)
  next.pathname = `/${name}`
  return next.href
}
