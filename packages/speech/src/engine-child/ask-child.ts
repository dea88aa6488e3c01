import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Failure } from '@plume/records'
import { signalGroup } from '../process-group.ts'
import { spawnBound } from '../spawn-bound.ts'
import { type FromChild, readFromChild, type ToChild } from './child-messages.ts'

export type AskRequest<Question, Answer> = {
  /** The child's program: a module that calls `answerParent`. */
  readonly program: URL
  /** What it loads before the first question. Plain data. */
  readonly settings: unknown
  readonly questions: readonly Question[]
  /** Null where it is no answer to that. */
  readonly readAnswer: (answer: unknown, question: Question) => Answer | null
  /** Longest time to load, and for one question, in milliseconds. */
  readonly timeoutToStartMs: number
  readonly timeoutOf: (question: Question) => number
  readonly signal?: AbortSignal | undefined
  /** How far it is in the question that it works on, 0 to 1, from programs that tell. */
  readonly onProgress?: ((question: number, fraction: number) => void) | undefined
}

/**
 * Runs a native library in a Node process of its own, and asks it one question after the other: its
 * model is loaded once, and its crash, hang or leak ends with the child. Gives each answer as soon as it
 * is there.
 *
 * Throws the signal's reason when aborted, `engine-unavailable` where the library is not installed,
 * `engine-timeout`, `engine-crashed`, and `engine-output-unreadable` for an answer that is none. The
 * child and whatever it has started are gone in each case, and when nobody reads on.
 */
export async function* askChild<Question, Answer>(
  request: AskRequest<Question, Answer>,
): AsyncGenerator<Answer> {
  const { questions, settings, signal } = request
  signal?.throwIfAborted()
  if (questions.length === 0) return
  const child = startChild(request.program, signal)
  try {
    child.send({ kind: 'open', settings })
    await child.expect('ready', request.timeoutToStartMs)
    child.forgetWhatItSays()
    for (const [index, question] of questions.entries()) {
      child.send({ kind: 'ask', question })
      const tell = (fraction: number) => request.onProgress?.(index, fraction)
      const { answer } = await child.expect('answer', request.timeoutOf(question), tell)
      yield request.readAnswer(answer, question) ?? unreadable()
    }
  } finally {
    await child.kill()
  }
}

function startChild(program: URL, signal: AbortSignal | undefined) {
  const entry = fileURLToPath(new URL('./child-entry.mjs', import.meta.url))
  const child = spawnBound(process.execPath, [entry, program.href], {
    stdout: 'ignore',
    stderr: 'pipe',
    ipc: true,
  })
  const closed = once(child, 'close').catch(() => [])
  const inbox = readInbox(child)
  const complaints = readComplaints(child)

  return {
    send(message: ToChild<unknown, unknown>): void {
      // Where it has ended already, `expect` tells.
      child.send(message, () => {})
    },
    /** Waits for a message of that kind; anything else that is said is a failure. */
    async expect<Kind extends 'ready' | 'answer'>(
      kind: Kind,
      timeoutMs: number,
      onProgress?: (fraction: number) => void,
    ): Promise<Extract<FromChild, { kind: Kind }>> {
      const patience = AbortSignal.timeout(timeoutMs)
      const either = signal ? AbortSignal.any([signal, patience]) : patience
      for (;;) {
        const message = await inbox.next(either)
        signal?.throwIfAborted()
        if (message === 'stopped') throw timedOut(timeoutMs)
        if (message === 'ended') throw crashed(child, complaints.said())
        if (message === null) return unreadable()
        if (isOfKind(message, kind)) return message
        if (message.kind === 'not-here') throw notHere(message.what)
        if (message.kind === 'progress') onProgress?.(message.fraction)
      }
    },
    /** From here on it has heard somebody: what it says may be what was said. */
    forgetWhatItSays: () => complaints.stop(),
    async kill(): Promise<void> {
      // At once: it has nothing to put in order, and a native call does not listen.
      signalGroup(child, 'SIGKILL')
      await closed
    },
  }
}

function isOfKind<Kind extends FromChild['kind']>(
  message: FromChild,
  kind: Kind,
): message is Extract<FromChild, { kind: Kind }> {
  return message.kind === kind
}

type Received = FromChild | null | 'ended' | 'stopped'

/** What has come and was not read yet, in order. */
function readInbox(child: ChildProcess) {
  const waiting: Received[] = []
  let wake = () => {}
  const put = (received: Received) => {
    waiting.push(received)
    wake()
  }
  child.on('message', (value) => put(readFromChild(value)))
  child.on('close', () => put('ended'))
  child.on('error', () => put('ended'))
  return {
    async next(signal: AbortSignal): Promise<Received> {
      const give = () => wake()
      signal.addEventListener('abort', give)
      while (waiting.length === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      signal.removeEventListener('abort', give)
      return waiting.shift() ?? 'stopped'
    },
  }
}

/** How much of its complaints is told, in characters. */
const longestComplaint = 300

/** What it says on its standard error while it loads: why a model was refused. */
function readComplaints({ stderr }: ChildProcess) {
  let said = ''
  let listening = true
  if (stderr) {
    createInterface({ input: stderr }).on('line', (line) => {
      if (listening) said = `${said} ${line.trim()}`.trim().slice(0, longestComplaint)
    })
  }
  return {
    said: () => said,
    stop: () => {
      listening = false
      said = ''
    },
  }
}

function timedOut(ms: number): Failure {
  return new Failure('engine-timeout', `the engine took longer than ${ms} ms`, { retryable: true })
}

function crashed({ exitCode, signalCode }: ChildProcess, complaint: string): Failure {
  const how = signalCode ? `by ${signalCode}` : `with code ${exitCode}`
  const why = complaint === '' ? '' : `: ${complaint}`
  return new Failure('engine-crashed', `the engine ended ${how}${why}`, { retryable: true })
}

function notHere(what: string): Failure {
  return new Failure('engine-unavailable', what, { retryable: false })
}

function unreadable(): never {
  throw new Failure('engine-output-unreadable', 'the engine answered in another form', {
    retryable: false,
  })
}
