import { matchPhrase } from '../reading/phrase-index.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** An item longer than this nobody says in one breath: the words in which the next one is looked for. */
const longestItem = 80

type Found = { readonly to: number; readonly item: 'end' | 'next' | 'bullet' | number }

/**
 * "Number one ... number two", "bullet point", « puce »: each item on its own line. A list opens at the start of a
 * sentence, and only where another item follows, so that "number one priority" stays prose; an open one goes on
 * with its next number alone.
 */
export function readItem(reading: Reading, at: number): readonly Span[] | null {
  const { list, off } = reading
  if (off.has('list')) return null
  const found = itemAt(reading, at)
  if (!found) return null
  const { to, item } = found
  if (item === 'end') return list && [{ from: at, to, kind: 'break', size: 'line', said: true }]
  if (item === 'next') return list && [{ from: at, to, kind: 'item', number: list.next }]
  const number = item === 'bullet' ? null : item
  if (list) {
    const goesOn = number === list.next
    if (goesOn) return [{ from: at, to, kind: 'item', number }]
  }
  if ((number ?? 1) !== 1 || !opensList(reading, at) || !hasNext(reading, to, number)) return null
  return [{ from: at, to, kind: 'item', number }]
}

function itemAt(reading: Reading, at: number): Found | null {
  const { tokens, language } = reading
  const match = matchPhrase(language.items.phrases, tokens, at)
  if (!match || match.meaning.isProse(aroundOf(reading, at, match.to))) return null
  const { to, meaning } = match
  if (meaning.kind !== 'number') return { to, item: meaning.kind }
  const token = tokens[to]
  if (!token || tokens[to - 1]?.after !== '' || token.before !== '') return null
  const number = /^\d{1,2}$/.test(token.core)
    ? Number(token.core)
    : language.items.valueOf(token.atoms)
  return number === null || number < 1 || number > 20 ? null : { to: to + 1, item: number }
}

/** At the start, after a sentence, a break, a heading, or a colon. */
function opensList({ sentenceFrom, last, tokens }: Reading, at: number): boolean {
  if (at === sentenceFrom || last === null) return true
  return (last.kind === 'mark' && last.mark === 'colon') || tokens[at - 1]?.after === ':'
}

function hasNext(reading: Reading, from: number, number: number | null): boolean {
  const end = Math.min(reading.tokens.length, from + longestItem)
  for (let at = from; at < end; at++) {
    const item = itemAt(reading, at)?.item
    if (item === 'next' || item === 'end') return true
    if (number === null ? item === 'bullet' : item === number + 1) return true
  }
  return false
}
