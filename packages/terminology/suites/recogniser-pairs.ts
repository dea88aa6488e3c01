import { existsSync, readFileSync } from 'node:fs'

/** What was really said, and what a speech engine made of it. */
export type RecogniserPair = { readonly reference: string; readonly hypothesis: string }

const file = new URL(
  '../../../../shared/audio/asr-pairs/whisper-tiny-multimed-en-test.jsonl',
  import.meta.url,
)

/**
 * 4,751 clips of medical English (MultiMed, test split) as Whisper tiny heard them. They may not be shipped, so
 * they lie beside the repository; null where they do not.
 */
export function readRecogniserPairs(): readonly RecogniserPair[] | null {
  if (!existsSync(file)) return null
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readPair(JSON.parse(line)))
}

function readPair(value: unknown): RecogniserPair {
  if (
    typeof value === 'object' &&
    value !== null &&
    'reference' in value &&
    'hypothesis' in value
  ) {
    const { reference, hypothesis } = value
    if (typeof reference === 'string' && typeof hypothesis === 'string') {
      return { reference, hypothesis }
    }
  }
  throw new Error('a recogniser pair has no reference or no hypothesis')
}

/**
 * Whether the engine heard English here at all. Whisper tiny answers some clips in another script or with one
 * phrase over and over; nothing can be said about a correction of that.
 */
export function isHeard({ reference, hypothesis }: RecogniserPair): boolean {
  const words = hypothesis.split(/\s+/)
  const expected = reference.split(/\s+/).length
  if (
    /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Greek}]/u.test(hypothesis)
  ) {
    return false
  }
  return words.length < expected * 1.6 + 5
}
