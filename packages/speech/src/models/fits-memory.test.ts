import { expect, test } from 'vitest'
import { fitsMemory } from './fits-memory.ts'

test('leaves room for everything else', () => {
  const gib = 1024 ** 3
  expect(fitsMemory({ memoryBytes: 388e6 }, 2 * gib)).toBe(true)
  expect(fitsMemory({ memoryBytes: 388e6 }, gib)).toBe(false)
  expect(fitsMemory({ memoryBytes: 2 * gib }, 2 * gib)).toBe(false)
})
