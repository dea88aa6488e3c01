import type { RecognisedWord } from '@plume/transcript'

/** Words as a recogniser would give them, one after the other, each of them sure. */
export function wordsSaid(spoken: string): readonly RecognisedWord[] {
  return spoken.split(' ').map((text, index) => ({
    text,
    startMs: index * 40,
    endMs: index * 40 + 35,
    confidence: 0.9,
  }))
}

/** A short chest X-ray dictation. */
export const scriptedWords = wordsSaid(
  'findings colon the lungs are clear period heart size is normal period impression colon no acute disease period',
)
