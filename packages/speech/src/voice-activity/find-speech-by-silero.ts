import { askChild } from '../engine-child/ask-child.ts'
import type { TimeSpan } from '../time-span.ts'
import type { SileroQuestion, SileroSettings } from './silero-child.ts'

/** It needs a hundredth of the recording's time; a busy machine gets fifty times that. */
const timeoutPerAudioMs = 0.5
const timeoutToStartMs = 60_000

/**
 * Where somebody speaks, by Silero's network in a child process: in order, not overlapping. Throws what
 * `askChild` throws.
 */
export async function findSpeechBySilero(request: {
  readonly modelPath: string
  readonly wavPath: string
  readonly durationMs: number
  readonly signal?: AbortSignal | undefined
}): Promise<readonly TimeSpan[]> {
  const { modelPath, wavPath, durationMs, signal } = request
  const settings: SileroSettings = { modelPath }
  const answers = askChild<SileroQuestion, readonly TimeSpan[]>({
    program: new URL('./silero-child.ts', import.meta.url),
    settings,
    questions: [{ wavPath }],
    readAnswer: (answer) => readSpans(answer, durationMs),
    timeoutToStartMs,
    timeoutOf: () => timeoutToStartMs + durationMs * timeoutPerAudioMs,
    signal,
  })
  for await (const spans of answers) return spans
  return []
}

function readSpans(answer: unknown, durationMs: number): readonly TimeSpan[] | null {
  if (!Array.isArray(answer)) return null
  const spans: TimeSpan[] = []
  for (const pair of answer) {
    const [from, to]: unknown[] = Array.isArray(pair) ? pair : []
    if (typeof from !== 'number' || typeof to !== 'number') return null
    const startMs = Math.max(spans.at(-1)?.endMs ?? 0, Math.floor(from))
    const endMs = Math.min(durationMs, Math.ceil(to))
    if (endMs > startMs) spans.push({ startMs, endMs })
  }
  return spans
}
