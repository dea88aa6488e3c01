import type { RuleApplication, WordIndex, WordRange } from '@plume/transcript'
import type { Heard, Silent } from '../reading/hear-tokens.ts'

/** From positions among the tokens that were read back to words of the recognition. */
export type WordRanges = {
  /** The words of tokens `[from, to)`, with any silent words between them. */
  readonly of: (from: number, to: number) => WordRange
  readonly ofWord: (index: WordIndex) => WordRange
  /** Fillers said in the middle of something: "new um line". They are part of its words. */
  readonly fillersIn: (from: number, to: number) => readonly RuleApplication[]
  /** The silent words that lie inside a span. */
  readonly silentInside: (
    spans: readonly { readonly from: number; readonly to: number }[],
  ) => ReadonlySet<WordIndex>
}

const none: readonly Silent[] = []
const noRules: readonly RuleApplication[] = []

function asRule({ rule, text }: Silent): RuleApplication {
  return { rule, before: text, after: '' }
}

export function createWordRanges(recognitionId: string, heard: Heard): WordRanges {
  const silent = new Map(heard.silent.map((word) => [word.index, word]))
  const indexOf = (token: number) => heard.tokens[token]?.index ?? 0

  function silentIn(from: number, to: number): readonly Silent[] {
    if (to <= from + 1 || silent.size === 0) return none
    const inside: Silent[] = []
    for (let index = indexOf(from); index < indexOf(to - 1); index++) {
      const word = silent.get(index)
      if (word) inside.push(word)
    }
    return inside
  }

  return {
    of: (from, to) => ({ recognitionId, from: indexOf(from), to: indexOf(to - 1) + 1 }),
    ofWord: (index) => ({ recognitionId, from: index, to: index + 1 }),
    fillersIn: (from, to) => {
      const fillers = silentIn(from, to)
      return fillers.length === 0 ? noRules : fillers.map(asRule)
    },
    silentInside: (spans) => {
      const inside = new Set<WordIndex>()
      if (silent.size === 0) return inside
      for (const { from, to } of spans)
        for (const { index } of silentIn(from, to)) inside.add(index)
      return inside
    },
  }
}
