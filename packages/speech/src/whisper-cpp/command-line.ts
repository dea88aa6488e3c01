import type { SpeechLanguage } from '@plume/records'

/** The window that Whisper models hear at once. Longer pieces would be cut where no pause is. */
export const windowMs = 30_000

/** Tokens of a prompt: half of the text's context, less the mark before it (`whisper_full_with_state`). */
export const promptLimit = 223

/**
 * Arguments of whisper.cpp's own `whisper-cli`: any number of recordings with one loading of the model,
 * and a JSON file with every token for each.
 */
export function commandLine(request: {
  readonly modelPath: string
  readonly wavPaths: readonly string[]
  /** Without an ending: the program adds `.json`. */
  readonly outputPaths: readonly string[]
  readonly language: SpeechLanguage
  readonly prompt?: string
  readonly threads: number
  readonly fallback: boolean
}): readonly string[] {
  const { modelPath, wavPaths, outputPaths, language, prompt, threads, fallback } = request
  return [
    ...['-m', modelPath, '-l', language, '-t', String(threads)],
    // No prints of the text: standard output is nobody's. No tokens for noises.
    ...['--no-prints', '--print-progress', '--suppress-nst', '--output-json-full'],
    // Whisper's own limits, below which it holds a window for silence.
    ...['--no-speech-thold', '0.6', '--logprob-thold', '-1'],
    // Higher temperatures, where the model is unsure, are a cure for loops that costs time.
    ...(fallback ? [] : ['--no-fallback']),
    ...(prompt ? ['--prompt', prompt, '--carry-initial-prompt'] : []),
    ...outputPaths.flatMap((path) => ['-of', path]),
    ...wavPaths.flatMap((path) => ['-f', path]),
  ]
}
