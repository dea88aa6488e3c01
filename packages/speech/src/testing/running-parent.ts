/** A process that runs the program it is given, and says on whatever that says. */
import { runChild } from '../run-child.ts'

const [command = '', ...args] = process.argv.slice(2)
await runChild({
  command,
  arguments: args,
  timeoutMs: 600_000,
  onLine: (line) => process.stdout.write(`${line}\n`),
})
