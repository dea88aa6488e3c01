import { writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fitsMemory, memoryOfThisMachine } from './fits-memory.ts'
import { temporaryFolder } from './testing/small-model.ts'

test.each([
  ['a container’s limit, where it is less', '1073741824\n', 1_073_741_824],
  ['the machine’s, where there is no limit', 'max\n', totalmem()],
  ['the machine’s, where the limit is more', `${2 ** 60}\n`, totalmem()],
  ['the machine’s, where the file is empty', '', totalmem()],
])('takes %s', async (_what, content, expected) => {
  const path = join(temporaryFolder(), 'memory.max')
  writeFileSync(path, content)
  expect(await memoryOfThisMachine(path)).toBe(expected)
})

test('takes the machine’s where there are no containers', async () => {
  expect(await memoryOfThisMachine('/nowhere/memory.max')).toBe(totalmem())
})

test('leaves room for everything else', () => {
  const gib = 1024 ** 3
  expect(fitsMemory({ memoryBytes: 388e6 }, 2 * gib)).toBe(true)
  expect(fitsMemory({ memoryBytes: 388e6 }, gib)).toBe(false)
  expect(fitsMemory({ memoryBytes: 2 * gib }, 2 * gib)).toBe(false)
})
