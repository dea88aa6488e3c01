import type { MarkName } from '../locale-profile.ts'
import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import { isSentenceEnd, isWords } from './draft.ts'

const closes = new Map<MarkName, MarkName>([
  ['open-parenthesis', 'close-parenthesis'],
  ['open-bracket', 'close-bracket'],
  ['open-quote', 'close-quote'],
])

/** Spans among which the other end of a bracket or quotation is looked for. */
const longestAside = 60

/** Closes at the end of its sentence what was opened and never closed, and points it out. */
export function closeMarks(spans: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  let closed: Span[] | null = null
  for (let index = 0; index < spans.length; index++) {
    const mark = closingOf(spans[index])
    if (!mark || isClosed(spans, index, mark)) continue
    const last = lastOfSentence(spans, index, tokens)
    closed ??= [...spans]
    const words = last === null ? undefined : closed[last]
    if (last === null || !words || !(words.kind === 'prose' || words.kind === 'value')) continue
    closed[last] = {
      ...words,
      doubt: 'unclosed-mark',
      manner: { ...words.manner, closed: mark },
    }
  }
  return closed ?? spans
}

/** The other end of a bracket or quotation that a span opens. */
function closingOf(span: Span | undefined): MarkName | undefined {
  return span?.kind === 'mark' && span.said ? closes.get(span.mark) : undefined
}

function isClosed(spans: readonly Span[], opened: number, mark: MarkName): boolean {
  for (let index = opened + 1; index <= opened + longestAside; index++) {
    const span = spans[index]
    if (!span || span.kind === 'heading') return false
    if (span.kind === 'mark' && span.mark === mark) return true
  }
  return false
}

/** The last words of the sentence in which something was opened; null where nothing follows. */
function lastOfSentence(
  spans: readonly Span[],
  opened: number,
  tokens: readonly Token[],
): number | null {
  let last: number | null = null
  for (let index = opened + 1; index <= opened + longestAside; index++) {
    const span = spans[index]
    if (!span || span.kind === 'break' || span.kind === 'heading') return last
    if (isWords(span)) last = index
    if (isSentenceEnd(span, tokens)) return last
  }
  return last
}
