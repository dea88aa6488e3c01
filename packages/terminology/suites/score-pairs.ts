import type { Locale } from '@plume/transcript'
import {
  recognitionFromText,
  standardHeadings,
  writeDictation,
  writtenToPlain,
} from '../src/index.ts'
import type { Mode, Pair } from './read-suite.ts'
import { starterTerms } from './starter-terms.ts'

export type Outcome = {
  readonly pair: Pair
  readonly got: string
  readonly passed: boolean
  /** Right but for which kind of space stands where. */
  readonly spacingOnly: boolean
}

/** Every row, written and compared letter by letter. */
export function scorePairs(pairs: readonly Pair[]): readonly Outcome[] {
  return pairs.map((pair) => {
    const got = write(pair.spoken, pair.locale, pair.mode)
    const passed = got === pair.written
    return { pair, got, passed, spacingOnly: !passed && folded(got) === folded(pair.written) }
  })
}

/** What the writer makes of a typed utterance, in one of the modes of CONVENTIONS.md. */
export function write(spoken: string, locale: Locale, mode: Mode): string {
  const headings = mode === 'report' ? standardHeadings(locale) : []
  const recognition = recognitionFromText(spoken, { locale })
  const fragment = mode === 'fragment'
  const terms = starterTerms(locale)
  const written = writeDictation(recognition, { locale, headings, fragment, terms })
  return writtenToPlain(written, headings, locale)
}

const folded = (text: string) => text.replaceAll(/[ \u00a0\u202f]+/g, ' ')

export type Tally = { readonly passed: number; readonly total: number }

export function tally(outcomes: readonly { readonly passed: boolean }[]): Tally {
  return { passed: outcomes.filter(({ passed }) => passed).length, total: outcomes.length }
}

export type Unchanged = { readonly text: string; readonly got: string; readonly passed: boolean }

/** Finished prose, as a fragment and as sentences: it must come back the same both times. */
export function scoreUnchanged(
  paragraphs: readonly string[],
  locale: Locale,
): readonly Unchanged[] {
  return paragraphs.map((text) => {
    const results = (['fragment', 'sentences'] as const).map((mode) => write(text, locale, mode))
    const changed = results.find((result) => result !== text)
    return { text, got: changed ?? text, passed: changed === undefined }
  })
}
