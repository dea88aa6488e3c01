import { createHash } from 'node:crypto'
import { access, constants, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  Failure,
  type HeardPiece,
  type SpeechEngine,
  type SpeechPiece,
  type TranscribeOptions,
} from '@plume/records'
import type { RecognisedWord } from '@plume/transcript'
import { runChild } from '../run-child.ts'
import { type LanguageModel, readAdaptedModel, shippedModelDir } from './adapted-model.ts'
import { parseLine, withinAudio } from './parse-output.ts'

export type PocketSphinxOptions = {
  readonly binary?: string
  /** Debian's model: the sounds, and the language where no folder of `adaptedDirs` holds another. */
  readonly modelDir?: string
  /** Where a site's own language model may be; it goes before the one that ships. */
  readonly siteModelDir?: string
  /** Where the one that ships is; null: not to be used. */
  readonly shippedModelDir?: string | null
  /** Told of an adapted model whose bytes are not what they were: the next one is used. */
  readonly onDamaged?: (folder: string) => void
  /** Longest time for each minute of audio, in milliseconds. It needs about a quarter of a minute. */
  readonly timeoutPerAudioMinuteMs?: number
  /** Added to that: for audio of a second or two, loading the model is most of the work. */
  readonly timeoutToStartMs?: number
}

const stockModel = 'en-us'

/**
 * How far the search follows readings that look worse at first: wider than the program's own, which is made for small
 * machines. Chosen on sentences that nothing is scored on (`bench/held-out/`). Debian's own model is heard
 * with the program's own, so that it can be compared.
 */
const widerSearch = [
  ...['-maxhmmpf', '100000', '-beam', '1e-60', '-pbeam', '1e-60', '-wbeam', '7e-35'],
  ...['-lpbeam', '1e-50', '-lponlybeam', '7e-35'],
]

const defaults = {
  binary: '/usr/bin/pocketsphinx_continuous',
  modelDir: '/usr/share/pocketsphinx/model/en-us',
  shippedModelDir,
  timeoutPerAudioMinuteMs: 10 * 60_000,
  timeoutToStartMs: 60_000,
}

/**
 * Debian's PocketSphinx and its American English sounds, with a medical language model: a real recogniser that needs
 * nothing from outside, and mishears too much. It shows the product; it is not for patients.
 */
export async function createPocketSphinxEngine(
  options: PocketSphinxOptions = {},
): Promise<SpeechEngine | { readonly unavailable: string }> {
  const { binary, modelDir, timeoutPerAudioMinuteMs, timeoutToStartMs, ...places } = {
    ...defaults,
    ...options,
  }
  const ready = await access(binary, constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!ready) return { unavailable: 'pocketsphinx is not installed' }
  const language = await chooseLanguageModel(
    modelDir,
    [places.siteModelDir, places.shippedModelDir],
    places.onDamaged,
  )
  const modelSha256 = await hashModel(modelDir, language).catch(() => null)
  if (modelSha256 === null) return { unavailable: 'the pocketsphinx en-us model is not installed' }

  return {
    identity: {
      engine: 'pocketsphinx',
      model: language.model,
      modelSha256,
      demonstrationOnly: true,
    },
    capabilities: {
      languages: ['en'],
      wordTimes: true,
      confidence: true,
      prompt: false,
      // It hears a stream. Loading its model takes half a second, which short pieces would pay each.
      longestPieceMs: 5 * 60_000,
    },

    async *transcribe(pieces, { signal, onProgress }) {
      const totalMs = pieces.reduce((sum, { durationMs }) => sum + durationMs, 0)
      let doneMs = 0
      for (const piece of pieces) {
        yield await hear(piece, (fraction) =>
          onProgress?.((doneMs + fraction * piece.durationMs) / Math.max(1, totalMs)),
        )
        doneMs += piece.durationMs
      }

      async function hear(
        { wavPath, durationMs }: SpeechPiece,
        tell: (fraction: number) => void,
      ): Promise<HeardPiece> {
        const hearing = createHearing(durationMs, tell)
        await runChild({
          command: binary,
          arguments: commandLine(modelDir, language, wavPath),
          timeoutMs: timeoutToStartMs + (durationMs / 60_000) * timeoutPerAudioMinuteMs,
          ...(signal ? { signal } : {}),
          onLine: hearing.take,
        })
        return { words: hearing.finish(), omissions: [] }
      }
    },
  }
}

/** Gathers words from lines, and tells how far into the audio they have come. */
function createHearing(durationMs: number, onProgress: TranscribeOptions['onProgress']) {
  const words: RecognisedWord[] = []
  let done = 0
  let understood = 0
  let strange = 0
  return {
    take(line: string): void {
      const parsed = parseLine(line)
      if (parsed.kind !== 'other') understood += 1
      else if (line.trim() !== '') strange += 1
      if (parsed.kind !== 'word') return
      words.push(parsed.word)
      done = Math.max(done, Math.min(1, parsed.word.endMs / Math.max(1, durationMs)))
      onProgress?.(done)
    },
    finish(): readonly RecognisedWord[] {
      // Another version of the program: its answer must not pass for a recording without words.
      if (strange > 0 && understood === 0) {
        throw new Failure(
          'engine-output-unreadable',
          `${strange} lines, none with a word's times`,
          {
            retryable: false,
          },
        )
      }
      onProgress?.(1)
      return withinAudio(words, durationMs)
    },
  }
}

function commandLine(
  modelDir: string,
  { model, languageModelPath, dictionaryPath }: LanguageModel,
  wavPath: string,
): readonly string[] {
  return [
    ...['-hmm', join(modelDir, 'en-us')],
    ...['-lm', languageModelPath, '-dict', dictionaryPath],
    ...(model === stockModel ? [] : widerSearch),
    ...['-infile', wavPath, '-time', 'yes', '-logfn', '/dev/null'],
  ]
}

/** The first adapted model that is there and intact, or the stock one. */
async function chooseLanguageModel(
  modelDir: string,
  adaptedDirs: readonly (string | null | undefined)[],
  onDamaged: PocketSphinxOptions['onDamaged'],
): Promise<LanguageModel> {
  for (const folder of adaptedDirs) {
    if (!folder) continue
    const model = await readAdaptedModel(folder)
    if (model === 'damaged') onDamaged?.(folder)
    else if (model !== 'absent') return model
  }
  return {
    model: stockModel,
    languageModelPath: join(modelDir, 'en-us.lm.bin'),
    dictionaryPath: join(modelDir, 'cmudict-en-us.dict'),
  }
}

/** One hash over all that decides what is heard: Debian's folder and, where it is adapted, the language model. */
async function hashModel(modelDir: string, language: LanguageModel): Promise<string> {
  if (language.model === stockModel) return hashFolder(modelDir)
  const hash = createHash('sha256').update(await hashFolder(join(modelDir, 'en-us')))
  for (const path of [language.languageModelPath, language.dictionaryPath]) {
    hash.update(
      createHash('sha256')
        .update(await readFile(path))
        .digest(),
    )
  }
  return hash.digest('hex')
}

/** One hash over the names and contents of all files, in order. */
async function hashFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0) {
    throw new Failure('engine-unavailable', 'an empty model folder', { retryable: false })
  }
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(folder.length)).update(await readFile(file))
  return hash.digest('hex')
}
