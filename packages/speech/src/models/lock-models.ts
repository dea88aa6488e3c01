import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { asRecord } from './check-json.ts'
import { refuse } from './model-refusal.ts'

/** One writer at a time in a models folder; readers need no lock, since models appear by renaming. */
export async function withModelsLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, '.lock')
  const mine = JSON.stringify({ host: hostname(), pid: process.pid })
  if (!(await take(path, mine))) {
    if (await isHeld(path)) {
      refuse('models-busy', `another plume works in ${folder} (if none does, remove ${path})`)
    }
    await rm(path, { force: true })
    if (!(await take(path, mine))) refuse('models-busy', `another plume works in ${folder}`)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** A lock whose process died is free. One of another machine, or another container, is not ours to judge. */
async function isHeld(path: string): Promise<boolean> {
  const content = await readFile(path, 'utf8').catch(() => '')
  const { host, pid } = asRecord(parse(content))
  if (typeof pid !== 'number') return false
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
