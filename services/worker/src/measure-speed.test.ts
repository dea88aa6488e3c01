import type { SpeechEngine } from '@plume/records'
import { createScriptedEngine } from '@plume/speech'
import { expect, test } from 'vitest'
import { createSpeedometer } from './measure-speed.ts'

const piece = (durationMs: number) => ({ wavPath: '/nowhere.wav', durationMs })

/** An engine that takes a tenth of the length of each piece, on a clock of its own. */
function house() {
  const clock = { ms: 0 }
  const speeds = createSpeedometer(() => clock.ms)
  const scripted = createScriptedEngine({ words: [] })
  const engine: SpeechEngine = {
    ...scripted,
    async *transcribe(pieces) {
      for (const { durationMs } of pieces) {
        clock.ms += durationMs / 10
        yield { words: [], omissions: [] }
      }
    },
  }
  return { clock, speeds, engine, measured: speeds.measured(engine) }
}

async function hear(engine: SpeechEngine, lengths: readonly number[], between = () => {}) {
  for await (const _ of engine.transcribe(lengths.map(piece), { language: 'en' })) between()
}

test('nothing is known before the first recognition', () => {
  const { speeds, engine } = house()
  expect(speeds.of(engine.identity)).toBeNull()
})

test('speed is the length of what was heard over the time that it took', async () => {
  const { speeds, measured } = house()
  await hear(measured, [30_000, 30_000])
  expect(speeds.of(measured.identity)).toEqual({ recognitions: 1, audioMs: 60_000, speed: 10 })
})

test('what the caller does between two pieces is not the engine’s time', async () => {
  const { speeds, measured, clock } = house()
  await hear(measured, [30_000, 30_000], () => {
    clock.ms += 5000
  })
  expect(speeds.of(measured.identity)?.speed).toBe(10)
})

test('one that breaks off counts for the pieces it heard', async () => {
  const { speeds, measured } = house()
  const broken = hear(measured, [30_000, 90_000], () => {
    throw new Error('enough')
  })
  await expect(broken).rejects.toThrow('enough')
  expect(speeds.of(measured.identity)).toMatchObject({ audioMs: 30_000, speed: 10 })
})

test('only the latest recognitions count, each by its length', async () => {
  const { speeds, engine, measured, clock } = house()
  const slow = speeds.measured({
    ...engine,
    async *transcribe(pieces) {
      for (const { durationMs } of pieces) {
        clock.ms += durationMs
        yield { words: [], omissions: [] }
      }
    },
  })
  await hear(slow, [3_600_000])
  for (let n = 0; n < 20; n += 1) await hear(measured, [1000])
  expect(speeds.of(measured.identity)).toMatchObject({ recognitions: 20, speed: 10 })
})
