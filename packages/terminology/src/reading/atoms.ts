import type { Token } from './token.ts'

/**
 * One atom of the dictation. Grammars of numbers, dates and the like read atoms, so that "twenty-five" and
 * "twenty five" are the same to them, and stop where `joint` says that something stands between.
 */
export type Atom = {
  readonly text: string
  /** The token that it belongs to. */
  readonly token: number
  /** True for the last atom of its token: a span may end after it. */
  readonly closes: boolean
  /**
   * What is between it and the atom before: a space, a hyphen (they are one token), a hesitation ("um"), or
   * 'apart': a mark, or nothing before it at all.
   */
  readonly joint: 'space' | 'hyphen' | 'pause' | 'apart'
}

export type Atoms = {
  readonly atoms: readonly Atom[]
  /** The first atom of each token, or of the next token that has one. */
  readonly firstAtom: readonly number[]
}

export function atomsOfTokens(tokens: readonly Token[]): Atoms {
  const atoms: Atom[] = []
  const firstAtom: number[] = []
  let isApart = true
  let token = 0
  for (const { atoms: texts, before, after, hesitant } of tokens) {
    firstAtom.push(atoms.length)
    isApart ||= before !== '' || texts.length === 0
    let index = 0
    for (const text of texts) {
      const joint = index > 0 ? 'hyphen' : isApart ? 'apart' : hesitant ? 'pause' : 'space'
      index += 1
      atoms.push({ text, token, closes: index === texts.length, joint })
    }
    isApart = after !== '' || texts.length === 0
    token += 1
  }
  return { atoms, firstAtom }
}
