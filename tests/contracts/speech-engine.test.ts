import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure, type HeardPiece, type SpeechEngine } from '@plume/records'
import {
  createPocketSphinxEngine,
  createScriptedEngine,
  createSherpaOnnxEngine,
  createWhisperCppEngine,
  describeModel,
  findWhisperCli,
  hasSherpaOnnx,
  hearWhole,
} from '@plume/speech'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'
import {
  writeRandomMedAsr,
  writeRandomParakeet,
  writeRandomWhisper,
} from '../support/onnx/random-sherpa-models.ts'
import { writeRandomWhisperModel } from '../support/random-whisper-model.ts'
import { scriptedWords } from '../support/scripted-words.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-speech-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const wordsOf = async (...heard: Parameters<typeof hearWhole>) => (await hearWhole(...heard)).words

type Audio = { readonly wavPath: string; readonly durationMs: number }

async function noise(seconds: number): Promise<Audio> {
  const wavPath = join(folder, `${seconds}.wav`)
  await writeFile(wavPath, aWav(1, seconds))
  return { wavPath, durationMs: seconds * 1000 }
}

const headerLength = 44
const bytesPerMs = 32

/** The first 8.1 s, up to "findings period", of a dictation made for this project: its bare samples. */
async function dictation(): Promise<Buffer> {
  const wav = await readFile(new URL('../../samples/chest-xray.wav', import.meta.url))
  return wav.subarray(headerLength, headerLength + 8100 * bytesPerMs)
}

/** Sound pieces one after the other, 16 kHz mono 16-bit. */
async function wavOf(name: string, pieces: readonly Buffer[]): Promise<Audio> {
  const wavPath = join(folder, `${name}.wav`)
  const samples = Buffer.concat(pieces)
  const header = Buffer.from(aWav(1, 1)).subarray(0, headerLength)
  header.writeUInt32LE(36 + samples.length, 4)
  header.writeUInt32LE(samples.length, 40)
  await writeFile(wavPath, Buffer.concat([header, samples]))
  return { wavPath, durationMs: samples.length / bytesPerMs }
}

const silence = (seconds: number) => Buffer.alloc(seconds * 1000 * bytesPerMs)

/** How long an engine may take to let go, on a busy machine. Its own grace is half a second. */
const letGoMs = 3000

/** Engines that this process has started and that still run, from Linux's own list of processes. */
async function childrenNow(): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const statuses = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')),
  )
  return statuses.filter(
    (status) =>
      status.includes(`PPid:\t${process.pid}\n`) &&
      /^Name:\t(pocketsphinx|whisper|node|MainThread)/.test(status),
  ).length
}

