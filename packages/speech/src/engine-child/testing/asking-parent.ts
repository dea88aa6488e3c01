/** A process that asks a child for something that takes for ever, and says when that has begun. */
import { askChild } from '../ask-child.ts'

const answers = askChild({
  program: new URL('./odd-program.ts', import.meta.url),
  settings: { does: 'work' },
  questions: [{ does: 'tell pid' }, { does: process.argv[2] ?? 'wait' }],
  readAnswer: Number,
  timeoutToStartMs: 60_000,
  timeoutOf: () => 600_000,
})
for await (const pid of answers) process.stdout.write(`${pid}\n`)
