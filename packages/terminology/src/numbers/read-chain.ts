import type { Reading } from '../reading/reading.ts'
import { asSpoken, type Span } from '../reading/span.ts'
import { frenchNumbers } from './french-numbers.ts'
import { decimalWordAt, gatherNumbers } from './read-numeral.ts'
import { numberSpan } from './spoken-number.ts'

type Link = { readonly from: number; readonly to: number }

/**
 * Three numbers or more with the same word between them are not a decimal. « deux virgule trois virgule
 * quatre » is a list, which the last number may go on to measure; "one point two point three" is a
 * code, kept as spoken.
 */
export function readChain(reading: Reading, at: number): readonly Span[] | null {
  const { links, word } = linksFrom(reading, at)
  const last = links.at(-1)
  if (links.length < 3 || !last) return null
  if (!isComma(reading, word)) return asSpoken(at, last.to)
  return links
    .slice(0, -1)
    .flatMap(({ from, to }) => [
      ...readLink(reading, from, to),
      { from: to, to: to + 1, kind: 'mark', mark: 'comma', said: true } as const,
    ])
}

function linksFrom({ tokens, language }: Reading, at: number) {
  const links: Link[] = []
  let word: string | null = null
  let from = at
  for (;;) {
    const run = gatherNumbers(language, tokens, from)
    if (!run) return { links, word }
    links.push({ from, to: run.to })
    const next = decimalWordAt(language, tokens, run.to)
    if (next === null || (word !== null && next !== word)) return { links, word }
    if (tokens[run.to + 1]?.before !== '') return { links, word }
    word = next
    from = run.to + 1
  }
}

function isComma({ language }: Reading, word: string | null): boolean {
  return language.marks.get(word ?? '')?.some(({ meaning }) => meaning.mark === 'comma') ?? false
}

/** One number of the list; a link that is several numbers, or less than ten, stays as it was said. */
function readLink({ tokens, language }: Reading, from: number, to: number): readonly Span[] {
  const run = gatherNumbers(language, tokens, from)
  const value = run && !run.isBroken ? frenchNumbers.cardinalOf(run.atoms) : null
  if (value === null || value < 10) return asSpoken(from, to)
  const numeral = { integer: String(value), fraction: null }
  return [numberSpan(from, to, { form: 'cardinal', numeral })]
}
