import type { ReportedEngine } from '@plume/contracts'
import type { Workload } from '@plume/storage'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BusyWorker, estimateStatWait } from './estimate-stat-wait.ts'

const minute = 60_000
const idle: Workload = {
  waiting: [],
  foremostShares: [],
  running: [],
  meanLengthMs: 2 * minute,
}

function engine(
  speed: number | null,
  languages: readonly ('en' | 'fr')[] = ['en'],
): ReportedEngine {
  return {
    engine: 'whisper.cpp',
    model: 'whisper-small',
    modelSha256: '0'.repeat(64),
    demonstrationOnly: false,
    languages: languages.map((language) => ({ language, state: 'ready' })),
    memoryBytes: null,
    clipSpeed: 1,
    recent: speed === null ? null : { recognitions: 3, audioMs: minute, speed },
  }
}

const worker = (id: string, concurrency: number, ...engines: ReportedEngine[]): BusyWorker => ({
  id,
  concurrency,
  engines,
})
const running = (workerId: string, remainingMs: number | null, language = 'en') => ({
  workerId,
  language,
  remainingMs,
})
const waiting = (count: number, priority: 'stat' | 'urgent' | 'routine' = 'stat') => ({
  priority,
  language: 'en',
  forEngine: false,
  foremost: priority === 'stat',
  count,
})

test('nothing is said where no worker knows the language', () => {
  const workers = [worker('a', 2, engine(4, ['en']))]
  expect(estimateStatWait('fr', workers, idle)).toMatchObject({ because: 'no-engine' })
  expect(estimateStatWait('en', [], idle)).toMatchObject({ because: 'no-engine' })
})

test('a worker with a free place takes it at once, whatever waits that is not STAT', () => {
  const workload = { ...idle, running: [running('a', minute)], waiting: [waiting(99, 'urgent')] }
  const wait = estimateStatWait('en', [worker('a', 2, engine(4))], workload)
  expect(wait).toEqual({ language: 'en', state: 'at-once' })
})

test('with every place in use it waits for the first that becomes free', () => {
  const workload = { ...idle, running: [running('a', 8 * minute), running('a', 4 * minute)] }
  expect(estimateStatWait('en', [worker('a', 2, engine(4))], workload)).toEqual({
    language: 'en',
    state: 'estimated',
    seconds: 60,
    basis: 'recent',
  })
})

test('STAT dictations that wait already go before it, each of the mean length', () => {
  const workload = { ...idle, running: [running('a', 4 * minute)], waiting: [waiting(2)] }
  const wait = estimateStatWait('en', [worker('a', 1, engine(4))], workload)
  expect(wait).toMatchObject({ seconds: 60 + 2 * 30 })
})

test('a free place that a waiting STAT dictation will take is not free', () => {
  const workload = { ...idle, waiting: [waiting(1)] }
  const wait = estimateStatWait('en', [worker('a', 1, engine(4))], workload)
  expect(wait).toMatchObject({ state: 'estimated', seconds: 30 })
})

test('shares of a STAT dictation go before it, each of its own length', () => {
  const foremostShares = [{ language: 'en', audioMs: 8 * minute }]
  const workload = { ...idle, foremostShares, meanLengthMs: null }
  const wait = estimateStatWait('en', [worker('a', 1, engine(4))], workload)
  expect(wait).toMatchObject({ seconds: 120 })
})

test('what was promoted because it waited too long goes before it', () => {
  const promoted = { ...waiting(1, 'routine'), foremost: true }
  const workload = { ...idle, waiting: [promoted] }
  const wait = estimateStatWait('en', [worker('a', 1, engine(4))], workload)
  expect(wait).toMatchObject({ seconds: 30 })
})

test('each worker’s own speed counts', () => {
  const workers = [worker('slow', 1, engine(1)), worker('fast', 1, engine(20))]
  const workload = { ...idle, running: [running('slow', minute), running('fast', 10 * minute)] }
  expect(estimateStatWait('en', workers, workload)).toMatchObject({ seconds: 30 })
})

test('without recent work the clip’s speed is used, and said', () => {
  const workload = { ...idle, running: [running('a', 2 * minute)] }
  const wait = estimateStatWait('en', [worker('a', 1, engine(null))], workload)
  expect(wait).toMatchObject({ seconds: 120, basis: 'clip' })
})

test('a recording that is not decoded yet counts with the mean length, or is not known', () => {
  const workers = [worker('a', 1, engine(4))]
  const workload = { ...idle, running: [running('a', null)] }
  expect(estimateStatWait('en', workers, workload)).toMatchObject({ seconds: 30 })
  const unknown = { ...workload, meanLengthMs: null }
  expect(estimateStatWait('en', workers, unknown)).toMatchObject({ because: 'no-lengths' })
})

test('another worker’s dictations are not waited for', () => {
  const workload = { ...idle, running: [running('gone', 60 * minute)] }
  expect(estimateStatWait('en', [worker('a', 1, engine(4))], workload).state).toBe('at-once')
})

test('more work never means a shorter wait', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 60 * minute }), { maxLength: 4 })
  fc.assert(
    fc.property(lengths, fc.nat(5), fc.integer({ min: 1, max: 4 }), (left, stat, places) => {
      const workers = [worker('a', places, engine(3))]
      const inWork = left.slice(0, places).map((ms) => running('a', ms))
      const before = secondsOf({ ...idle, running: inWork, waiting: [waiting(stat)] })
      const after = secondsOf({ ...idle, running: inWork, waiting: [waiting(stat + 1)] })
      expect(after).toBeGreaterThanOrEqual(before)

      function secondsOf(workload: Workload): number {
        const wait = estimateStatWait('en', workers, workload)
        return wait.state === 'estimated' ? wait.seconds : 0
      }
    }),
  )
})
