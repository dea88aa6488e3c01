import type { RecognisedWord, WordIndex } from '@plume/transcript'

/** One recognised word, taken apart for reading. */
export type Token = {
  /** Which word of the recognition it is. */
  readonly index: WordIndex
  /** As the engine gave it, without white space around it. */
  readonly text: string
  /** Marks that the engine glued to the front: `(`, `«` … */
  readonly before: string
  /** The word without the marks around it. */
  readonly core: string
  /** Marks that the engine glued to the end: `.`, `,`, `)` … with any no-break space before them. */
  readonly after: string
  /**
   * What commands and numbers are matched against: lower case, straight apostrophes, cut at hyphens
   * and after apostrophes. `Point-Virgule` is `point`, `virgule`; `d’interrogation` is `d'`,
   * `interrogation`. So one word or two, hyphen or space, make no difference.
   */
  readonly atoms: readonly string[]
  /** True if the speaker hesitated ("um") just before it. */
  readonly hesitant: boolean
  /** True if the filler before it had the capital of the sentence. */
  readonly capital?: boolean
}

const openingMarks = new Set('([{«“"\u00a0\u202f')
const closingMarks = new Set('.,;:?!…)]}»”"\u00a0\u202f')

export function toToken(word: RecognisedWord, index: WordIndex): Token {
  const text = trimSpace(word.text)
  let from = 0
  let to = text.length
  while (from < to && openingMarks.has(text.charAt(from))) from++
  while (from < to && closingMarks.has(text.charAt(to - 1))) to--
  const core = text.slice(from, to)
  return {
    index,
    text,
    before: text.slice(0, from),
    core,
    after: text.slice(to),
    atoms: atomsOf(core),
    hesitant: false,
  }
}

/** Line breaks are kept: in text that was already written they are breaks. */
function trimSpace(text: string): string {
  return notSpace.test(text) ? text.trim() : text.replace(/[^\n]/g, '')
}

// Made once: an expression in a function is a new object each time, and these are asked of every word.
const notSpace = /\S/
const plainWord = /^[a-z]+$/
const signedNumber = /^[-+]\d[\d.,]*$/

export function atomsOf(core: string): readonly string[] {
  // Most words are their own only atom.
  if (plainWord.test(core)) return [core]
  // The sign of a number is part of it: without it "-10 degrees" would be ten.
  if (signedNumber.test(core)) return [core]
  const plain = core.normalize('NFC').toLowerCase().replaceAll('’', "'")
  return plain.match(/[^'‐‑-]+'?/g) ?? []
}
