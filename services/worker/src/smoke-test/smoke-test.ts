import type { SmokeFailure } from '@plume/contracts'
import { Failure, type SpeechEngine, type SpeechLanguage } from '@plume/records'
import { hearWhole } from '@plume/speech'
import { shareHeard } from './share-heard.ts'
import { smokeClip } from './smoke-clips.ts'

export type SmokeResult =
  | { readonly passed: true; readonly clipMs: number; readonly workMs: number }
  | { readonly passed: false; readonly reason: SmokeFailure; readonly shareHeard: number | null }

export type SmokeTest = (engine: SpeechEngine, language: SpeechLanguage) => Promise<SmokeResult>

/**
 * What an engine has to hear of the clip's words. The question is whether it hears at all, not how well: the clips
 * are synthetic speech, in which a small model that is of use may miss half. What does not hear (a broken model, one
 * of another language, a program of another version, phrases about nothing as Whisper makes them up) finds none of
 * them, or one by chance.
 */
export const shareNeeded = 1 / 3

/** A large model on a slow processor needs a minute to load and hear six seconds. */
const limitMs = 180_000

/** Lets an engine hear a clip whose words are known. It never throws: whatever goes wrong is the answer. */
export const smokeTest: SmokeTest = async (engine, language) => {
  const { expected, ...clip } = smokeClip(language)
  const startedAt = performance.now()
  try {
    const signal = AbortSignal.timeout(limitMs)
    const { words } = await hearWhole(engine, clip, { language, signal })
    const share = shareHeard(
      expected,
      words.map(({ text }) => text),
    )
    if (share < shareNeeded)
      return { passed: false, reason: 'heard-other-words', shareHeard: share }
    return { passed: true, clipMs: clip.durationMs, workMs: performance.now() - startedAt }
  } catch (error) {
    return { passed: false, reason: reasonOf(error), shareHeard: null }
  }
}

function reasonOf(error: unknown): SmokeFailure {
  if (error instanceof Error && error.name === 'TimeoutError') return 'engine-timeout'
  if (!(error instanceof Failure)) return 'unexpected-failure'
  switch (error.code) {
    case 'engine-crashed':
    case 'engine-timeout':
    case 'engine-output-unreadable':
    case 'engine-unavailable':
      return error.code
    default:
      return 'unexpected-failure'
  }
}
