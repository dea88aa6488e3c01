import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openJobDirectory, sweepJobDirectories } from './job-directory.ts'

const base = mkdtempSync(join(tmpdir(), 'plume-jobs-'))
afterAll(() => rmSync(base, { recursive: true }))

const now = () => new Date()
const deadPid = spawnSync('true').pid

test('opens a directory that nobody else can look into', async () => {
  const directory = await openJobDirectory(join(base, 'private'))
  expect(statSync(directory.path).mode & 0o077).toBe(0)
  await directory.remove()
  expect(existsSync(directory.path)).toBe(false)
})

test('sweeps what a killed worker of this machine left, and what a predecessor with this process id left', async () => {
  const tempDir = join(base, 'killed')
  const left = [deadPid, process.pid].map((pid) => join(tempDir, `job-${hostname()}-${pid}-abc`))
  for (const path of left) mkdirSync(path, { recursive: true })
  expect(await sweepJobDirectories(tempDir, now)).toBe(2)
  expect(left.some(existsSync)).toBe(false)
})

test('leaves a running worker’s directory alone', async () => {
  const tempDir = join(base, 'running')
  const path = join(tempDir, `job-${hostname()}-${process.ppid}-abc`)
  mkdirSync(path, { recursive: true })
  expect(await sweepJobDirectories(tempDir, now)).toBe(0)
  expect(existsSync(path)).toBe(true)
})

test('sweeps another machine’s directory only after a day', async () => {
  const tempDir = join(base, 'other')
  const [fresh, old] = ['job-elsewhere-1-abc', 'job-elsewhere-1-def'].map((name) => {
    const path = join(tempDir, name)
    mkdirSync(path, { recursive: true })
    return path
  })
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  utimesSync(old ?? '', twoDaysAgo, twoDaysAgo)
  expect(await sweepJobDirectories(tempDir, now)).toBe(1)
  expect(existsSync(fresh ?? '')).toBe(true)
})

test('touches nothing that is not a job’s', async () => {
  const tempDir = join(base, 'foreign')
  mkdirSync(join(tempDir, 'photos'), { recursive: true })
  expect(await sweepJobDirectories(tempDir, now)).toBe(0)
  expect(existsSync(join(tempDir, 'photos'))).toBe(true)
})
