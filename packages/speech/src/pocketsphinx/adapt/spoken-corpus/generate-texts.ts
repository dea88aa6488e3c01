import { spokenNumber } from './spoken-number.ts'

/** A name in braces stands for one of its texts; `{12-40}` for a number between the two, in words. */
export type Grammar = Readonly<Record<string, readonly string[]>>

const slot = /\{([a-z0-9-]+)\}/g
const range = /^(\d+)-(\d+)$/

/**
 * Draws texts from a grammar, for ever: the same seed gives the same texts. Each root is drawn as often as any other.
 * A text comes as its words.
 */
export function* generateTexts(options: {
  readonly grammar: Grammar
  readonly roots: readonly string[]
  readonly seed: number
}): Generator<{ readonly root: string; readonly words: readonly string[] }> {
  const draw = createDraw(options.seed)
  for (;;) {
    for (const root of options.roots) {
      const words = expand(`{${root}}`, options.grammar, draw).trim().split(/\s+/)
      yield { root, words }
    }
  }
}

function expand(text: string, grammar: Grammar, draw: (below: number) => number): string {
  return text.replaceAll(slot, (_, name: string) => {
    const [, from, to] = range.exec(name) ?? []
    if (from !== undefined) {
      return spokenNumber(Number(from) + draw(Number(to) - Number(from) + 1))
    }
    const choices = grammar[name]
    if (!choices || choices.length === 0) throw new RangeError(`no texts are called ${name}`)
    return expand(choices[draw(choices.length)] ?? '', grammar, draw)
  })
}

/** Marsaglia's xorshift with 32 bits: chance enough for sentences, and the same on every machine. */
function createDraw(seed: number): (below: number) => number {
  let state = seed | 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
