import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, type SpeechEngine } from '@plume/records'
import { createPocketSphinxEngine } from '@plume/speech'
import { describe, expect, test, vi } from 'vitest'
import { failureOf, wordsOf } from '../support/speech-engine-contract.ts'
import { speechTestAudio } from '../support/speech-test-audio.ts'

const { folder, noise } = speechTestAudio()
vi.setConfig({ testTimeout: 300_000 })

describe('an engine in a child process', () => {
  /** A program in the engine's place that does what a broken one would do. */
  async function engineThat(does: string, timeoutToStartMs = 60_000): Promise<SpeechEngine> {
    const binary = join(folder(), `engine-${Math.random().toString(36).slice(2)}`)
    await writeFile(binary, `#!/bin/sh\n${does}\n`, { mode: 0o755 })
    const modelDir = await mkdtemp(join(folder(), 'model-'))
    await mkdir(join(modelDir, 'en-us'))
    await writeFile(join(modelDir, 'en-us', 'weights'), 'x')
    const engine = await createPocketSphinxEngine({
      binary,
      modelDir,
      timeoutToStartMs,
      timeoutPerAudioMinuteMs: 0,
    })
    if ('unavailable' in engine) throw new Error(engine.unavailable)
    return engine
  }

  test.each([
    ['ends with an error code', 'exit 3'],
    ['crashes', 'kill -SEGV $$'],
  ])('that %s is a failure that may be tried again', async (_name, does) => {
    const engine = await engineThat(does)
    const failure = await failureOf(wordsOf(engine, await noise(1), { language: 'en' }))
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ code: 'engine-crashed', retryable: true })
  })

  test('that hangs and ignores being asked is killed', async () => {
    const engine = await engineThat('trap "" TERM; while :; do sleep 0.1; done', 100)
    const failure = await failureOf(wordsOf(engine, await noise(1), { language: 'en' }))
    expect(failure).toMatchObject({ code: 'engine-timeout', retryable: true })
  })

  test('that is a wrapper around the real one ends together with it', async () => {
    const engine = await engineThat('sleep 600 & wait', 100)
    const failure = await failureOf(wordsOf(engine, await noise(1), { language: 'en' }))
    expect(failure).toMatchObject({ code: 'engine-timeout' })
  })

  test('that answers in another form is not taken to have heard nothing', async () => {
    const engine = await engineThat(`echo '{"words":["the","lungs"]}'`)
    const failure = await failureOf(wordsOf(engine, await noise(1), { language: 'en' }))
    expect(failure).toMatchObject({ code: 'engine-output-unreadable', retryable: false })
  })

  test('that cannot be run any more is a failure that may be tried again', async () => {
    const engine = await engineThat('exit 0')
    const binaries = (await readdir(folder())).filter((name) => name.startsWith('engine-'))
    await Promise.all(binaries.map((name) => rm(join(folder(), name))))
    const failure = await failureOf(wordsOf(engine, await noise(1), { language: 'en' }))
    expect(failure).toMatchObject({ code: 'engine-crashed', retryable: true })
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
    expect(await wordsOf(engine, await noise(1), { language: 'en' })).toEqual([
      { text: 'the', startMs: 150, endMs: 270, confidence: 0.872 },
      { text: 'lungs', startMs: 300, endMs: 720, confidence: 1 },
    ])
  })
})
