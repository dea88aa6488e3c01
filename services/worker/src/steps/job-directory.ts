import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Older than any recording takes: whoever made it is gone, on this machine or another. */
const abandonedAfterMs = 24 * 60 * 60 * 1000

const ownPrefix = `job-${hostname()}-`

/** A private directory for one job's decrypted audio. Its maker removes it. */
export async function openJobDirectory(
  tempDir: string,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  await mkdir(tempDir, { recursive: true, mode: 0o700 })
  const path = await mkdtemp(join(tempDir, `${ownPrefix}${process.pid}-`))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Removes what killed workers left behind. Returns how many directories that was. */
export async function sweepJobDirectories(tempDir: string, now: () => Date): Promise<number> {
  await mkdir(tempDir, { recursive: true, mode: 0o700 })
  const names = (await readdir(tempDir)).filter((name) => name.startsWith('job-'))
  const abandoned = await Promise.all(names.map((name) => isAbandoned(tempDir, name, now)))
  const stale = names.filter((_, index) => abandoned[index])
  await Promise.all(stale.map((name) => rm(join(tempDir, name), { recursive: true, force: true })))
  return stale.length
}

async function isAbandoned(tempDir: string, name: string, now: () => Date): Promise<boolean> {
  if (name.startsWith(ownPrefix)) {
    const maker = Number.parseInt(name.slice(ownPrefix.length), 10)
    // A container's worker often has the same process id each time: before work starts, that is a
    // predecessor's directory.
    if (maker === process.pid || !isAlive(maker)) return true
  }
  const facts = await stat(join(tempDir, name)).catch(() => null)
  return facts !== null && now().getTime() - facts.mtimeMs > abandonedAfterMs
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
