import type { DetectedLanguage, SpeechLanguage, SpeechPiece } from '@plume/records'
import { decideLanguage, type LanguageVote } from '../language/decide-language.ts'
import { runChild } from '../run-child.ts'

/** Each costs as much as hearing it without its words. */
const mostPieces = 3

/**
 * Lets a multilingual model say what language the first pieces are in. It says the likeliest of all that it knows, in
 * its log; the words of the pieces are not decoded, and nothing is ever translated.
 */
export async function detectLanguage(
  options: {
    readonly binary: string
    readonly modelPath: string
    readonly threads: number
    readonly timeoutToStartMs: number
    readonly timeoutPerAudioMinuteMs: number
  },
  pieces: readonly SpeechPiece[],
  among: readonly SpeechLanguage[],
  signal?: AbortSignal,
): Promise<DetectedLanguage | null> {
  const heard = pieces.slice(0, mostPieces)
  if (heard.length === 0) return null
  const votes: LanguageVote[] = []
  const totalMs = heard.reduce((sum, { durationMs }) => sum + durationMs, 0)
  await runChild({
    command: options.binary,
    arguments: [
      ...['-m', options.modelPath, '-t', String(options.threads), '--detect-language'],
      ...heard.flatMap(({ wavPath }) => ['-f', wavPath]),
    ],
    timeoutMs: options.timeoutToStartMs + (totalMs / 60_000) * options.timeoutPerAudioMinuteMs,
    ...(signal ? { signal } : {}),
    onErrorLine: (line) => {
      const vote = readVote(line)
      if (vote) votes.push(vote)
    },
  })
  return decideLanguage(votes, among)
}

/** `whisper_full_with_state: auto-detected language: fr (p = 0.973210)` */
function readVote(line: string): LanguageVote | null {
  const [, language, probability] =
    /auto-detected language: ([a-z]+) \(p = ([0-9.]+)\)/.exec(line) ?? []
  if (language === undefined || probability === undefined) return null
  return { language, probability: Number(probability) }
}
