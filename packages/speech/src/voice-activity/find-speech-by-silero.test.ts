import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  enginesNow,
  firstEngine,
  startingTakesMs,
} from '../../../../tests/support/engine-processes.ts'
import type { TimeSpan } from '../time-span.ts'
import { wavOf } from '../wav-samples.ts'
import { findSileroModel } from './find-silero-model.ts'
import { findSpeechBySilero } from './find-speech-by-silero.ts'
import { frameMs, measureEnvelope } from './loudness-envelope.ts'

const modelPath = findSileroModel()

let folder: string
let wavPath: string
let levels: Float32Array
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-silero-'))
  wavPath = join(folder, 'long.wav')
  const names = ['chest-xray', 'consultation-generale', 'general-consultation']
  const spoken = await Promise.all(
    names.map((name) => readFile(new URL(`../../../../samples/${name}.wav`, import.meta.url))),
  )
  const once = spoken.map((wav) => wav.subarray(44))
  await writeFile(wavPath, wavOf(Buffer.concat([...once, ...once])))
  levels = await measureEnvelope(wavPath)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const find = (how: { processes: number; longestStretchMs?: number; signal?: AbortSignal }) =>
  findSpeechBySilero({ modelPath: modelPath ?? '', wavPath, levels, ...how })

/** For how many milliseconds one says speech and the other does not. */
function difference(one: readonly TimeSpan[], other: readonly TimeSpan[]): number {
  const isSpeech = (spans: readonly TimeSpan[], ms: number) =>
    spans.some(({ startMs, endMs }) => startMs <= ms && ms < endMs)
  const frames = Array.from(levels, (_, frame) => (frame + 0.5) * frameMs)
  return frames.filter((ms) => isSpeech(one, ms) !== isSpeech(other, ms)).length * frameMs
}

if (modelPath === null) {
  test.skip('SKIPPED: Silero, because its model or sherpa-onnx-node is not installed', () => {})
} else {
  describe('a long recording', () => {
    test('heard in stretches has the same speech as heard in one, borders inside speech too', async () => {
      const whole = await find({ processes: 1 })
      const cut = await find({ processes: 2, longestStretchMs: 10_000 })
      // The network remembers what it heard: a border moves the beginning or end of a word by a frame or two.
      expect(difference(whole, cut)).toBeLessThan(0.02 * levels.length * frameMs)
      for (const [index, { startMs }] of cut.entries()) {
        expect(startMs).toBeGreaterThan(cut[index - 1]?.endMs ?? -1)
      }
    }, 120_000)

    test('has the same speech however many processes hear it, each time', async () => {
      const [one, two, three] = await Promise.all(
        [1, 2, 3].map((processes) => find({ processes, longestStretchMs: 20_000 })),
      )
      expect(two).toEqual(one)
      expect(three).toEqual(one)
    }, 120_000)

    test('is let go within a second, and every process with it', async () => {
      const stop = new AbortController()
      const signal = stop.signal
      const running = find({ processes: 3, longestStretchMs: 20_000, signal })
      const ended = expect(running).rejects.toThrow('enough')
      await expect.poll(() => enginesNow(folder), { timeout: 60_000 }).toHaveLength(3)
      const stoppedAt = performance.now()
      stop.abort(new Error('enough'))
      await ended
      // And what a busy machine takes to see the ends of a few processes.
      expect(performance.now() - stoppedAt).toBeLessThan(1000 + 20 * (await startingTakesMs()))
      await expect.poll(() => enginesNow(folder), { timeout: 30_000 }).toEqual([])
    }, 120_000)

    test('fails where one process crashes, and the others end', async () => {
      const over = new AbortController()
      const running = find({ processes: 3, longestStretchMs: 20_000 })
      const ended = expect(running).rejects.toMatchObject({ code: 'engine-crashed' })
      const pid = await firstEngine(over.signal)
      if (pid !== null) process.kill(pid, 'SIGKILL')
      await ended
      await expect.poll(() => enginesNow(folder), { timeout: 30_000 }).toEqual([])
    }, 120_000)
  })
}
