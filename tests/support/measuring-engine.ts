import { Failure, type SpeechEngine } from '@plume/records'
import { createScriptedEngine } from '@plume/speech'

/**
 * Hears one word in each piece, as long as the piece; `heard` gets the lengths in milliseconds. Crashes before the piece
 * that `dieBefore` counts to.
 */
export function createMeasuringEngine(
  longestPieceMs: number,
  { heard = [], dieBefore }: { readonly heard?: number[]; readonly dieBefore?: number } = {},
): SpeechEngine {
  const engine = createScriptedEngine({
    words: (durationMs) => [{ text: `word${durationMs}`, startMs: 0, endMs: durationMs }],
    longestPieceMs,
  })
  return {
    ...engine,
    async *transcribe(pieces, options) {
      let number = 0
      for await (const piece of engine.transcribe(pieces, options)) {
        if (number === dieBefore) {
          throw new Failure('engine-crashed', 'as told', { retryable: true })
        }
        heard.push(pieces[number]?.durationMs ?? 0)
        number += 1
        yield piece
      }
    },
  }
}
