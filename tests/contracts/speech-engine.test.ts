import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure, type SpeechEngine } from '@plume/records'
import { createPocketSphinxEngine, createScriptedEngine } from '@plume/speech'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'
import { scriptedWords } from '../support/scripted-words.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-speech-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function anAudio(seconds: number) {
  const wavPath = join(folder, `${seconds}.wav`)
  await writeFile(wavPath, aWav(1, seconds))
  return { wavPath, durationMs: seconds * 1000 }
}

/** Engines that this process has started and that still run, from Linux's own list of processes. */
async function childrenNow(): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const statuses = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')),
  )
  return statuses.filter(
    (status) => status.includes(`PPid:\t${process.pid}\n`) && /^Name:\tpocketsphinx/.test(status),
  ).length
}

/** What every engine promises, whatever is behind it. */
function speechEngineContract(name: string, make: () => Promise<SpeechEngine>): void {
  describe(name, () => {
    test('gives words in order, with times inside the audio', async () => {
      const engine = await make()
      const audio = await anAudio(2)
      const words = await engine.transcribe(audio, { language: 'en' })
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
      await engine.transcribe(await anAudio(2), {
        language: 'en',
        onProgress: (fraction) => seen.push(fraction),
      })
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect(seen.at(-1)).toBe(1)
    })

    test('stops when it is told to, with the reason it was given', async () => {
      const engine = await make()
      const stop = new AbortController()
      const running = engine.transcribe(await anAudio(60), {
        language: 'en',
        signal: stop.signal,
      })
      setTimeout(() => stop.abort(new Error('enough')), 100)
      await expect(running).rejects.toThrow('enough')
    })

    test('does two jobs side by side', async () => {
      const engine = await make()
      const audio = await anAudio(2)
      const [one, two] = await Promise.all([
        engine.transcribe(audio, { language: 'en' }),
        engine.transcribe(audio, { language: 'en' }),
      ])
      expect(one).toEqual(two)
    })

    test('leaves no process and no file behind', async () => {
      const engine = await make()
      const audio = await anAudio(2)
      const before = await readdir(folder)
      await engine.transcribe(audio, { language: 'en' })
      expect(await readdir(folder)).toEqual(before)
      expect(await childrenNow()).toBe(0)
    })

    test('says which model it is, by the hash of its bytes', async () => {
      const { identity } = await make()
      expect(identity.modelSha256).toMatch(/^[0-9a-f]{64}$/)
    })
  })
}

speechEngineContract('the scripted engine', async () =>
  createScriptedEngine({ words: scriptedWords, delayMs: 400 }),
)

const installed = await createPocketSphinxEngine()
if ('unavailable' in installed) {
  test.skip(`SKIPPED: the PocketSphinx engine, because ${installed.unavailable}`, () => {})
} else {
  speechEngineContract('the PocketSphinx engine', async () => installed)
}

describe('an engine in a child process', () => {
  /** A program in the engine's place that does what a broken one would do. */
  async function engineThat(does: string, timeoutMs?: number): Promise<SpeechEngine> {
    const binary = join(folder, `engine-${Math.random().toString(36).slice(2)}`)
    await writeFile(binary, `#!/bin/sh\n${does}\n`, { mode: 0o755 })
    const modelDir = await mkdtemp(join(folder, 'model-'))
    await writeFile(join(modelDir, 'weights'), 'x')
    const engine = await createPocketSphinxEngine({
      binary,
      modelDir,
      ...(timeoutMs === undefined ? {} : { timeoutPerAudioMinuteMs: timeoutMs }),
    })
    if ('unavailable' in engine) throw new Error(engine.unavailable)
    return engine
  }

  test.each([
    ['ends with an error code', 'exit 3'],
    ['crashes', 'kill -SEGV $$'],
  ])('that %s is a failure that may be tried again', async (_name, does) => {
    const engine = await engineThat(does)
    const failure = await engine
      .transcribe(await anAudio(1), { language: 'en' })
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ code: 'engine-crashed', retryable: true })
  })

  test('that hangs and ignores being asked is killed', async () => {
    const engine = await engineThat('trap "" TERM; while :; do sleep 0.1; done', -59_900 * 60)
    const failure = await engine
      .transcribe(await anAudio(1), { language: 'en' })
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'engine-timeout', retryable: true })
  })

  test('that writes nonsense between its lines is understood all the same', async () => {
    const lines = [
      'the lungs',
      '<s> 0.000 0.140 0.999',
      'the 0.150 0.270 0.872',
      'lungs(2) 0.300 0.720 1.0001',
      '[NOISE] 0.730 0.800 0.5',
      '++UM++ 0.800 0.900 0.5',
      'garbage',
      '</s> 0.900 2.000 1.0',
    ]
    const engine = await engineThat(lines.map((line) => `echo '${line}'`).join('\n'))
    expect(await engine.transcribe(await anAudio(1), { language: 'en' })).toEqual([
      { text: 'the', startMs: 150, endMs: 270, confidence: 0.872 },
      { text: 'lungs', startMs: 300, endMs: 720, confidence: 1 },
    ])
  })
})
