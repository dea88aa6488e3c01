import type { RecognisedWord } from '@plume/transcript'

/** One answer of sherpa-onnx, of which each kind of model fills other parts. Times in seconds. */
export type SherpaResult = {
  readonly text: string
  readonly tokens: readonly string[]
  /** Where each token begins; empty from Whisper. */
  readonly timestamps: readonly number[]
  /** How long each token lasts; from transducers with durations only. */
  readonly durations: readonly number[]
  /** Natural logarithms of each token's probability; from transducers only. */
  readonly logProbabilities: readonly number[]
  readonly segments: readonly Segment[]
}

type Segment = { readonly text: string; readonly startMs: number; readonly endMs: number }

/** Null where it is no result. */
export function readResult(value: unknown): SherpaResult | null {
  if (typeof value !== 'object' || value === null) return null
  const field = (name: string): unknown => Reflect.get(value, name)
  const tokens = field('tokens')
  const text = field('text')
  if (typeof text !== 'string' || !Array.isArray(tokens) || !tokens.every(isText)) return null
  const timestamps = numbersOf(field('timestamps'))
  const durations = numbersOf(field('durations'))
  const logProbabilities = numbersOf(field('ys_log_probs'))
  if (!timestamps || !durations || !logProbabilities) return null
  return { text, tokens, timestamps, durations, logProbabilities, segments: segmentsOf(field) }
}

function segmentsOf(field: (name: string) => unknown): readonly Segment[] {
  const texts = field('segment_texts')
  const starts = numbersOf(field('segment_timestamps')) ?? []
  const lengths = numbersOf(field('segment_durations')) ?? []
  if (!Array.isArray(texts) || !texts.every(isText)) return []
  return texts.map((text, index) => {
    const startMs = (starts[index] ?? 0) * 1000
    return { text, startMs, endMs: startMs + (lengths[index] ?? 0) * 1000 }
  })
}

const isText = (value: unknown): value is string => typeof value === 'string'

function numbersOf(value: unknown): readonly number[] | null {
  if (value === undefined) return []
  const list: unknown[] | null = Array.isArray(value) ? value : null
  return list?.every((each) => typeof each === 'number') ? list : null
}

/**
 * The words of an answer, in order, with times inside the piece. From tokens where these have times;
 * else each segment's time is shared out among its words by their length, which is a guess.
 */
export function wordsOf(result: SherpaResult, durationMs: number): readonly RecognisedWord[] {
  const timed = result.tokens.length > 0 && result.timestamps.length === result.tokens.length
  return inOrder(timed ? fromTokens(result) : fromSegments(result, durationMs), durationMs)
}

type Token = {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly probability: number | null
}

function fromTokens(result: SherpaResult): readonly RecognisedWord[] {
  const words: Token[][] = []
  for (const token of tokensOf(result)) {
    const last = words.at(-1)
    // "▁" is what SentencePiece writes for a space; sherpa-onnx gives out the space.
    if (last && !/^[ ▁]/.test(token.text)) last.push(token)
    else words.push([token])
  }
  return words.flatMap(joinTokens)
}

/** Of models that tell only where a token begins: no piece of a word is longer, in milliseconds. */
const longestTokenMs = 240

function tokensOf(result: SherpaResult): readonly Token[] {
  const { tokens, timestamps, durations, logProbabilities } = result
  return tokens.map((text, index) => {
    const startMs = (timestamps[index] ?? 0) * 1000
    const nextMs = (timestamps[index + 1] ?? Number.POSITIVE_INFINITY) * 1000
    const lastsMs = (durations[index] ?? 0) * 1000
    const log = logProbabilities[index]
    return {
      text,
      startMs,
      endMs: lastsMs > 0 ? startMs + lastsMs : Math.min(nextMs, startMs + longestTokenMs),
      // What is above zero is no logarithm of a probability, but a score of another kind.
      probability: log === undefined || log > 0 ? null : Math.exp(log),
    }
  })
}

function joinTokens(tokens: readonly Token[]): readonly RecognisedWord[] {
  const raw = tokens.map((token) => token.text).join('')
  const text = plainText(raw.replaceAll(unwritable, ''))
  if (text === '') return []
  const confidence = raw.includes(unwritable) ? 0 : confidenceOf(tokens)
  const place = { startMs: tokens[0]?.startMs ?? 0, endMs: tokens.at(-1)?.endMs ?? 0 }
  return [{ text, ...place, ...(confidence === null ? {} : { confidence }) }]
}

/** What a model gives out for a sign that it has no token for: the rest of the word is in doubt. */
const unwritable = '<unk>'

/** A word is as sure as its least sure token; null where that is not told of all. */
function confidenceOf(tokens: readonly Token[]): number | null {
  const sure = tokens.flatMap(({ probability }) => (probability === null ? [] : [probability]))
  if (sure.length < tokens.length) return null
  return Math.round(Math.min(...sure) * 1000) / 1000
}

/**
 * MedASR writes what was dictated as a command in braces ("{period}", "{new paragraph}") and headings in
 * brackets. Without them it is the spoken form, which is read like any other engine's.
 */
function plainText(text: string): string {
  return text
    .replaceAll('▁', ' ')
    .trim()
    .replace(/^[{[]+|[}\]]+$/g, '')
}

function fromSegments(result: SherpaResult, durationMs: number): readonly RecognisedWord[] {
  const { text, segments } = result
  const said = (all: string) => all.replace(/\s+/g, '')
  const whole = { text, startMs: 0, endMs: durationMs }
  // Where segments do not hold all that was said, the words count and their times do not.
  const complete = said(segments.map((segment) => segment.text).join('')) === said(text)
  return (complete ? segments : [whole]).flatMap(shareOut)
}

function shareOut({ text, startMs, endMs }: Segment): readonly RecognisedWord[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const total = words.reduce((sum, word) => sum + word.length, 0)
  let done = 0
  return words.map((word) => {
    const from = startMs + ((endMs - startMs) * done) / total
    done += word.length
    return { text: word, startMs: from, endMs: startMs + ((endMs - startMs) * done) / total }
  })
}

/** Whole milliseconds inside the piece, beginnings that never fall. */
function inOrder(words: readonly RecognisedWord[], durationMs: number): readonly RecognisedWord[] {
  let before = 0
  return words.map((word) => {
    const inside = (ms: number) => Math.max(before, Math.min(durationMs, Math.round(ms)))
    const startMs = inside(word.startMs)
    before = startMs
    return { ...word, startMs, endMs: inside(word.endMs) }
  })
}
