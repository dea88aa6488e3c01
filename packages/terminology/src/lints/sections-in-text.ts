import type { Locale } from '@plume/transcript'
import type { LintSection } from './lint-document.ts'
import { sectionNamed } from './section-role.ts'

export type PlacedSection = LintSection & { readonly start: number }

/** At the start of a line or a sentence: a capital, at most sixty characters, a colon. */
const titled = /(^|[\n\f]|[.!?]\s)[ \t]*(\p{Lu}[^\n\f:.!?]{0,60}?)[ \u00a0\u202f]?:(?=\s|$)/gu

/**
 * A text cut at its titles: "Findings: ..."; inside a line only those that everybody uses. The pieces, in order,
 * leave out nothing but the titles.
 */
export function sectionsInText(text: string, locale: Locale): readonly PlacedSection[] {
  const cuts = [...text.matchAll(titled)].flatMap((match) => {
    const [whole, before = '', title = ''] = match
    const startsLine = before === '' || before === '\n' || before === '\f'
    if (!startsLine && !sectionNamed(title, locale)) return []
    return [{ title, at: match.index + before.length, start: match.index + whole.length }]
  })
  const ends = [...cuts.map(({ at }) => at), text.length]
  const pieces = [{ title: '', start: 0 }, ...cuts]
  return pieces
    .map(({ title, start }, nth) => ({ title, start, text: text.slice(start, ends[nth]) }))
    .filter(({ text: piece }) => piece !== '')
}
