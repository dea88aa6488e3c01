import type { Sentence } from './lint-document.ts'

/** Folded phrases and what each means, found by their first word. */
export type Phrases<Meaning> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly meaning: Meaning }[]
>

/** A table of phrases; of two that begin at a word the longer is found. */
export function phrases<Meaning>(
  rows: Iterable<readonly [phrase: string, meaning: Meaning]>,
): Phrases<Meaning> {
  const index = new Map<string, { words: readonly string[]; meaning: Meaning }[]>()
  for (const [phrase, meaning] of rows) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    const same = index.get(first) ?? []
    same.push({ words, meaning })
    same.sort((a, b) => b.words.length - a.words.length)
    index.set(first, same)
  }
  return index
}

/** The longest phrase that begins at a word: what it means, and the word after it. */
export function phraseAt<Meaning>(
  sentence: Sentence,
  at: number,
  table: Phrases<Meaning>,
): { readonly meaning: Meaning; readonly to: number } | null {
  const found = table
    .get(sentence[at]?.folded ?? '')
    ?.find(({ words }) => words.every((word, nth) => sentence[at + nth]?.folded === word))
  return found ? { meaning: found.meaning, to: at + found.words.length } : null
}

/** Every phrase of a table in a sentence; none overlap. */
export function phrasesIn<Meaning>(
  sentence: Sentence,
  table: Phrases<Meaning>,
): readonly { readonly meaning: Meaning; readonly from: number; readonly to: number }[] {
  const found: { meaning: Meaning; from: number; to: number }[] = []
  for (let at = 0; at < sentence.length; ) {
    const phrase = phraseAt(sentence, at, table)
    if (phrase) found.push({ ...phrase, from: at })
    at = phrase?.to ?? at + 1
  }
  return found
}

/** Phrases of a readable table: a meaning a line, `meaning: phrase, phrase`. */
export function phraseLines(lines: string): Phrases<string> {
  return phrases(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [meaning = '', list = ''] = line.split(':').map((cell) => cell.trim())
        return list.split(',').map((phrase) => [phrase.trim(), meaning] as const)
      }),
  )
}
