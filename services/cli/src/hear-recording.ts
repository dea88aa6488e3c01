import { randomUUID } from 'node:crypto'
import { access, constants, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAudioDecoder } from '@plume/audio'
import type { AudioDecoder, RecordingFacts, SpeechEngine, SpeechLanguage } from '@plume/records'
import {
  coresOfThisMachine,
  detectInPieces,
  findSpeechEngines,
  hearInPieces,
  planRecording,
  type Vocabulary,
} from '@plume/speech'
import type { RecognisedWord, Recognition } from '@plume/transcript'
import type { Output } from './command.ts'
import type { CliConfig } from './config.ts'
import { openModel } from './open-model.ts'
import type { Progress } from './progress.ts'
import { Refused, refuseFile, refuseRecording } from './refused.ts'

export function decoderOf(config: CliConfig): AudioDecoder {
  return createAudioDecoder({
    searchPath: config.searchPath,
    maxDurationMs: config.maxAudioMs,
    ...(config.ffmpegPath ? { ffmpegPath: config.ffmpegPath } : {}),
  })
}

/** Refuses what is not a file that can be opened, before a decoder is asked. */
export async function requireFile(path: string): Promise<void> {
  try {
    if ((await stat(path)).isFile()) return await access(path, constants.R_OK)
  } catch (error) {
    throw refuseFile(path, error)
  }
  throw new Refused('not-a-file', 'that is no file', 'Name an audio file.')
}

/** A private directory that is gone when the work is, also when that is interrupted. */
export async function inPrivateDirectory<Result>(
  signal: AbortSignal,
  work: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'plume-'))
  try {
    return await work(directory)
  } catch (error) {
    // However a stream or a child says that it was interrupted: the reason is the signal.
    signal.throwIfAborted()
    throw error
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** whisper.cpp and sherpa-onnx gain little by more than this. */
const mostThreads = 8

/** What was asked for; else the cores that this process may keep busy, which in a container can be fewer than there are. */
export async function threadsOf(
  { engineThreads }: Pick<CliConfig, 'engineThreads'>,
  cores: () => Promise<number> = coresOfThisMachine,
): Promise<number> {
  return engineThreads ?? Math.min(mostThreads, await cores())
}

/**
 * The best engine for the language, or the one that was asked for by name. To find the language, one that can tell
 * it, where there is one; `inDoubt` is then what it has to know.
 */
export async function chooseEngine(
  asked: SpeechLanguage | 'auto',
  config: CliConfig,
  wanted: {
    readonly engine?: string
    readonly model?: string
    readonly inDoubt?: SpeechLanguage
  },
): Promise<SpeechEngine> {
  const language = asked === 'auto' ? (wanted.inDoubt ?? 'en') : asked
  const { pocketsphinxDir } = config
  const whisper = { ...config.whisper, threads: await threadsOf(config) }
  const engines = wanted.model?.includes('/')
    ? [await openModel(wanted.model, whisper)]
    : await findSpeechEngines({ whisper, pocketsphinx: { siteModelDir: pocketsphinxDir } })
  const named = engines.filter(
    ({ identity }) =>
      (wanted.engine === undefined || identity.engine === wanted.engine) &&
      (wanted.model === undefined || wanted.model.includes('/') || identity.model === wanted.model),
  )
  const able = named.filter(({ capabilities }) => capabilities.languages.includes(language))
  const telling = asked === 'auto' ? able.find((each) => each.detectLanguage) : undefined
  const engine = telling ?? able[0]
  if (engine) return engine

  const there = engines.map(
    ({ identity, capabilities }) =>
      `${identity.engine}/${identity.model} (${capabilities.languages.join(', ')})`,
  )
  throw new Refused(
    'engine-unavailable',
    `no speech engine for ${language} ${wanted.engine ? `named ${wanted.engine} ` : ''}is ready here`,
    there.length > 0
      ? `There is: ${there.join('; ')}.`
      : 'On Debian, install the demonstration engine: apt-get install pocketsphinx pocketsphinx-en-us.',
  )
}

/** Decodes a recording and lets an engine hear it. Nothing is left behind. */
export async function hearRecording(
  config: CliConfig,
  request: {
    readonly path: string
    readonly engine: SpeechEngine
    /** `auto`: found by the engine. */
    readonly language: SpeechLanguage | 'auto'
    /** What it is taken for where that is not clear; English unless told. */
    readonly inDoubt?: SpeechLanguage
    /** What the engine is told to expect in a language. */
    readonly vocabularyFor?: (language: SpeechLanguage) => Vocabulary
    readonly progress: Progress
    readonly signal: AbortSignal
  },
): Promise<{
  readonly recognition: Recognition
  readonly facts: RecordingFacts
  /** False where the language was asked for and is not clear. */
  readonly languageFound: boolean
}> {
  const { path, engine, progress, signal, inDoubt = 'en' } = request
  await requireFile(path)
  return inPrivateDirectory(signal, async (directory) => {
    progress.step('decode')
    const wavPath = join(directory, 'decoded.wav')
    const decoded = await decoderOf(config).decode({
      inputPath: path,
      outputPath: wavPath,
      signal,
    })
    if ('undecodable' in decoded) throw refuseRecording(path, decoded.undecodable)

    progress.step('recognise')
    const { durationMs } = decoded.facts
    const plan = await planRecording({
      wavPath,
      longestMs: engine.capabilities.longestPieceMs,
      fewest: engine.capabilities.fixedWindow,
      signal,
    })
    const found =
      request.language === 'auto'
        ? await detectInPieces(
            engine,
            { wavPath, plan, tempDir: directory },
            { among: engine.capabilities.languages, signal },
          )
        : { language: request.language }
    const language = found?.language ?? inDoubt
    const pieces = hearInPieces(
      engine,
      { wavPath, plan, indices: [...plan.keys()], tempDir: directory },
      { language, ...request.vocabularyFor?.(language), signal, onProgress: progress.fraction },
    )
    const words: RecognisedWord[] = []
    for await (const heard of pieces) words.push(...heard.words)
    const recognition = {
      id: randomUUID(),
      language,
      engine: engine.identity,
      durationMs,
      words,
    }
    return { recognition, facts: decoded.facts, languageFound: found !== null }
  })
}

/** Said on standard error whenever such an engine was used. */
export function warnOfDemonstration(engine: SpeechEngine, stderr: Output): void {
  if (!engine.identity.demonstrationOnly) return
  stderr.write(`${engine.identity.engine} is a demonstration engine: not for clinical use\n`)
}
