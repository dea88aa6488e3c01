import { readFile } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { type CgroupPlace, cgroupLimits } from './cgroup-limits.ts'

/** Processors that this process may keep busy: the machine's, or its container's share where that is less. */
export async function coresOfThisMachine(
  place?: CgroupPlace,
  ofTheMachine = availableParallelism(),
): Promise<number> {
  const { cpus } = await cgroupLimits(place)
  return Math.max(1, Math.min(ofTheMachine, Math.floor(cpus ?? ofTheMachine)))
}

/** Memory this process may use, in bytes: the machine's, or its container's where that is less. */
export async function memoryOfThisMachine(place?: CgroupPlace): Promise<number> {
  const { memoryBytes } = await cgroupLimits(place)
  return Math.min(memoryBytes ?? Number.POSITIVE_INFINITY, totalmem())
}

/**
 * Memory that other programs leave, in bytes, as Linux estimates it (`MemAvailable`, `man 5 proc_meminfo`); null
 * where the system does not say: macOS counts what could be freed as used.
 */
export async function memoryLeftByOthers(file = '/proc/meminfo'): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const kibibytes = Number(/^MemAvailable: +(\d+) kB$/m.exec(text)?.[1])
  return kibibytes > 0 ? kibibytes * 1024 : null
}
