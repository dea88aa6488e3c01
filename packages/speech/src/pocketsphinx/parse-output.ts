import type { RecognisedWord } from '@plume/transcript'

/** `word start end confidence`, times in seconds; a pronunciation variant is marked `word(2)`. */
const wordLine = /^(\S+?)(?:\(\d+\))? (\d+\.\d+) (\d+\.\d+) (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/

/** Sentence borders, silences and noises, which are no words: `<s>`, `<sil>`, `[NOISE]`, `++UM++`. */
const notAWord = /^(<.*>|\[.*\]|\+\+.*\+\+)$/

/**
 * One line of `pocketsphinx_continuous -time yes` as a word; null for the hypothesis lines between.
 * Times are in milliseconds and confidence is a probability: the program's own may pass 1 by a little.
 */
export function parseWordLine(line: string): RecognisedWord | null {
  const [, text, start, end, confidence] = wordLine.exec(line) ?? []
  if (text === undefined || notAWord.test(text)) return null
  return {
    text,
    startMs: Math.round(Number(start) * 1000),
    endMs: Math.round(Number(end) * 1000),
    confidence: Math.max(0, Math.min(1, Number(confidence))),
  }
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