/** What every engine promises, whatever is behind it. */
function speechEngineContract(name: string, make: () => Promise<SpeechEngine>): void {
  describe(name, () => {
    test('gives words in order, with times inside the audio', async () => {
      const engine = await make()
      const audio = await wavOf('dictation', [await dictation()])
      const words = await wordsOf(engine, audio, { language: 'en' })
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
        language: 'en',
        onProgress: (fraction) => seen.push(fraction),
      })
      expect(seen.length).toBeGreaterThan(1)
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect(seen.at(-1)).toBe(1)
    })

    test('stops when it is told to, with the reason it was given', async () => {
      const engine = await make()
      const stop = new AbortController()
      const running = wordsOf(engine, await noise(60), {
        language: 'en',
        signal: stop.signal,
      })
      let stoppedAt = 0
      setTimeout(() => {
        stoppedAt = performance.now()
        stop.abort(new Error('enough'))
      }, 100)
      await expect(running).rejects.toThrow('enough')
      expect(performance.now() - stoppedAt).toBeLessThan(letGoMs)
      expect(await childrenNow()).toBe(0)
    })

    test('does not begin what is already stopped', async () => {
      const engine = await make()
      const signal = AbortSignal.abort(new Error('enough'))
      const running = wordsOf(engine, await noise(2), { language: 'en', signal })
      await expect(running).rejects.toThrow('enough')
      expect(await childrenNow()).toBe(0)
    })

    test('does two jobs side by side', async () => {
      const engine = await make()
      const audio = await noise(2)
      const [one, two] = await Promise.all([
        wordsOf(engine, audio, { language: 'en' }),
        wordsOf(engine, audio, { language: 'en' }),
      ])
      expect(one).toEqual(two)
    })

    test('leaves no process and no file behind', async () => {
      const engine = await make()
      const audio = await noise(2)
      const before = await readdir(folder)
      await wordsOf(engine, audio, { language: 'en' })
      expect(await readdir(folder)).toEqual(before)
      expect(await childrenNow()).toBe(0)
    })

    test('hears several pieces in one go, each with times of its own', async () => {
      const engine = await make()
      const pieces = await Promise.all([2, 1, 2].map(noise))
      const seen: number[] = []
      const heard: HeardPiece[] = []
      const options = { language: 'en' as const, onProgress: (done: number) => seen.push(done) }
      for await (const piece of engine.transcribe(pieces, options)) heard.push(piece)

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
      for await (const _ of engine.transcribe([await noise(1), await noise(60)], {
        language: 'en',
      })) {
        break
      }
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

  describe('the PocketSphinx engine', () => {
    test('hears the words of a dictation where they are, after pauses too', async () => {
      const spoken = await dictation()
      const pauseMs = 8000
      const audio = await wavOf('with pauses', [spoken, silence(pauseMs / 1000), spoken])
      const words = await wordsOf(installed, audio, { language: 'en' })
      const once = await wordsOf(installed, await wavOf('once', [spoken]), { language: 'en' })
      const timesOf = (word: string, heard: typeof words) =>
        heard.filter(({ text }) => text === word).map(({ startMs }) => startMs)

      for (const word of ['indication', 'fever', 'comparison', 'findings']) {
        const [first = 0] = timesOf(word, once)
        const again = first + spoken.length / bytesPerMs + pauseMs
        const heard = timesOf(word, words)
        expect(heard.length).toBe(2)
        expect(Math.abs((heard[0] ?? 0) - first)).toBeLessThan(250)
        expect(Math.abs((heard[1] ?? 0) - again)).toBeLessThan(250)
      }
    }, 120_000)

    test('hears nothing in silence', async () => {
      const audio = await wavOf('silence', [silence(3)])
      expect(await wordsOf(installed, audio, { language: 'en' })).toEqual([])
    })
  })
}

const whisperCli = await findWhisperCli({ searchPath: process.env.PATH ?? '' })
if (whisperCli === null) {
  test.skip('SKIPPED: the whisper.cpp engine, because there is no whisper-cli here', () => {})
} else {
  const binary = whisperCli
  const modelPath = () => join(folder, 'random-whisper.bin')
  beforeAll(() => writeRandomWhisperModel(modelPath()))

  // Weights by chance: everything but what it hears is as with a real model.
  speechEngineContract('the whisper.cpp engine', () =>
    createWhisperCppEngine({
      binary,
      modelPath: modelPath(),
      model: 'random',
      modelSha256: 'a'.repeat(64),
      threads: 2,
      fallback: false,
      tempDir: folder,
    }),
  )
}

if (!hasSherpaOnnx()) {
  test.skip('SKIPPED: the sherpa-onnx engines, because sherpa-onnx-node is not installed', () => {})
} else {
  // Weights by chance: everything but what they hear is as with real models.
  const kinds = {
    'like Whisper': writeRandomWhisper,
    'like Parakeet TDT': writeRandomParakeet,
    'like MedASR': writeRandomMedAsr,
  }
  for (const [name, write] of Object.entries(kinds)) {
    const modelDir = () => join(folder, name.replaceAll(' ', '-'))
    beforeAll(() => write(modelDir()))
    speechEngineContract(`the sherpa-onnx engine with a model ${name}`, () =>
      sherpaWith(modelDir()),
    )
  }

  describe('the sherpa-onnx engine', () => {
    test('tells Whisper the language', async () => {
      const engine = await sherpaWith(join(folder, 'like-Whisper'))
      const audio = await wavOf('dictation', [await dictation()])
      const english = await wordsOf(engine, audio, { language: 'en' })
      const french = await wordsOf(engine, audio, { language: 'fr' })
      // A model by chance says something else after another first word.
      expect(french).not.toEqual(english)
    })

    test('favours terms where it was told to, and then gives no confidence', async () => {
      const modelDir = join(folder, 'like-Parakeet-TDT')
      const audio = await wavOf('dictation', [await dictation()])
      const options = { language: 'en' as const, terms: ['heart size', 'lungs/clear:9'] }
      const textOf = (words: HeardPiece['words']) => words.map(({ text }) => text).join(' ')
      const plain = await wordsOf(await sherpaWith(modelDir), audio, options)
      expect(textOf(plain)).not.toContain('heart size')
      expect(plain[0]?.confidence).toBeGreaterThan(0)

      const files = await readdir(folder)
      const engine = await sherpaWith(modelDir, true)
      expect(engine.capabilities).toMatchObject({
        confidence: false,
        vocabulary: { isPrivate: true },
      })
      const favoured = await wordsOf(engine, audio, options)
      expect(textOf(favoured)).toContain('heart size')
      expect(favoured.every(({ confidence }) => confidence === undefined)).toBe(true)
      expect(await readdir(folder)).toEqual(files)
      // Without terms it is the same as ever.
      const without = await wordsOf(engine, audio, { language: 'en' })
      expect(without).toEqual(plain)
    })

    test('that meets a broken model fails, and says why', async () => {
      const broken = join(folder, 'broken')
      await writeRandomMedAsr(broken)
      await writeFile(join(broken, 'tokens.txt'), 'x 0\n')
      const engine = await sherpaWith(broken)
      const failure = await wordsOf(engine, await noise(1), { language: 'en' }).catch(
        (error: unknown) => error,
      )
      expect(failure).toMatchObject({ code: 'engine-crashed', retryable: true })
      expect(String(failure)).toContain('tokens.txt')
    })
  })
}

async function sherpaWith(modelDir: string, favourTerms = false): Promise<SpeechEngine> {
  const model = describeModel((await readdir(modelDir)).map((name) => join(modelDir, name)))
  if (model === null) throw new Error(`no model in ${modelDir}`)
  return createSherpaOnnxEngine({
    model,
    languages: ['en', 'fr'],
    modelId: 'random',
    modelSha256: 'a'.repeat(64),
    threads: 1,
    favourTerms,
    tempDir: folder,
  })
}

describe('an engine in a child process', () => {
  /** A program in the engine's place that does what a broken one would do. */
  async function engineThat(does: string, timeoutToStartMs = 60_000): Promise<SpeechEngine> {
    const binary = join(folder, `engine-${Math.random().toString(36).slice(2)}`)
    await writeFile(binary, `#!/bin/sh\n${does}\n`, { mode: 0o755 })
    const modelDir = await mkdtemp(join(folder, 'model-'))
    await writeFile(join(modelDir, 'weights'), 'x')
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
    const failure = await wordsOf(engine, await noise(1), { language: 'en' }).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ code: 'engine-crashed', retryable: true })
  })

  test('that hangs and ignores being asked is killed', async () => {
    const engine = await engineThat('trap "" TERM; while :; do sleep 0.1; done', 100)
    const failure = await wordsOf(engine, await noise(1), { language: 'en' }).catch(
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({ code: 'engine-timeout', retryable: true })
  })

  test('that is a wrapper around the real one ends together with it', async () => {
    const engine = await engineThat('sleep 600 & wait', 100)
    const failure = await wordsOf(engine, await noise(1), { language: 'en' }).catch(
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({ code: 'engine-timeout' })
  })

  test('that answers in another form is not taken to have heard nothing', async () => {
    const engine = await engineThat(`echo '{"words":["the","lungs"]}'`)
    const failure = await wordsOf(engine, await noise(1), { language: 'en' }).catch(
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({ code: 'engine-output-unreadable', retryable: false })
  })

  test('that cannot be run any more is a failure that may be tried again', async () => {
    const engine = await engineThat('exit 0')
    const binaries = (await readdir(folder)).filter((name) => name.startsWith('engine-'))
    await Promise.all(binaries.map((name) => rm(join(folder, name))))
    const failure = await wordsOf(engine, await noise(1), { language: 'en' }).catch(
      (error: unknown) => error,
    )
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

describe('the scripted engine', () => {
  test('makes up words for any length of audio', async () => {
    const engine = createScriptedEngine({
      words: (durationMs) => [{ text: 'all', startMs: 0, endMs: durationMs }],
    })
    expect(await wordsOf(engine, await noise(2), { language: 'fr' })).toEqual([
      { text: 'all', startMs: 0, endMs: 2000 },
    ])
  })

  test('fails as it is told', async () => {
    const failWith = new Failure('engine-crashed', 'as told', { retryable: true })
    const engine = createScriptedEngine({ words: scriptedWords, failWith })
    await expect(wordsOf(engine, await noise(1), { language: 'en' })).rejects.toBe(failWith)
  })

  test('hangs as it is told, until it is stopped', async () => {
    const engine = createScriptedEngine({ words: scriptedWords, hang: true })
    const stop = new AbortController()
    const running = wordsOf(engine, await noise(1), { language: 'en', signal: stop.signal })
    setTimeout(() => stop.abort(new Error('enough')), 50)
    await expect(running).rejects.toThrow('enough')
  })
})
