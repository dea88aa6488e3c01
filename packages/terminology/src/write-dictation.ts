import type { Locale, Recognition, SpokenHeading, WrittenDictation } from '@plume/transcript'
import { indexHeadings } from './headings/read-heading.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { localeProfile } from './locale-profile.ts'
import { hearTokens } from './reading/hear-tokens.ts'
import { readSpans } from './reading/read-spans.ts'
import { layOutParts } from './rendering/lay-out-parts.ts'

export type WriteOptions = {
  readonly locale: Locale
  /** The sections that may be named, as the template knows them. */
  readonly headings: readonly SpokenHeading[]
  /** True to add no capital and no full stop that was not said. */
  readonly fragment?: boolean
}

/**
 * Turns recognised words into the text that a secretary would type, cut at the spoken headings.
 * The same words always give the same text; every word is in a run, in a heading, or among the dropped.
 */
export function writeDictation(recognition: Recognition, options: WriteOptions): WrittenDictation {
  const profile = localeProfile(options.locale)
  const language = profile.language === 'fr' ? french : english
  const heard = hearTokens(recognition.words, language.isFiller)
  const headings = indexHeadings(options.headings)
  const spans = readSpans(heard.tokens, { language, headings })
  return layOutParts(spans, {
    recognitionId: recognition.id,
    heard,
    profile,
    fragment: options.fragment ?? false,
  })
}
