import type { SpokenHeading } from '@plume/transcript'
import { readBreak } from '../commands/line-breaks.ts'
import { readMark } from '../commands/read-mark.ts'
import { indexPhrases, matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import { endsSentence } from '../reading/sentence-end.ts'
import type { Span } from '../reading/span.ts'

export function indexHeadings(headings: readonly SpokenHeading[]): PhraseIndex<string> {
  return indexPhrases(
    headings.flatMap(({ sectionId, aliases }) =>
      aliases.map((alias) => [alias, sectionId] as const),
    ),
  )
}

/**
 * The name of a section, said as its heading, with everything that was said to make it one.
 *
 * Only at the start of a sentence, and only on evidence: a marker before it ("next heading"), a colon,
 * full stop or new line after it, or a full stop or new paragraph that was said just before it. In the
 * middle of a sentence, and in "impression of the capsule", a name is prose.
 */
export function readHeading(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, headings, language, last } = reading
  if (tokens[at]?.before !== '' || !startsSentence(reading)) return null

  const again = readReturn(reading, at)
  if (again) return [again]
  const marker = matchPhrase(language.headingPhrases.markers, tokens, at)
  const marked = marker && matchPhrase(headings, tokens, marker.to)
  const name = marked ?? matchPhrase(headings, tokens, at)
  if (!name) return null

  const to = endOfHeading(reading, name.to)
  const isShown = marked !== null || to > name.to || hasMark(reading, name.to)
  if (!isShown && !(wasSaid(last) && !goesOn(reading, name.to))) return null
  return [{ from: at, to, kind: 'heading', sectionId: name.meaning }]
}

/** "Go back to findings": the section goes on where it is. "He goes back to work" names none. */
function readReturn(reading: Reading, at: number): Span | null {
  const { tokens, headings, language, off } = reading
  const marker = off.has('goto') ? null : matchPhrase(language.headingPhrases.returns, tokens, at)
  const name = marker && matchPhrase(headings, tokens, marker.to)
  if (!name || (tokens[name.to - 1]?.after === '' && goesOn(reading, name.to))) return null
  const to = endOfHeading(reading, name.to)
  return { from: at, to, kind: 'heading', sectionId: name.meaning, returns: true }
}

function startsSentence({ last, tokens }: Reading): boolean {
  if (!last || last.kind === 'break' || last.kind === 'heading') return true
  if (last.kind === 'command') return last.command.kind === 'strike'
  if (last.kind === 'mark') return endsSentence(last.mark)
  return /[.?!…]/.test(tokens[last.to - 1]?.after ?? '')
}

/** A full stop or a new paragraph, said as such. */
function wasSaid(last: Span | null): boolean {
  if (last?.kind === 'break') return last.said && last.size !== 'line'
  return last?.kind === 'mark' && last.said && endsSentence(last.mark)
}

/** The engine's own colon or full stop after the name. */
function hasMark({ tokens }: Reading, to: number): boolean {
  return /[.:]/.test(tokens[to - 1]?.after ?? '')
}

function goesOn({ tokens, language }: Reading, to: number): boolean {
  if (tokens[to - 1]?.after !== '') return true
  const [next] = tokens[to]?.atoms ?? []
  return next !== undefined && language.headingPhrases.continuations.has(next)
}

/** Takes in a suffix, then a colon, full stop or dash, then a new line. */
function endOfHeading(reading: Reading, nameTo: number): number {
  const { tokens, language } = reading
  let to = matchPhrase(language.headingPhrases.suffixes, tokens, nameTo)?.to ?? nameTo
  // French engines give the colon after its space, as a word of its own.
  if (tokens[to]?.text === ':') to++
  const [mark] = readMark({ ...reading, last: null }, to) ?? []
  if (mark?.kind === 'mark' && closesHeading.has(mark.mark)) to = mark.to
  const [line] = readBreak(reading, to) ?? []
  if (line?.kind === 'break') to = line.to
  return to
}

const closesHeading = new Set(['colon', 'period', 'dash', 'item'])
