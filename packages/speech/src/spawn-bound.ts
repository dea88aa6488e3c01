import { type ChildProcess, type IOType, spawn } from 'node:child_process'
import { lowerPriority } from './process-group.ts'

/**
 * What a shell does before it becomes the program: it leaves a guard in the group, which waits on the lifeline
 * (3) until that is cut, and then ends the group. Nothing has to be sent for that: the kernel closes the lifeline
 * of whoever dies, by SIGKILL too. The guard holds nothing else of ours (4 is where an IPC channel would be), and
 * outlives a polite SIGTERM, which not every program obeys.
 */
const guarded =
  '(trap "" TERM; while read -r _ <&3; do :; done; kill -KILL 0) 4<&- >/dev/null 2>&1 & ' +
  'exec 3<&-; exec "$@"'

/** How a shell says that there is no such program, and that it cannot be run (POSIX, "Exit Status for Commands"). */
export const notRunCodes: readonly unknown[] = [126, 127]

/**
 * Starts a program that ends when this process does, however that ended, and takes with it whatever it has
 * started. It is a group of its own (`signalGroup`), gets a list of arguments, none of our environment and less
 * of the processor's time.
 */
export function spawnBound(
  command: string,
  args: readonly string[],
  stdio: {
    readonly stdout: 'pipe' | 'ignore'
    readonly stderr: 'pipe' | 'ignore'
    /** A Node program's channel, for messages. */
    readonly ipc?: true
  },
): ChildProcess {
  const streams: (IOType | 'ipc')[] = ['ignore', stdio.stdout, stdio.stderr, 'pipe']
  const child = spawn('/bin/sh', ['-c', guarded, 'sh', command, ...args], {
    env: {},
    stdio: stdio.ipc ? [...streams, 'ipc'] : streams,
    detached: true,
  })
  const lifeline = child.stdio[3]
  // It may be cut from the other side, by a program that ends all its group.
  lifeline?.on('error', () => {})
  child.on('exit', () => lifeline?.destroy())
  lowerPriority(child)
  return child
}
