import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

type Process = { readonly pid: number; readonly parent: number; readonly command: string }

/** From Linux's own list, without those that have ended and only wait to be collected (Z). */
async function allProcesses(): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const all = await Promise.all(
    pids.map(async (pid) => {
      const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
      const [status, command] = [await read('status'), await read('cmdline')]
      const parent = Number(/^PPid:\t(\d+)$/m.exec(status)?.[1])
      return /^State:\t[^ZX]/m.test(status) ? [{ pid: Number(pid), parent, command }] : []
    }),
  )
  return all.flat()
}

/**
 * Engines of this process that run: its children but those of the test runner, and whatever works on a file of a
 * test's folder, whoever its parent is by now.
 */
export async function enginesNow(folder: string): Promise<readonly number[]> {
  return (await allProcesses())
    .filter(({ pid }) => pid !== process.pid)
    .filter(
      ({ parent, command }) =>
        command.includes(folder) || (parent === process.pid && isEngine(command)),
    )
    .map(({ pid }) => pid)
}

function isEngine(command: string): boolean {
  return /pocketsphinx|whisper-cli|engine-child|\/engine-/.test(command)
}

/** Waits until this process has an engine, and gives its number; null where `over` is told before. */
export async function firstEngine(folder: string, over: AbortSignal): Promise<number | null> {
  while (!over.aborted) {
    const [pid] = await enginesNow(folder)
    if (pid !== undefined) return pid
    await pause(5)
  }
  return null
}

/** How long this machine, as busy as it is, takes to start the least of programs and to see its end, in milliseconds. */
export async function startingTakesMs(): Promise<number> {
  const before = performance.now()
  await once(spawn('/bin/sh', ['-c', ':'], { stdio: 'ignore' }), 'close')
  return performance.now() - before
}
