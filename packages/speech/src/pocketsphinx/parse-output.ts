import type { RecognisedWord } from '@plume/transcript'

/** `word start end confidence`, times in seconds; a pronunciation variant is marked `word(2)`. */
const wordLine = /^(\S+?)(?:\(\d+\))? (\d+\.\d+) (\d+\.\d+) (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/

/** Sentence borders, silences and noises, which are no words: `<s>`, `<sil>`, `[NOISE]`, `++UM++`. */
const notAWord = /^(<.*>|\[.*\]|\+\+.*\+\+)$/

/** A line of output: a word, a mark such as a silence, or neither. */
export type OutputLine =
  | { readonly kind: 'word'; readonly word: RecognisedWord }
  | { readonly kind: 'mark' }
  | { readonly kind: 'other' }

/**
 * Reads one line of `pocketsphinx_continuous -time yes`. Between the words stand whole sentences, which
 * say nothing new. Times are in milliseconds from the start of the audio, over all its utterances;
 * confidence is a probability: the program's own may pass 1 by a little.
 */
export function parseLine(line: string): OutputLine {
  const [, text, start, end, confidence] = wordLine.exec(line) ?? []
  if (text === undefined) return { kind: 'other' }
  if (notAWord.test(text)) return { kind: 'mark' }
  const word = {
    text,
    startMs: Math.round(Number(start) * 1000),
    endMs: Math.round(Number(end) * 1000),
    confidence: Math.max(0, Math.min(1, Number(confidence))),
  }
  return { kind: 'word', word }
}

/** Puts times inside the audio and in order, whatever rounding did. */
export function withinAudio(
  words: readonly RecognisedWord[],
  durationMs: number,
): readonly RecognisedWord[] {
  let earliest = 0
  return words.map((word) => {
    const startMs = Math.min(Math.max(word.startMs, earliest), durationMs)
    const endMs = Math.min(Math.max(word.endMs, startMs), durationMs)
    earliest = startMs
    return { ...word, startMs, endMs }
  })
}
