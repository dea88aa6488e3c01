import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { CorrectionWords } from './correction-words.ts'

/**
 * What kind of thing a span is, for a correction: a side, a type of value, a code with its letters (a level of the
 * spine is none of the vitamins). Null: words of prose, which are never put in place of each other.
 */
export function kindOf(
  span: Span,
  tokens: readonly Token[],
  words: CorrectionWords,
): string | null {
  const first = tokens[span.from]
  const [atom = ''] = first?.atoms ?? []
  if (span.kind === 'value') {
    if (span.type === 'term') return words.calendar?.get(atom) ?? null
    if (span.type === 'sign') return null
    return isCodeLike(span.type) ? codeKind(atom) : span.type
  }
  if (span.kind !== 'prose' || span.to !== span.from + 1 || first?.atoms.length !== 1) return null
  if (words.sides.has(atom)) return 'side'
  if (/^\d[\d.,]*$/.test(atom) || words.isNumberWord(atom)) return 'number'
  return /^\p{L}{1,3}\d{1,3}$/u.test(atom) ? codeKind(atom) : null
}

const isCodeLike = (type: string) => type === 'code' || type === 'level'

function codeKind(atom: string): string {
  const letters = /^\p{L}+/u.exec(atom)?.[0] ?? ''
  return /^[ctls]$/.test(letters) ? 'level' : `code ${letters}`
}

const beginsWithNumber = new Set(['measure', 'duration', 'age', 'height', 'money', 'pressure'])

/** True if a new value may stand in place of an old one: "fifty, correction, fifteen milligrams" left out a unit. */
export function mayReplace(old: string, by: string): boolean {
  return old === by || (old === 'number' && beginsWithNumber.has(by))
}
