import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** As long as this a run of words is seldom shared by chance. */
const runLength = 6
/** As long as this it never is: the text is the scored one. */
const copiedLength = 12

/** Said or not, depending on who dictates: a run is the same run with and without them. */
const marks: ReadonlySet<string> = new Set(['period', 'comma', 'colon', 'semicolon'])

/**
 * The runs of six words of every text that engines are scored on, as hashes: some of those texts may not be copied
 * into this repository. `bench/scored-runs.ts` makes the list.
 */
const { runs }: { readonly runs: readonly string[] } = JSON.parse(
  readFileSync(new URL('scored-runs.json', import.meta.url), 'utf8'),
)
const known: ReadonlySet<string> = new Set(runs)

/** Whether these words, as spoken, share a run of six with a text that engines are scored on. */
export function sharesScoredRun(words: readonly string[]): boolean {
  return runsOf(words).some((run) => known.has(run))
}

/** Whether a text is one that engines are scored on, or holds twelve words in a row of one. */
export function isScoredText(sentences: readonly (readonly string[])[]): boolean {
  let inARow = 0
  return runsOf(sentences.flat()).some((run) => {
    inARow = known.has(run) ? inARow + 1 : 0
    return inARow > copiedLength - runLength
  })
}

/** A text's runs of six words in order: the first 12 hexadecimal digits of their SHA-256. */
export function runsOf(spoken: readonly string[]): readonly string[] {
  const words = spoken.filter((word) => !marks.has(word))
  return words
    .slice(0, Math.max(0, words.length - runLength + 1))
    .map((_, at) => hashOf(words.slice(at, at + runLength)))
}

function hashOf(words: readonly string[]): string {
  return createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 12)
}
