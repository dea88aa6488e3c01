import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type CgroupPlace = {
  /** Where the kernel shows the groups (cgroup v2, `man 7 cgroups`). */
  readonly root: string
  /** Which group this process is in. */
  readonly membership: string
}

export type CgroupLimits = {
  /** Processors' worth of time, such as 1.5; null where nothing limits it. */
  readonly cpus: number | null
  readonly memoryBytes: number | null
}

const ofThisProcess: CgroupPlace = { root: '/sys/fs/cgroup', membership: '/proc/self/cgroup' }

/**
 * What a container or a systemd slice leaves to this process: the least of its own group's limits and those of
 * the groups around it. Node 20 does not know of them: its `availableParallelism` counts the machine's processors
 * (libuv looks at cgroups since 1.49, which came with Node 22.12). Only cgroup v2, as all systems of today have it.
 */
export async function cgroupLimits(place: CgroupPlace = ofThisProcess): Promise<CgroupLimits> {
  const groups = await groupsAround(place)
  const cpus = await Promise.all(
    groups.map(async (group) => parseCpuMax(await read(join(group, 'cpu.max')))),
  )
  const memory = await Promise.all(
    groups.map(async (group) => parseBytes(await read(join(group, 'memory.max')))),
  )
  return { cpus: leastOf(cpus), memoryBytes: leastOf(memory) }
}

/** `max 100000`, or quota and period in microseconds. */
export function parseCpuMax(text: string): number | null {
  const [, quota, period] = /^(\d+) (\d+)/.exec(text) ?? []
  const cpus = Number(quota) / Number(period)
  return Number.isFinite(cpus) && cpus > 0 ? cpus : null
}

function parseBytes(text: string): number | null {
  const bytes = /^\d+/.test(text) ? Number.parseInt(text, 10) : 0
  return bytes > 0 ? bytes : null
}

/** From the process's own group up to the root, which in a container is the container's. */
async function groupsAround({ root, membership }: CgroupPlace): Promise<readonly string[]> {
  const own = /^0::(\/.*)$/m.exec(await read(membership))?.[1] ?? '/'
  const groups = [root]
  for (let path = own; path !== '/'; path = dirname(path)) groups.push(join(root, path))
  return groups
}

function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}

function leastOf(limits: readonly (number | null)[]): number | null {
  const there = limits.filter((limit) => limit !== null)
  return there.length === 0 ? null : Math.min(...there)
}
