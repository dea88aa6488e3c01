import { createHash } from 'node:crypto'
import { access, constants, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, type SpeechEngine } from '@plume/records'
import type { RecognisedWord } from '@plume/transcript'
import { runChild } from '../run-child.ts'
import { parseWordLine, withinAudio } from './parse-output.ts'

export type PocketSphinxOptions = {
  readonly binary?: string
  readonly modelDir?: string
  /** Longest time for each minute of audio, in milliseconds. It needs about a quarter of a minute. */
  readonly timeoutPerAudioMinuteMs?: number
}

const defaults = {
  binary: '/usr/bin/pocketsphinx_continuous',
  modelDir: '/usr/share/pocketsphinx/model/en-us',
  timeoutPerAudioMinuteMs: 10 * 60_000,
}

/** For audio of a second or two, loading the model is most of the work. */
const leastTimeoutMs = 60_000

/**
 * Debian's PocketSphinx with its stock American English model: a real recogniser that needs nothing
 * from outside, and mishears every third word. It shows the product; it is not for patients.
 */
export async function createPocketSphinxEngine(
  options: PocketSphinxOptions = {},
): Promise<SpeechEngine | { readonly unavailable: string }> {
  const { binary, modelDir, timeoutPerAudioMinuteMs } = { ...defaults, ...options }
  const ready = await access(binary, constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!ready) return { unavailable: 'pocketsphinx is not installed' }
  const modelSha256 = await hashFolder(modelDir).catch(() => null)
  if (modelSha256 === null) return { unavailable: 'the pocketsphinx en-us model is not installed' }

  return {
    identity: { engine: 'pocketsphinx', model: 'en-us', modelSha256, demonstrationOnly: true },
    capabilities: { languages: ['en'], wordTimes: true, confidence: true, prompt: false },

    async transcribe({ wavPath, durationMs }, { signal, onProgress }) {
      const words: RecognisedWord[] = []
      let done = 0
      await runChild({
        command: binary,
        arguments: commandLine(modelDir, wavPath),
        timeoutMs: leastTimeoutMs + (durationMs / 60_000) * timeoutPerAudioMinuteMs,
        ...(signal ? { signal } : {}),
        onLine(line) {
          const word = parseWordLine(line)
          if (!word) return
          words.push(word)
          done = Math.max(done, Math.min(1, word.endMs / Math.max(1, durationMs)))
          onProgress?.(done)
        },
      })
      onProgress?.(1)
      return withinAudio(words, durationMs)
    },
  }
}

function commandLine(modelDir: string, wavPath: string): readonly string[] {
  return [
    ...['-hmm', join(modelDir, 'en-us')],
    ...['-lm', join(modelDir, 'en-us.lm.bin')],
    ...['-dict', join(modelDir, 'cmudict-en-us.dict')],
    ...['-infile', wavPath, '-time', 'yes', '-logfn', '/dev/null'],
  ]
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
