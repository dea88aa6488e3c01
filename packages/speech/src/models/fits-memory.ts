import { readFile } from 'node:fs/promises'
import { totalmem } from 'node:os'

/** What Plume's own processes, the database and the system need beside a model. */
const reservedBytes = 768 * 1024 ** 2

/** Memory this process may use, in bytes: the machine's, or its container's where that is less. */
export async function memoryOfThisMachine(
  limitFile = '/sys/fs/cgroup/memory.max',
): Promise<number> {
  // `max` where there is no limit; no such file outside of a container, and with cgroup v1.
  const limit = Number(await readFile(limitFile, 'utf8').catch(() => 'max'))
  return Number.isFinite(limit) && limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** Whether a model runs beside everything else in that much memory. */
export function fitsMemory(model: { readonly memoryBytes: number }, memoryBytes: number): boolean {
  return model.memoryBytes + reservedBytes <= memoryBytes
}
