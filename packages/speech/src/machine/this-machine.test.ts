import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cgroupLimits, parseCpuMax } from './cgroup-limits.ts'
import { coresOfThisMachine, memoryLeftByOthers, memoryOfThisMachine } from './this-machine.ts'

const gib = 1024 ** 3

/** A tree of groups as the kernel shows it, with this process in `own`. */
function groups(own: string, files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'plume-cgroup-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  writeFileSync(join(root, 'membership'), `1:cpu:/old\n0::${own}\n`)
  return { root, membership: join(root, 'membership') }
}

test('a container’s limits are those of its root', async () => {
  const place = groups('/', { 'cpu.max': '250000 100000\n', 'memory.max': `${gib}\n` })
  expect(await cgroupLimits(place)).toEqual({ cpus: 2.5, memoryBytes: gib })
})

test('the least limit of the groups around it holds', async () => {
  const place = groups('/hospital.slice/plume.service', {
    'hospital.slice/cpu.max': '200000 100000',
    'hospital.slice/memory.max': `${2 * gib}`,
    'hospital.slice/plume.service/cpu.max': 'max 100000',
    'hospital.slice/plume.service/memory.max': `${4 * gib}`,
  })
  expect(await cgroupLimits(place)).toEqual({ cpus: 2, memoryBytes: 2 * gib })
})

test('nothing limits a process without groups, or without limits', async () => {
  const nowhere = { root: '/nowhere', membership: '/nowhere/self' }
  const unlimited = groups('/', { 'cpu.max': 'max 100000\n', 'memory.max': 'max\n' })
  for (const place of [nowhere, unlimited]) {
    expect(await cgroupLimits(place)).toEqual({ cpus: null, memoryBytes: null })
    expect(await coresOfThisMachine(place, 6)).toBe(6)
    expect(await memoryOfThisMachine(place)).toBe(totalmem())
  }
})

test.each([
  ['a quota below the machine', '300000 100000', 3],
  ['whole cores of a broken quota', '399999 100000', 3],
  ['one core of less than one', '50000 100000', 1],
  ['the machine, where the quota is more', '6400000 100000', 16],
])('counts %s', async (_what, quota, cores) => {
  expect(await coresOfThisMachine(groups('/', { 'cpu.max': quota }), 16)).toBe(cores)
})

test('memory is the machine’s where the limit is more, and the limit where that is less', async () => {
  expect(await memoryOfThisMachine(groups('/', { 'memory.max': `${2 ** 60}` }))).toBe(totalmem())
  expect(await memoryOfThisMachine(groups('/', { 'memory.max': '1073741824\n' }))).toBe(gib)
})

test.each(['', 'max 100000', '0 100000', '100000', 'nonsense'])('%j is no quota', (text) => {
  expect(parseCpuMax(text)).toBeNull()
})

test('what others leave of the memory is in bytes, and unknown where nothing says it', async () => {
  const { root } = groups('/', { meminfo: 'MemTotal:  8000 kB\nMemAvailable:    2048 kB\n' })
  expect(await memoryLeftByOthers(join(root, 'meminfo'))).toBe(2048 * 1024)
  expect(await memoryLeftByOthers('/nowhere')).toBeNull()
})
