import type { RecognisedWord } from '@plume/transcript'

/** "[00:00:01.230 --> 00:00:01.480]   liver": times, two spaces, and a word with a space before it. */
const line = /^\[([\d:.]+) --> ([\d:.]+)\] {2}(.*)$/gm

/**
 * Words of what whisper.cpp prints with a word to a line, with times inside the piece that never fall. What could not be decoded is in doubt (`confidence` 0).
 */
export function readTranscript(printed: string, durationMs: number): readonly RecognisedWord[] {
  const words: RecognisedWord[] = []
  let before = 0
  for (const [, from = '', to = '', said = ''] of printed.matchAll(line)) {
    const text = said.trim()
    if (text === '') continue
    const inside = (ms: number) => Math.max(before, Math.min(durationMs, ms))
    const startMs = inside(millisecondsOf(from))
    before = startMs
    const doubt = text.includes('\ufffd') ? { confidence: 0 } : {}
    words.push({ text, startMs, endMs: inside(millisecondsOf(to)), ...doubt })
  }
  return words
}

/** "00:01:02.340". */
function millisecondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000)
}
