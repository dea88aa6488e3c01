import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { HeardPiece, SpeechEngine, SpeechPiece, TranscribeOptions } from '@plume/records'
import { Failure } from '@plume/records'
import { withoutPhantoms } from '../phantoms/without-phantoms.ts'
import { runChild } from '../run-child.ts'
import { commandLine, promptLimit, windowMs } from './command-line.ts'
import { detectLanguage } from './detect-language.ts'
import { readModelHeader } from './read-model-header.ts'
import { readOutput } from './read-output.ts'

export type WhisperCppOptions = {
  /** whisper.cpp's `whisper-cli`. */
  readonly binary: string
  readonly modelPath: string
  /** Name and hash under which the model's words are kept. */
  readonly model: string
  readonly modelSha256: string
  readonly threads: number
  /** Longest time for each minute of audio, in milliseconds. */
  readonly timeoutPerAudioMinuteMs?: number
  /** Added to that, for loading the model. */
  readonly timeoutToStartMs?: number
  /** Trying again with more chance where the model is unsure. On, unless a test says otherwise. */
  readonly fallback?: boolean
  /** Where what it heard lies for a moment. The system's own unless told. */
  readonly tempDir?: string
}

const defaults = {
  // Large models on a small machine are several times slower than speech.
  timeoutPerAudioMinuteMs: 15 * 60_000,
  timeoutToStartMs: 120_000,
  fallback: true,
}

/** How long a file that was announced may take to be whole. */
const writingMs = 5000

/**
 * whisper.cpp through its own command, one child for all pieces of a call, so that the model is loaded
 * once. Throws `engine-unavailable` where the model file is none.
 */
export async function createWhisperCppEngine(given: WhisperCppOptions): Promise<SpeechEngine> {
  const options = { ...defaults, ...given }
  const { isMultilingual } = await readModelHeader(options.modelPath)
  return {
    identity: {
      engine: 'whisper.cpp',
      model: options.model,
      modelSha256: options.modelSha256,
      demonstrationOnly: false,
    },
    capabilities: {
      languages: isMultilingual ? ['en', 'fr'] : ['en'],
      wordTimes: true,
      confidence: true,
      prompt: true,
      longestPieceMs: windowMs,
      fixedWindow: true,
      // Its prompt stands in the command line, which every user of the machine can read (proc(5)).
      vocabulary: { promptTokens: promptLimit, terms: 0, isPrivate: false },
    },
    transcribe: (pieces, request) => transcribe(options, pieces, request),
    ...(isMultilingual
      ? {
          detectLanguage: (pieces: readonly SpeechPiece[], { among, signal }: DetectOptions) =>
            detectLanguage(options, pieces, among, signal),
        }
      : {}),
  }
}

type DetectOptions = Parameters<NonNullable<SpeechEngine['detectLanguage']>>[1]

async function* transcribe(
  options: WhisperCppOptions & typeof defaults,
  pieces: readonly SpeechPiece[],
  { signal, onProgress, language, prompt }: TranscribeOptions,
): AsyncGenerator<HeardPiece> {
  signal?.throwIfAborted()
  if (pieces.length === 0) return
  const folder = await mkdtemp(join(options.tempDir ?? tmpdir(), 'plume-whisper-'))
  const outputPaths = pieces.map((_, index) => join(folder, String(index)))
  const stopped = new AbortController()
  const following = followOutput(pieces, onProgress)
  const totalMs = pieces.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const running = runChild({
    command: options.binary,
    arguments: commandLine({
      ...options,
      wavPaths: pieces.map(({ wavPath }) => wavPath),
      outputPaths,
      language,
      ...(prompt ? { prompt } : {}),
    }),
    timeoutMs: options.timeoutToStartMs + (totalMs / 60_000) * options.timeoutPerAudioMinuteMs,
    signal: signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal,
    onErrorLine: following.take,
  })
  const ended = running.then(() => 'ended' as const)
  // Told to whoever reads; without this an early failure would count as unhandled.
  ended.catch(() => {})
  try {
    for (const [index, piece] of pieces.entries()) {
      const end = await Promise.race([following.written(index), ended])
      const json = await readWhole(`${outputPaths[index]}.json`, end === 'ended' ? 0 : writingMs)
      const words = readOutput(json, piece.durationMs)
      yield await withoutPhantoms(words, piece, { fromWhisper: true, prompt, signal })
    }
    await ended
    onProgress?.(1)
  } finally {
    stopped.abort()
    await running.catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the program says on its standard error: how far it is in a file, and that one is written. */
function followOutput(pieces: readonly SpeechPiece[], onProgress: TranscribeOptions['onProgress']) {
  const total = Math.max(
    1,
    pieces.reduce((sum, { durationMs }) => sum + durationMs, 0),
  )
  const waiting = pieces.map(() => {
    let tell = () => {}
    const written = new Promise<void>((resolve) => {
      tell = resolve
    })
    return { written, tell }
  })
  let current = 0
  let doneMs = 0
  let told = 0

  function tellProgress(ms: number): void {
    told = Math.max(told, Math.min(1, ms / total))
    onProgress?.(told)
  }

  return {
    written: (index: number) => waiting[index]?.written,
    take(line: string): void {
      const length = pieces[current]?.durationMs ?? 0
      const [, percent] = /progress = +(\d+)%/.exec(line) ?? []
      if (percent !== undefined) tellProgress(doneMs + Math.min(1, Number(percent) / 100) * length)
      if (!line.startsWith('output_json: saving output to')) return
      doneMs += length
      tellProgress(doneMs)
      waiting[current]?.tell()
      current += 1
    },
  }
}

/** The program announces a file before it has written it. */
async function readWhole(path: string, patienceMs: number): Promise<string> {
  const until = performance.now() + patienceMs
  for (;;) {
    const text = await readFile(path, 'latin1').catch(() => '')
    if (text.trimEnd().endsWith('}') && isJsonObject(text)) return text
    if (performance.now() > until) {
      if (text !== '') return text
      throw new Failure('engine-output-unreadable', 'whisper-cli left a piece out', {
        retryable: false,
      })
    }
    await pause(20)
  }
}

/** As many brackets closed as opened, outside of strings. */
function isJsonObject(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, '')
  return bare.split('{').length === bare.split('}').length
}
