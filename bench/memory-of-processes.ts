import { readdir, readFile } from 'node:fs/promises'

/**
 * Memory of a process and all its descendants, in bytes: their proportional shares (PSS, `man 5 proc_pid_smaps_rollup`),
 * so that what several of them map alike counts once. Linux only.
 */
export async function memoryOfTree(pid: number): Promise<number> {
  const parents = await parentsOfAll()
  const tree = new Set([pid])
  for (let before = 0; before < tree.size; ) {
    before = tree.size
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child)
  }
  const shares = await Promise.all([...tree].map(pssOf))
  return shares.reduce((sum, share) => sum + share, 0)
}

/** Looks again and again until the work is done; the most that was seen. */
export async function peakOf(pid: number, work: Promise<unknown>): Promise<number> {
  let peak = 0
  let done = false
  const ended = work.finally(() => {
    done = true
  })
  while (!done) {
    peak = Math.max(peak, await memoryOfTree(pid))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await ended
  return peak
}

async function parentsOfAll(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const pairs = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      // The second field is the program's name in brackets, which may hold anything.
      const parent = Number(/\) \S (\d+)/.exec(stat)?.[1] ?? 0)
      return [pid, parent] as const
    }),
  )
  return new Map(pairs)
}

async function pssOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss: +(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024
}
