import type { Reading } from '../reading/reading.ts'
import { type Span, valueSpan } from '../reading/span.ts'

/** "Non-hyphen small": an engine joined the word before to the name of the mark. */
export function readGluedHyphen({ tokens, off }: Reading, at: number): readonly Span[] | null {
  const [first, next] = [tokens[at], tokens[at + 1]]
  if (first?.atoms[1] !== 'hyphen' || first.atoms.length > 2 || off.has('hyphen')) return null
  if (next?.before !== '' || next.core === '' || !/^,?$/.test(first.after)) return null
  const text = `${first.core.slice(0, -'hyphen'.length)}${next.core}`
  return [valueSpan({ from: at, to: at + 2 }, 'term', 'mark.hyphen', text)]
}
