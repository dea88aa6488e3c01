import { readFileSync } from 'node:fs'
import type { Terminal } from './command.ts'
import { commands } from './command-table.ts'
import { loadConfig } from './config.ts'
import { interruptionOf } from './interruption.ts'
import { explain, Interrupted, WrongUsage } from './refused.ts'
import { runCommand } from './run-command.ts'
import { ServiceEnded } from './run-service.ts'

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
  await runCommand(commands, process.argv.slice(2), realTerminal(), ownVersion())
} catch (error) {
  process.exitCode = exitCodeFor(error)
  if (error instanceof Interrupted) process.kill(process.pid, error.signal)
}

function realTerminal(): Terminal {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    config: loadConfig(process.env),
    interruption: () => interruptionOf(process),
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof ServiceEnded) return error.exitCode
  if (error instanceof WrongUsage) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  if (error instanceof Interrupted) return 1
  const line = explain(error)
  // A bug: the whole stack, loudly.
  if (line === null) throw error
  process.stderr.write(`${line}\n`)
  return 1
}

function ownVersion(): string {
  const description: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  const known = typeof description === 'object' && description !== null && 'version' in description
  return known ? String(description.version) : 'unknown'
}
