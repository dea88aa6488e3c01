import type { FromChild, ToChild } from './child-messages.ts'

/** Thrown by `open` where the library that it needs is not installed or does not load. */
export class NotHere extends Error {}

/** What a child can do once it has loaded its model. */
export type ChildProgram<Question> = (
  question: Question,
  tell: (fraction: number) => void,
) => Promise<unknown>

/**
 * The child's half of `askChild`: loads once, then answers in order. Whatever is thrown ends the
 * process, which tells the parent enough; the message stays here, since it may hold what was said.
 */
export function answerParent<Settings, Question>(
  open: (settings: Settings) => Promise<ChildProgram<Question>>,
): void {
  let program: Promise<ChildProgram<Question>> | undefined
  let last: Promise<void> = Promise.resolve()

  async function take(message: ToChild<Settings, Question>): Promise<void> {
    if (message.kind === 'open') {
      program = open(message.settings)
      await program
      return say({ kind: 'ready' })
    }
    const answer = await (await program)?.(message.question, (fraction) =>
      say({ kind: 'progress', fraction }),
    )
    say({ kind: 'answer', answer })
  }

  process.on('message', (message: ToChild<Settings, Question>) => {
    last = last.then(() => take(message)).catch(end)
  })
  // Without a parent there is nobody to answer. Not `exit`: that would wait for native threads.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}

function say(message: FromChild): void {
  process.send?.(message)
}

function end(error: unknown): void {
  const code = 70
  if (!(error instanceof NotHere)) process.exit(code)
  const message: FromChild = { kind: 'not-here', what: error.message }
  process.send?.(message, () => process.exit(code))
}
