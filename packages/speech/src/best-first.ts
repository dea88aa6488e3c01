import type { SpeechEngine } from '@plume/records'
import type { SherpaModel } from './sherpa-onnx/describe-model.ts'

/** An engine with what decides its place. */
export type RankedEngine = {
  readonly engine: SpeechEngine
  readonly kind: SherpaModel['kind']
  /** Of the model's files. */
  readonly bytes: number
}

/** Whisper's large models begin here, quantised or not; its small one has less. */
const largeBytes = 500_000_000

/**
 * Puts engines in the order in which they are asked. By published measurements, none of which is ours:
 *
 * 1. MedASR, for English dictation alone: made for it, and has 58 % fewer wrong words than Whisper large-v3
 *    on dictated findings (arXiv 2605.16555). It is poor on conversations, which are not dictations.
 * 2. Whisper's large models: of drug names they get 12 % wrong where Parakeet gets 21 % (PriMock57, 2026).
 * 3. Parakeet, before the smaller Whispers: 9 % of words wrong on the same set, less than Whisper large.
 * 4. The other Whispers, the largest first.
 *
 * Of two alike, whisper.cpp is first: only it gives times and confidence for Whisper's words.
 */
export function bestFirst(engines: readonly RankedEngine[]): readonly SpeechEngine[] {
  return engines
    .toSorted((a, b) => tierOf(a) - tierOf(b) || runnerOf(a) - runnerOf(b) || b.bytes - a.bytes)
    .map(({ engine }) => engine)
}

function tierOf({ kind, bytes }: RankedEngine): number {
  if (kind === 'medasr') return 1
  if (kind === 'transducer') return 3
  return bytes >= largeBytes ? 2 : 4
}

function runnerOf({ engine }: RankedEngine): number {
  return engine.capabilities.wordTimes ? 0 : 1
}
