import type { HeardPiece } from '@plume/records'
import { lengthOf, type TimeSpan } from '../time-span.ts'

/** Shorter sounds are coughs and clicks. */
const leastVoiceMs = 1000

/**
 * An engine leaves out a piece in which it believes that nobody speaks, and says nothing of it (whisper.cpp:
 * no-speech probability over 0.6 together with words that it doubts). Where something was loud for a
 * second or more and no word came, that is put in the record.
 */
export function noteNothingHeard(heard: HeardPiece, voice: readonly TimeSpan[]): HeardPiece {
  const [first] = voice
  const last = voice.at(-1)
  if (heard.words.length > 0 || heard.omissions.length > 0) return heard
  if (!first || !last || lengthOf(voice) < leastVoiceMs) return heard
  const { startMs } = first
  return {
    words: [],
    omissions: [{ reason: 'nothing-heard', text: '', startMs, endMs: last.endMs }],
  }
}
