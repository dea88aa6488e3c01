import { readFileSync } from 'node:fs'
import type { Terminal } from './command.ts'
import { commands } from './command-table.ts'
import { loadConfig } from './config.ts'
import { explain, Interrupted, WrongUsage } from './refused.ts'
import { runCommand } from './run-command.ts'
import { ServiceEnded } from './run-service.ts'

/**
 * Does what the arguments say, and says on standard error what went wrong. Gives the exit code: 0, 1 where it cannot be
 * done, 2 where it was called in a way it does not know. Throws `Interrupted`, and bugs as they are.
 */
export async function runPlume(
  args: readonly string[],
  world: Omit<Terminal, 'config'>,
): Promise<number> {
  try {
    const terminal = { ...world, config: loadConfig(world.environment) }
    await runCommand(commands, args, terminal, ownVersion())
    return 0
  } catch (error) {
    return exitCodeFor(error, world.stderr)
  }
}

function exitCodeFor(error: unknown, stderr: Terminal['stderr']): number {
  if (error instanceof ServiceEnded) return error.exitCode
  if (error instanceof WrongUsage) {
    stderr.write(`${error.message}\n`)
    return 2
  }
  const line = error instanceof Interrupted ? null : explain(error)
  // A bug: the whole stack, loudly.
  if (line === null) throw error
  stderr.write(`${line}\n`)
  return 1
}

function ownVersion(): string {
  const description: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  const known = typeof description === 'object' && description !== null && 'version' in description
  return known ? String(description.version) : 'unknown'
}
