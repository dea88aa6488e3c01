import { setTimeout as pause } from 'node:timers/promises'
import type { Failure, SpeechEngine, SpeechLanguage, SpeechPiece } from '@plume/records'
import type { RecognisedWord } from '@plume/transcript'

/**
 * Says what it was told to say, when it was told to. For tests: it hears nothing, and its identity
 * says so.
 */
export function createScriptedEngine(script: {
  /** What it says, or how it makes that up from the length of the audio in milliseconds. */
  readonly words: readonly RecognisedWord[] | ((durationMs: number) => readonly RecognisedWord[])
  readonly languages?: readonly SpeechLanguage[]
  readonly longestPieceMs?: number
  /** How long it pretends to work on a piece. */
  readonly delayMs?: number
  /** It never answers: only the signal ends it. */
  readonly hang?: boolean
  /** Thrown at the end instead of an answer. */
  readonly failWith?: Failure
}): SpeechEngine {
  const steps = 4
  return {
    identity: {
      engine: 'scripted',
      model: 'none',
      modelSha256: '0'.repeat(64),
      demonstrationOnly: true,
    },
    capabilities: {
      languages: script.languages ?? ['en', 'fr'],
      wordTimes: true,
      confidence: true,
      prompt: false,
      longestPieceMs: script.longestPieceMs ?? 30_000,
    },
    async *transcribe(pieces, { signal, onProgress }) {
      for (const [done, piece] of pieces.entries()) {
        const words = await say(piece, signal, (fraction) =>
          onProgress?.((done + fraction) / pieces.length),
        )
        yield { words, omissions: [] }
      }
    },
  }

  async function say(
    { durationMs }: SpeechPiece,
    signal: AbortSignal | undefined,
    tell: (fraction: number) => void,
  ): Promise<readonly RecognisedWord[]> {
    for (let step = 1; step <= steps; step += 1) {
      signal?.throwIfAborted()
      if (script.delayMs) await interruptible(script.delayMs / steps, signal)
      tell(step / steps)
    }
    if (script.hang) await untilAborted(signal)
    if (script.failWith) throw script.failWith
    const words = typeof script.words === 'function' ? script.words(durationMs) : script.words
    return words.map((word) => ({
      ...word,
      startMs: Math.min(word.startMs, durationMs),
      endMs: Math.min(word.endMs, durationMs),
    }))
  }
}

/** Ends with the signal's own reason rather than the timer's. */
async function interruptible(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(ms, undefined, signal ? { signal } : {}).catch(() => {})
  signal?.throwIfAborted()
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
