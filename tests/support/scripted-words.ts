import type { RecognisedWord } from '@plume/transcript'

/** A short chest X-ray dictation as a recogniser would give it. */
const spoken =
  'findings colon the lungs are clear period heart size is normal period impression colon no acute disease period'

export const scriptedWords: readonly RecognisedWord[] = spoken.split(' ').map((text, index) => ({
  text,
  startMs: index * 40,
  endMs: index * 40 + 35,
  confidence: 0.9,
}))
