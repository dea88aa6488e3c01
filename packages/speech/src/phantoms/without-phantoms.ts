import type { HeardPiece, SpeechPiece } from '@plume/records'
import type { RecognisedWord } from '@plume/transcript'
import { findSpeechByLoudness } from '../voice-activity/find-speech-by-loudness.ts'
import { measureEnvelope } from '../voice-activity/loudness-envelope.ts'
import { noteNothingHeard } from './note-nothing-heard.ts'
import { omitPhantoms } from './omit-phantoms.ts'

/** What an engine heard in a piece, less what nobody said there; and a note where it heard nothing of a voice. */
export async function withoutPhantoms(
  words: readonly RecognisedWord[],
  { wavPath }: SpeechPiece,
  given: {
    /** Only Whisper was trained on subtitles. */
    readonly fromWhisper: boolean
    readonly prompt?: string | undefined
    readonly signal?: AbortSignal | undefined
  },
): Promise<HeardPiece> {
  const { fromWhisper, prompt, signal } = given
  const voice = findSpeechByLoudness(await measureEnvelope(wavPath, signal))
  const heard = fromWhisper
    ? omitPhantoms(words, { voice, ...(prompt ? { prompt } : {}) })
    : { words, omissions: [] }
  return noteNothingHeard(heard, voice)
}
