import type { Unit } from '../measures/unit.ts'
import type { PhraseIndex } from '../reading/phrase-index.ts'
import { inDoubt, type Span, type ValueType } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'

/** Doubts what spans say only beside each other: a date or a telephone number before "milligrams" has taken the dose's number. */
export function doubtBeside(
  spans: readonly Span[],
  tokens: readonly Token[],
  units: PhraseIndex<Unit>,
): readonly Span[] {
  const found = spans.findIndex((span, at) => tookNumberOf(span, spans[at + 1], tokens, units))
  if (found === -1) return spans
  const doubted = spans.slice(0, found)
  for (let at = found; at < spans.length; at++) {
    const span = spans[at]
    const next = spans[at + 1]
    if (!span) continue
    if (next && tookNumberOf(span, next, tokens, units)) {
      doubted.push(...inDoubt(span.from, next.to, 'ambiguous-number'))
      at += 1
    } else doubted.push(span)
  }
  return doubted
}

/** Values in whose end another number may have been lost. */
const swallowing: ReadonlySet<ValueType> = new Set([
  'code',
  'date',
  'duration',
  'grade',
  'level',
  'number',
  'ordinal',
  'pressure',
  'time',
])

function tookNumberOf(
  span: Span,
  unit: Span | undefined,
  tokens: readonly Token[],
  units: PhraseIndex<Unit>,
): boolean {
  if (span.kind !== 'value' || !swallowing.has(span.type)) return false
  if (tokens[span.to - 1]?.after !== '') return false
  const atom = onlyAtom(unit, tokens)
  if (!isSaidInFull(atom)) return false
  return (units.get(atom) ?? []).some(({ atoms, meaning }) => atoms.length === 1 && isDose(meaning))
}

/** "mg" alone may be the letters of something else. */
const isSaidInFull = (atom: string) => atom.length > 4
const isDose = ({ quantity }: Unit) => quantity === 'mass' || quantity === 'dose'

/** The atom of a word of prose that has just one; else ''. */
function onlyAtom(span: Span | undefined, tokens: readonly Token[]): string {
  if (span?.kind !== 'prose' || span.to !== span.from + 1) return ''
  const [atom = '', ...others] = tokens[span.from]?.atoms ?? []
  return others.length === 0 ? atom : ''
}
