import type { CorrectionWords } from '../corrections/correction-words.ts'
import { kindOf, mayReplace } from '../corrections/value-kind.ts'
import type { Unit } from '../measures/unit.ts'
import type { PhraseIndex } from '../reading/phrase-index.ts'
import { inDoubt, type Span, type ValueType } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'

type Words = { readonly corrections: CorrectionWords; readonly units: PhraseIndex<Unit> }

/**
 * Doubts what spans say only beside each other: "5 mg, no, 10 mg" may be a correction, and a date or a telephone
 * number before "milligrams" has taken the dose's number.
 */
export function doubtBeside(
  spans: readonly Span[],
  tokens: readonly Token[],
  words: Words,
): readonly Span[] {
  const doubted: Span[] = []
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at]
    const next = spans[at + 1]
    if (!span) continue
    if (next && tookNumberOf(span, next, tokens, words.units)) {
      doubted.push(...inDoubt(span.from, next.to, 'ambiguous-number'))
      at += 1
    } else if (next && isDenial(spans, at, tokens, words)) {
      doubted.push(...inDoubt(span.from, span.to, 'open-correction'))
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
  unit: Span,
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

/** "No" between two values of which one may stand in place of the other. */
function isDenial(
  spans: readonly Span[],
  at: number,
  tokens: readonly Token[],
  { corrections, units }: Words,
): boolean {
  if (onlyAtom(spans[at], tokens) !== corrections.denial) return false
  const after = spans[at + 1]
  const by = after && kindOf(after, tokens, corrections)
  // "5 mg", as the engine wrote it, is two spans of prose.
  const old = [
    spans[at - 1],
    units.has(onlyAtom(spans[at - 1], tokens)) ? spans[at - 2] : undefined,
  ]
    .map((span) => span && kindOf(span, tokens, corrections))
    .find((kind) => kind)
  return Boolean(old && by && mayReplace(old, by))
}

/** The atom of a word of prose that has just one; else ''. */
function onlyAtom(span: Span | undefined, tokens: readonly Token[]): string {
  if (span?.kind !== 'prose' || span.to !== span.from + 1) return ''
  const [atom = '', ...others] = tokens[span.from]?.atoms ?? []
  return others.length === 0 ? atom : ''
}
