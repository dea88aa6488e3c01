import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sizeWorker } from './size-worker.ts'

const gib = 1024 ** 3
const small = 852e6
const byItself = { concurrency: null, threads: null }

test.each([
  [1, { concurrency: 1, threads: 1 }],
  [2, { concurrency: 2, threads: 1 }],
  [4, { concurrency: 2, threads: 2 }],
  [8, { concurrency: 2, threads: 4 }],
  [16, { concurrency: 4, threads: 4 }],
  [64, { concurrency: 16, threads: 4 }],
])('%i cores with memory enough are used as %j', (cores, expected) => {
  const machine = { cores, memoryForModels: 64 * gib, modelMemory: small, configured: byItself }
  expect(sizeWorker(machine)).toEqual({ ...expected, warnings: [] })
})

test('where memory is short there are fewer recognitions, with more threads each', () => {
  const machine = { cores: 16, memoryForModels: 2e9, modelMemory: small, configured: byItself }
  expect(sizeWorker(machine)).toEqual({ concurrency: 2, threads: 8, warnings: [] })
})

test('a model that does not fit at all is said, and tried one at a time', () => {
  const machine = { cores: 4, memoryForModels: gib, modelMemory: 2 * gib, configured: byItself }
  expect(sizeWorker(machine)).toEqual({ concurrency: 1, threads: 4, warnings: ['model-too-large'] })
})

test('a model of unknown size limits nothing, and is said', () => {
  const machine = { cores: 4, memoryForModels: gib, modelMemory: null, configured: byItself }
  expect(sizeWorker(machine).warnings).toEqual(['model-memory-unknown'])
})

test('what a person set is kept to, and said where it is too much', () => {
  const machine = { cores: 4, memoryForModels: 2 * gib, modelMemory: small }
  const set = { concurrency: 8, threads: 3 }
  expect(sizeWorker({ ...machine, configured: set })).toEqual({
    ...set,
    warnings: ['more-threads-than-cores', 'more-memory-than-there-is'],
  })
})

test('threads that a person set leave room for as many recognitions', () => {
  const machine = { cores: 8, memoryForModels: 64 * gib, modelMemory: small }
  const configured = { concurrency: null, threads: 8 }
  expect(sizeWorker({ ...machine, configured })).toMatchObject({ concurrency: 1, threads: 8 })
})

test('never more threads than cores, nor models than fit, unless a person asked for it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 256 }),
      fc.integer({ min: 0, max: 512 }),
      fc.integer({ min: 1, max: 64 }),
      (cores, memory, need) => {
        const size = sizeWorker({
          cores,
          memoryForModels: memory * gib,
          modelMemory: need * gib,
          configured: byItself,
        })
        expect(size.concurrency * size.threads).toBeLessThanOrEqual(cores)
        expect(size.concurrency).toBeGreaterThanOrEqual(1)
        if (size.concurrency > 1) expect(size.concurrency * need).toBeLessThanOrEqual(memory)
      },
    ),
  )
})
