import type { Terminal } from './command.ts'

/**
 * Says on standard error that a list is empty and what fills it: standard output stays a list of nothing,
 * as programs read it, and a person is not left to wonder whether the command worked.
 */
export function sayNothingThere({ stderr }: Terminal, what: string, remedy: string): void {
  stderr.write(`There ${what}. ${remedy}\n`)
}
