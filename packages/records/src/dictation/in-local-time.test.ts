import { afterEach, expect, test, vi } from 'vitest'
import { inLocalTime } from './in-local-time.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['America/Montreal', '2026-11-24T02:00:00.000Z', '2026-11-23T21:00:00.000-05:00'],
  ['America/St_Johns', '2026-11-24T02:00:00.000Z', '2026-11-23T22:30:00.000-03:30'],
  ['Europe/Paris', '2026-07-01T22:30:00.000Z', '2026-07-02T00:30:00.000+02:00'],
  ['UTC', '2026-11-24T02:00:00.000Z', '2026-11-24T02:00:00.000+00:00'],
])('dates a dictation by the clock on the wall in %s', (zone, instant, local) => {
  vi.stubEnv('TZ', zone)
  expect(inLocalTime(new Date(instant))).toBe(local)
  expect(new Date(local)).toEqual(new Date(instant))
})
