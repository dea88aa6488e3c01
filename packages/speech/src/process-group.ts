import type { ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'

/** Tells a child that was started as a group of its own (`detached`), and all that it has started. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch {
    // All of it has ended already.
  }
}

/** Recognition takes all the time there is; the person typing beside it goes first. */
export function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // It has ended already.
  }
}
