import { type Locale, type SpokenHeading, textOf, type WrittenDictation } from '@plume/transcript'
import { localeProfile } from './locale-profile.ts'

/**
 * Written dictation as plain text: each heading on its own line with a colon, parts an empty line apart.
 * A heading reads as its section's first alias; the locale decides on the space before its colon.
 */
export function writtenToPlain(
  written: WrittenDictation,
  headings: readonly SpokenHeading[] = [],
  locale: Locale = 'en-CA',
): string {
  const { left, text: colon } = localeProfile(locale).marks.colon
  const titles = new Map(headings.map(({ sectionId, aliases }) => [sectionId, aliases[0]]))
  return written.parts
    .map(({ sectionId, text }) => {
      if (sectionId === null) return textOf(text)
      const title = titles.get(sectionId) ?? sectionId.replaceAll('-', ' ')
      return `${capitalise(title)}${left}${colon}\n${textOf(text)}`
    })
    .join('\n\n')
}

function capitalise(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}
