import { interruptionOf } from './interruption.ts'
import { Interrupted } from './refused.ts'
import { runPlume } from './run-plume.ts'

/** `plume ... | head` closes the pipe early: the reader has what it wanted. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (error.code !== 'ENOSPC') throw error
    process.stderr.write('disk-full: the output could not be written. Make room on the disk.\n')
    process.exit(1)
  })
}

try {
  process.exitCode = await runPlume(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    interruption: () => interruptionOf(process),
  })
} catch (error) {
  if (!(error instanceof Interrupted)) throw error
  process.exitCode = 1
  process.kill(process.pid, error.signal)
}
