import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Failure } from '@plume/records'
import { expect, test } from 'vitest'
import { askChild } from './ask-child.ts'

const program = new URL('./testing/odd-program.ts', import.meta.url)

function ask(does: string[], settings = 'work', more: { readonly timeoutMs?: number } = {}) {
  return askChild({
    program,
    settings: { does: settings },
    questions: does.map((each) => ({ does: each })),
    readAnswer: (answer) =>
      typeof answer === 'string' || typeof answer === 'number' ? answer : null,
    timeoutToStartMs: settings === 'hang' ? 1500 : 60_000,
    timeoutOf: () => more.timeoutMs ?? 60_000,
  })
}

async function failureOf(answers: AsyncIterable<unknown>): Promise<unknown> {
  try {
    for await (const _ of answers);
  } catch (error) {
    return error
  }
  return null
}

/** From Linux's own list; what has ended and was not collected yet (Z) does not run. */
async function isRunning(pid: unknown): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return /^State:\t[^ZX]/m.test(status)
}

test('one child answers all questions in order', async () => {
  const answers: unknown[] = []
  for await (const answer of ask(['one', 'two'])) answers.push(answer)
  expect(answers).toEqual(['one', 'two'])
})

test('what was answered before a crash is kept', async () => {
  const answers: unknown[] = []
  const failure = await (async () => {
    for await (const answer of ask(['one', 'crash', 'two'])) answers.push(answer)
  })().catch((error: unknown) => error)
  expect(answers).toEqual(['one'])
  expect(failure).toMatchObject({ code: 'engine-crashed', retryable: true })
})

test('a child that hangs is killed, while it loads and while it works', async () => {
  expect(await failureOf(ask(['one'], 'hang'))).toMatchObject({ code: 'engine-timeout' })
  expect(await failureOf(ask(['hang'], 'work', { timeoutMs: 300 }))).toMatchObject({
    code: 'engine-timeout',
    retryable: true,
  })
})

test('a library that is not installed is told, and is not tried again', async () => {
  expect(await failureOf(ask(['one'], 'missing'))).toMatchObject({
    code: 'engine-unavailable',
    retryable: false,
    message: expect.stringContaining('the library is not installed'),
  })
})

test('why it could not load is told; what it says once it has heard something is not', async () => {
  const early = await failureOf(ask(['one'], 'complain'))
  expect(early).toBeInstanceOf(Failure)
  expect(String(early)).toContain('not a model')
  for (const later of [['throw'], ['say', 'crash']]) {
    const failure = await failureOf(ask(later))
    expect(failure).toMatchObject({ code: 'engine-crashed' })
    expect(String(failure)).not.toContain('patient')
  }
})

test('an answer in another form is no answer', async () => {
  const answers = askChild({
    program,
    settings: { does: 'work' },
    questions: [{ does: 'one' }],
    readAnswer: () => null,
    timeoutToStartMs: 60_000,
    timeoutOf: () => 60_000,
  })
  expect(await failureOf(answers)).toMatchObject({ code: 'engine-output-unreadable' })
})

test('what it started itself ends with it', async () => {
  let pid: unknown
  for await (const answer of ask(['start another'])) pid = answer
  await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false)
})

test.each(['wait', 'hang'])(
  'a child that would %s for ever does not outlive its parent',
  async (does) => {
    const script = fileURLToPath(new URL('./testing/asking-parent.ts', import.meta.url))
    const parent = spawn(process.execPath, ['--import', 'tsx', script, does], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [line]: unknown[] = await once(parent.stdout, 'data')
    const pid = Number(String(line))
    expect(await isRunning(pid)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false)
  },
)
