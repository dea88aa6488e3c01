import { readdir } from 'node:fs/promises'
import type { HeardPiece, SpeechEngine } from '@plume/records'
import { hearWhole } from '@plume/speech'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { endEngines, enginesNow, firstEngine, startingTakesMs } from './engine-processes.ts'
import { dictation, type SpeechTestAudio } from './speech-test-audio.ts'

export const wordsOf = async (...heard: Parameters<typeof hearWhole>) =>
  (await hearWhole(...heard)).words

export const failureOf = (running: Promise<unknown>): Promise<unknown> =>
  running.then(
    () => null,
    (error: unknown) => error,
  )

/** How long an engine may take, where a test asks for less than its own limits. */
export type EngineLimits = {
  readonly timeoutToStartMs: number
  readonly timeoutPerAudioMinuteMs: number
  readonly timeoutPerPieceMs: number
}

/** Long enough for the slowest engine on the busiest machine: no test here fails by its clock. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 }

/** What every engine promises, whatever is behind it. */
export function speechEngineContract(
  name: string,
  { folder, noise, wavOf }: SpeechTestAudio,
  make: (limits?: EngineLimits) => Promise<SpeechEngine>,
  /** False for one that works in this process. */
  { inChild = true }: { readonly inChild?: boolean } = {},
): void {
  vi.setConfig(patience)
  const language = 'en'
  /** What has been killed takes a moment to be gone. */
  const nothingIsLeft = async (files: readonly string[]) => {
    await expect.poll(() => enginesNow(folder()), { timeout: 30_000 }).toEqual([])
    expect(await readdir(folder())).toEqual(files)
  }

  describe(name, () => {
    afterEach(() => endEngines(folder()))

    test('gives words in order, with times inside the audio', async () => {
      const engine = await make()
      const audio = await wavOf('dictation', [await dictation()])
      const words = await wordsOf(engine, audio, { language })
      expect(words.length).toBeGreaterThan(10)
      let before = 0
      for (const { startMs, endMs, confidence } of words) {
        expect(startMs).toBeGreaterThanOrEqual(before)
        expect(endMs).toBeGreaterThanOrEqual(startMs)
        expect(endMs).toBeLessThanOrEqual(audio.durationMs)
        expect(confidence ?? 0).toBeGreaterThanOrEqual(0)
        expect(confidence ?? 0).toBeLessThanOrEqual(1)
        before = startMs
      }
    })

    test('reports progress that never falls and ends at 1', async () => {
      const engine = await make()
      const seen: number[] = []
      await wordsOf(engine, await wavOf('dictation', [await dictation()]), {
        language,
        onProgress: (fraction) => seen.push(fraction),
      })
      expect(seen.length).toBeGreaterThan(1)
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect(seen.at(-1)).toBe(1)
    })

    test('stops within a second when it is told to, with the reason it was given', async () => {
      const engine = await make()
      const audio = await noise(60)
      const files = await readdir(folder())
      const stop = new AbortController()
      const running = failureOf(wordsOf(engine, audio, { language, signal: stop.signal }))
      if (inChild) await firstEngine(stop.signal)
      const stoppedAt = performance.now()
      stop.abort(new Error('enough'))
      expect(await running).toMatchObject({ message: 'enough' })
      const tookMs = performance.now() - stoppedAt
      // And what a busy machine takes to see the ends of a few processes.
      expect(tookMs).toBeLessThan(1000 + 20 * (await startingTakesMs()))
      await nothingIsLeft(files)
    })

    test('does not begin what is already stopped', async () => {
      const engine = await make()
      const signal = AbortSignal.abort(new Error('enough'))
      const running = wordsOf(engine, await noise(2), { language, signal })
      await expect(running).rejects.toThrow('enough')
      expect(await enginesNow(folder())).toEqual([])
    })

    test('does two jobs side by side', async () => {
      const engine = await make()
      const audio = await noise(2)
      const [one, two] = await Promise.all([
        wordsOf(engine, audio, { language }),
        wordsOf(engine, audio, { language }),
      ])
      expect(one).toEqual(two)
    })

    test('leaves no process and no file behind', async () => {
      const engine = await make()
      const audio = await noise(2)
      const files = await readdir(folder())
      await wordsOf(engine, audio, { language })
      await nothingIsLeft(files)
    })

    test('hears several pieces in one go, each with times of its own', async () => {
      const engine = await make()
      const pieces = await Promise.all([2, 1, 2].map(noise))
      const seen: number[] = []
      const heard: HeardPiece[] = []
      const onProgress = (done: number) => seen.push(done)
      for await (const piece of engine.transcribe(pieces, { language, onProgress })) {
        heard.push(piece)
      }
      expect(heard).toHaveLength(3)
      for (const [index, { words }] of heard.entries()) {
        for (const { endMs } of words) {
          expect(endMs).toBeLessThanOrEqual(pieces[index]?.durationMs ?? 0)
        }
      }
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect(seen.at(-1)).toBe(1)
    })

    test('ends when nobody reads on', async () => {
      const engine = await make()
      const pieces = [await noise(1), await noise(60)]
      const files = await readdir(folder())
      for await (const _ of engine.transcribe(pieces, { language })) break
      await nothingIsLeft(files)
    })

    test('says which model it is, by the hash of its bytes', async () => {
      const { identity } = await make()
      expect(identity.modelSha256).toMatch(/^[0-9a-f]{64}$/)
    })

    if (!inChild) return

    /** Does something to the engine's process as soon as there is one, and tells what becomes of the work. */
    async function disturbed(engine: SpeechEngine, signal: NodeJS.Signals): Promise<unknown> {
      const audio = await noise(60)
      const files = await readdir(folder())
      const over = new AbortController()
      const running = failureOf(wordsOf(engine, audio, { language })).finally(() => over.abort())
      const pid = await firstEngine(over.signal)
      if (pid !== null) process.kill(pid, signal)
      const failure = await running
      await nothingIsLeft(files)
      return failure
    }

    test('whose process crashes fails, and may be tried again', async () => {
      expect(await disturbed(await make(), 'SIGKILL')).toMatchObject({
        code: 'engine-crashed',
        retryable: true,
      })
    })

    test('whose process hangs is killed, and may be tried again', async () => {
      const limits = { timeoutToStartMs: 500, timeoutPerAudioMinuteMs: 0, timeoutPerPieceMs: 500 }
      expect(await disturbed(await make(limits), 'SIGSTOP')).toMatchObject({
        code: 'engine-timeout',
        retryable: true,
      })
    })
  })
}
