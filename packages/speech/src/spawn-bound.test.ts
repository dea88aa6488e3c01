import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { spawnBound } from './spawn-bound.ts'

/** From Linux's own list; what has ended and was not collected yet (Z) does not run. */
async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return /^State:\t[^ZX]/m.test(status)
}

/** A shell that says its number and that of a program it has started, and hears no polite word. */
const stubborn = 'trap "" TERM HUP; sleep 600 & echo $$ $!; wait; wait'
const longest = { timeout: 20_000 }

test('an engine and what it has started do not outlive a worker that is killed', async () => {
  const script = fileURLToPath(new URL('./testing/running-parent.ts', import.meta.url))
  const parent = spawn(process.execPath, ['--import', 'tsx', script, '/bin/sh', '-c', stubborn], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line]: unknown[] = await once(parent.stdout, 'data')
  const pids = String(line).trim().split(' ').map(Number)
  expect(await Promise.all(pids.map(isRunning))).toEqual([true, true])
  parent.kill('SIGKILL')
  for (const pid of pids) await expect.poll(() => isRunning(pid), longest).toBe(false)
})

test('what a program leaves behind ends with it', async () => {
  const child = spawnBound('/bin/sh', ['-c', 'trap "" TERM; sleep 600 & echo $!'], {
    stdout: 'pipe',
    stderr: 'ignore',
  })
  const [line]: unknown[] = child.stdout ? await once(child.stdout, 'data') : []
  await expect.poll(() => isRunning(Number(String(line))), longest).toBe(false)
})

test('a program gets its arguments as they are, and nothing of our environment', async () => {
  const odd = ['a b', '$(id)', '"; exit 9', '*', '']
  const child = spawnBound(
    process.execPath,
    [
      '-e',
      'console.log(JSON.stringify([process.argv.slice(1), process.env.PATH ?? null]))',
      ...odd,
    ],
    { stdout: 'pipe', stderr: 'ignore' },
  )
  const [text]: unknown[] = child.stdout ? await once(child.stdout, 'data') : []
  expect(JSON.parse(String(text))).toEqual([odd, null])
})
