import { Failure } from '@plume/records'
import type { RecognisedWord } from '@plume/transcript'

/** `[_BEG_]`, `[_TT_311]`: times and other marks that the model gives out between its words. */
const mark = /^\[_[A-Z]+_?\d*_?\]$/

type Token = {
  /** The token's bytes, one to a character: a letter with an accent may be cut in two. */
  readonly bytes: string
  readonly startMs: number
  readonly endMs: number
  readonly probability: number
  /** How sure the model was of the whole sentence, where it doubted it; else 1. */
  readonly ofSegment: number
}

/**
 * Whisper's own limit, as the mean logarithm of its tokens' probabilities: below it, it tries again, and what
 * comes then is often invented, however sure single words look.
 */
const doubtfulLogProbability = -1

/**
 * Words of one file of `--output-json-full`, read as Latin-1. A word is the tokens from one that begins
 * with a space to before the next such; it is as sure as its least sure token, and as its sentence where the
 * model doubts that. Times are in the recording and never fall.
 *
 * Throws `engine-output-unreadable` where it is no such file.
 */
export function readOutput(latin1: string, durationMs: number): readonly RecognisedWord[] {
  const words: RecognisedWord[] = []
  let before = 0
  for (const tokens of groupIntoWords(readTokens(latin1))) {
    const text = Buffer.from(tokens.map(({ bytes }) => bytes).join(''), 'latin1')
      .toString('utf8')
      .trim()
    if (text === '') continue
    const inside = (ms: number) => Math.max(before, Math.min(durationMs, ms))
    const startMs = inside(tokens[0]?.startMs ?? 0)
    before = startMs
    const endMs = inside(tokens.at(-1)?.endMs ?? 0)
    const sure = tokens.flatMap(({ probability, ofSegment }) => [probability, ofSegment])
    const confidence = Math.max(0, Math.min(1, ...sure))
    words.push({ text, startMs, endMs, confidence: Math.round(confidence * 1000) / 1000 })
  }
  return words
}

function groupIntoWords(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const words: Token[][] = []
  for (const token of tokens) {
    const last = words.at(-1)
    if (last && !token.bytes.startsWith(' ')) last.push(token)
    else words.push([token])
  }
  return words
}

function readTokens(latin1: string): readonly Token[] {
  return field(parse(latin1), 'transcription').flatMap((segment) => {
    const tokens = field(segment, 'tokens')
      .map(readToken)
      .filter(({ bytes }) => !mark.test(bytes))
    const ofSegment = certaintyOf(tokens)
    return tokens.map((token) => ({ ...token, ofSegment }))
  })
}

function certaintyOf(tokens: readonly { readonly probability: number }[]): number {
  const logs = tokens.map(({ probability }) => Math.log(Math.max(1e-9, probability)))
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length)
  return mean < doubtfulLogProbability ? Math.exp(mean) : 1
}

/** Strings of the program may hold line ends and other signs that JSON does not allow in them. */
function parse(latin1: string): unknown {
  try {
    return JSON.parse(latin1.replace(/"(?:[^"\\]|\\.)*"/gs, withoutControls))
  } catch (cause) {
    throw unreadable(cause)
  }
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x1f]/g, ' ')
}

function field(value: unknown, name: 'transcription' | 'tokens'): readonly unknown[] {
  const list: unknown = isRecord(value) ? value[name] : undefined
  if (Array.isArray(list)) return list
  throw unreadable()
}

function readToken(token: unknown): Omit<Token, 'ofSegment'> {
  const offsets = isRecord(token) ? token.offsets : undefined
  if (!isRecord(token) || !isRecord(offsets)) throw unreadable()
  const { text, p } = token
  const { from, to } = offsets
  if (typeof text !== 'string' || typeof p !== 'number') throw unreadable()
  if (typeof from !== 'number' || typeof to !== 'number') throw unreadable()
  return { bytes: text, startMs: from, endMs: to, probability: p }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unreadable(cause?: unknown): Failure {
  return new Failure('engine-output-unreadable', 'whisper-cli wrote no JSON with tokens', {
    retryable: false,
    cause,
  })
}
