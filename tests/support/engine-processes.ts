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
      const [status, command] = [await readProc(`${pid}/status`), await readProc(`${pid}/cmdline`)]
      const parent = Number(/^PPid:\t(\d+)$/m.exec(status)?.[1])
      return /^State:\t[^ZX]/m.test(status) ? [{ pid: Number(pid), parent, command }] : []
    }),
  )
  return all.flat()
}

/** Empty where there is no such process any more. */
function readProc(file: string): Promise<string> {
  return readFile(`/proc/${file}`, 'utf8').catch(() => '')
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

/** Ends whatever a test left, so that the next begins with nothing. */
export async function endEngines(folder: string): Promise<void> {
  for (const pid of await enginesNow(folder)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Waits until this process has an engine, and gives its number; null where `over` is told before. */
export async function firstEngine(over: AbortSignal): Promise<number | null> {
  while (!over.aborted) {
    for (const pid of await ownChildren()) {
      if (isEngine(await readProc(`${pid}/cmdline`))) return pid
    }
    await pause(5)
  }
  return null
}

/** Much sooner known than all processes: on a busy machine a small engine may have ended before those are read. */
async function ownChildren(): Promise<readonly number[]> {
  const threads = await readdir('/proc/self/task')
  const lists = await Promise.all(threads.map((id) => readProc(`self/task/${id}/children`)))
  return lists.join(' ').split(' ').filter(Boolean).map(Number)
}

/** How long this machine, as busy as it is, takes to start the least of programs and to see its end, in milliseconds. */
export async function startingTakesMs(): Promise<number> {
  const before = performance.now()
  await once(spawn('/bin/sh', ['-c', ':'], { stdio: 'ignore' }), 'close')
  return performance.now() - before
}
