import type { SpeechEngine } from '@plume/records'
import type { EngineIdentity } from '@plume/transcript'

export type MeasuredSpeed = {
  readonly recognitions: number
  readonly audioMs: number
  /** Times real time. */
  readonly speed: number
}

/** So many of the latest recognitions: enough that one odd recording does not decide, few enough to follow the load. */
const rolling = 20

type Recognition = { readonly audioMs: number; readonly workMs: number }

/** Measures how fast engines are at their real work, with as many recognitions beside it as there are. */
export function createSpeedometer(now: () => number = () => performance.now()) {
  const latest = new Map<string, readonly Recognition[]>()

  return {
    /** The same engine, measured. */
    measured(engine: SpeechEngine): SpeechEngine {
      return {
        ...engine,
        async *transcribe(pieces, options) {
          let audioMs = 0
          let workMs = 0
          let heardPieces = 0
          const heard = engine.transcribe(pieces, options)[Symbol.asyncIterator]()
          try {
            for (;;) {
              // What the caller does with a piece before it asks for the next is not the engine's time.
              const askedAt = now()
              const { value, done } = await heard.next()
              workMs += now() - askedAt
              if (done) break
              audioMs += pieces[heardPieces++]?.durationMs ?? 0
              yield value
            }
          } finally {
            await heard.return?.()
            note(engine.identity, { audioMs, workMs })
          }
        },
      }
    },

    /** Of the latest recognitions, by the length of what was recognised; null before the first. */
    of(identity: EngineIdentity): MeasuredSpeed | null {
      const all = latest.get(keyOf(identity)) ?? []
      const audioMs = sum(all.map((each) => each.audioMs))
      const workMs = sum(all.map((each) => each.workMs))
      if (audioMs <= 0 || workMs <= 0) return null
      return { recognitions: all.length, audioMs: Math.round(audioMs), speed: audioMs / workMs }
    },
  }

  function note(identity: EngineIdentity, recognition: Recognition): void {
    if (recognition.audioMs === 0) return
    const before = latest.get(keyOf(identity)) ?? []
    latest.set(keyOf(identity), [...before, recognition].slice(-rolling))
  }
}

export type Speedometer = ReturnType<typeof createSpeedometer>

function keyOf({ engine, model, modelSha256 }: EngineIdentity): string {
  return JSON.stringify([engine, model, modelSha256])
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
