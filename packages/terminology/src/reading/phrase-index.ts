import { atomsOf, type Token } from './token.ts'

/** Spoken phrases by their first atom, the longest first. */
export type PhraseIndex<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>

type Phrase<Meaning> = { readonly atoms: readonly string[]; readonly meaning: Meaning }

export type PhraseMatch<Meaning> = {
  readonly meaning: Meaning
  /** The token after the phrase. */
  readonly to: number
}

/** Builds an index from phrases as a person would write them. Where one is given twice, the first counts. */
export function indexPhrases<Meaning>(
  entries: Iterable<readonly [phrase: string, meaning: Meaning]>,
): PhraseIndex<Meaning> {
  const index = new Map<string, Phrase<Meaning>[]>()
  for (const [phrase, meaning] of entries) {
    const atoms = phrase.split(' ').flatMap(atomsOf)
    const [first] = atoms
    if (first === undefined) continue
    const sameStart = index.get(first) ?? []
    sameStart.push({ atoms, meaning })
    index.set(first, sameStart)
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.atoms.length - a.atoms.length)
  return index
}

/**
 * The longest phrase that begins at a token and ends with one, with no mark inside it, but for `mayHold`, which an
 * engine may have put between its words.
 */
export function matchPhrase<Meaning>(
  index: PhraseIndex<Meaning>,
  tokens: readonly Token[],
  at: number,
  mayHold: '' | ',' | '.' = '',
): PhraseMatch<Meaning> | null {
  const first = tokens[at]?.atoms[0]
  const phrases = first === undefined ? undefined : index.get(first)
  if (phrases === undefined) return null
  for (const phrase of phrases) {
    const to = endOf(phrase.atoms, tokens, at, mayHold)
    if (to !== null) return { meaning: phrase.meaning, to }
  }
  return null
}

function endOf(
  atoms: readonly string[],
  tokens: readonly Token[],
  at: number,
  mayHold: '' | ',' | '.',
): number | null {
  let matched = 0
  for (let to = at; matched < atoms.length; to++) {
    const token = tokens[to]
    if (!token || (to > at && token.before !== '')) return null
    for (const atom of token.atoms) if (atom !== atoms[matched++]) return null
    if (matched === atoms.length) return to + 1
    if (token.atoms.length === 0 || (token.after !== '' && token.after !== mayHold)) return null
  }
  return null
}
