import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, readPlainFile } from './plain-file.ts'
import { writeNote } from './write-note.ts'

/** One file's way, and what it was when that was planned: another may have its name by now. */
export type PlannedMove = {
  /** From the watched folder. */
  readonly source: string
  /** From the folder where it goes. */
  readonly target: string
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
}

/** Hidden, so that nobody takes it for a recording. It is there only while files move. */
export const planName = '.plume-moving.json'

const largestPlanBytes = 1024 * 1024

/** On the disk before anything moves: whoever is killed in the middle finds what to finish. */
export function writePlan(into: string, moves: readonly PlannedMove[]): Promise<void> {
  return writeNote(into, planName, JSON.stringify(moves))
}

/** Empty where nothing was broken off. */
export async function readPlan(into: string): Promise<readonly PlannedMove[]> {
  const bytes = await readPlainFile(into, planName, largestPlanBytes)
  if (!(bytes instanceof Uint8Array)) return []
  try {
    const plan: unknown = JSON.parse(bytes.toString('utf8'))
    return Array.isArray(plan) && plan.every(isMove) ? plan : []
  } catch {
    return []
  }
}

export const forgetPlan = (into: string) => rm(join(into, planName), { force: true })

/** What the file is now; null where it is gone, or has become another. */
export async function stillThere(root: string, move: PlannedMove) {
  const now = await statOf(join(root, move.source))
  const { size, mtimeMs, ino } = move
  return now?.isFile() && now.size === size && now.mtimeMs === mtimeMs && now.ino === ino
    ? now
    : null
}

export async function statOf(path: string) {
  return lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw error
  })
}

/** Somebody else can write where it lies: it may name nothing outside the two folders. */
function isMove(value: unknown): value is PlannedMove {
  if (typeof value !== 'object' || value === null) return false
  const { source, target, size, mtimeMs, ino } = value as Record<string, unknown>
  const paths = [source, target].every((path) => typeof path === 'string' && isBelow(path))
  return paths && [size, mtimeMs, ino].every((number) => typeof number === 'number')
}

function isBelow(path: string): boolean {
  return path.split('/').every((name) => !['', '.', '..'].includes(name) && !name.includes('\0'))
}
