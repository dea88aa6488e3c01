import type { SherpaResult } from '../sherpa-onnx/read-result.ts'

/**
 * What transformers.js answers: the text, and its sentences with beginnings and ends in seconds, the last of which may
 * have none. Null where it is no such answer.
 */
export function readAnswer(answer: unknown, durationMs: number): SherpaResult | null {
  if (typeof answer !== 'object' || answer === null) return null
  const text: unknown = Reflect.get(answer, 'text')
  const chunks: unknown = Reflect.get(answer, 'chunks') ?? []
  if (typeof text !== 'string' || !Array.isArray(chunks)) return null
  const segments = chunks.map((chunk: unknown) => readSegment(chunk, durationMs))
  if (segments.includes(null)) return null
  const timed = segments.filter((segment) => segment !== null)
  return { ...withoutTokens, text, segments: timed }
}

const withoutTokens = { tokens: [], timestamps: [], durations: [], logProbabilities: [] }

function readSegment(chunk: unknown, durationMs: number): SherpaResult['segments'][number] | null {
  if (typeof chunk !== 'object' || chunk === null) return null
  const text: unknown = Reflect.get(chunk, 'text')
  const times: unknown = Reflect.get(chunk, 'timestamp')
  if (typeof text !== 'string' || !Array.isArray(times)) return null
  const [from, to]: unknown[] = times
  const startMs = typeof from === 'number' ? from * 1000 : 0
  return { text, startMs, endMs: typeof to === 'number' ? to * 1000 : durationMs }
}
