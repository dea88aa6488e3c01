import type { Omission, RecognisedWord } from '@plume/transcript'
import type { TimeSpan } from '../time-span.ts'

/** What is known of a piece beside the words. */
export type Circumstances = {
  /** What the engine was told to expect. */
  readonly prompt?: string
  /** Where a voice was found, in milliseconds of the piece; absent where nobody looked. */
  readonly voice?: readonly TimeSpan[]
}

/** Takes out what nobody said, with a record of each. */
export type Pass = (
  words: readonly RecognisedWord[],
  omissions: Omission[],
  circumstances: Circumstances,
) => readonly RecognisedWord[]

export function omit(
  words: readonly RecognisedWord[],
  reason: Omission['reason'],
  omissions: Omission[],
): void {
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return
  const text = words.map((word) => word.text).join(' ')
  omissions.push({ reason, text, startMs: first.startMs, endMs: last.endMs })
}

/** For a person to listen to. */
export const unsure = (word: RecognisedWord): RecognisedWord => ({ ...word, confidence: 0 })

/** Whisper's times of words are some tenths of a second off. */
const toleranceMs = 300

/** Whether all of it lies where no voice is. False where nobody looked for one. */
export function isWithoutVoice(words: readonly TimeSpan[], voice: Circumstances['voice']): boolean {
  const [first] = words
  const last = words.at(-1)
  if (!voice || !first || !last) return false
  return voice.every(
    ({ startMs, endMs }) =>
      endMs + toleranceMs <= first.startMs || startMs - toleranceMs >= last.endMs,
  )
}
