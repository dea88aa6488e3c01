import type { Locale } from '@plume/transcript'
import { ageContradictions } from './age-contradiction.ts'
import { allergyContradictions } from './allergy-contradiction.ts'
import { countContradictions } from './count-contradiction.ts'
import { decimalZeros } from './decimal-zeros.ts'
import { doNotUse } from './do-not-use.ts'
import { implausibleDoses } from './implausible-dose.ts'
import { lateralityContradictions } from './laterality-contradiction.ts'
import {
  type Lint,
  type LintPatient,
  type LintSection,
  languageOf,
  readSection,
} from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { lookalikeDrugs } from './lookalike-drug.ts'
import { negationContradictions } from './negation-contradiction.ts'
import { neverRoutes } from './never-route.ts'
import { numberContradictions } from './number-contradiction.ts'
import { sectionsInText } from './sections-in-text.ts'
import { sexContradictions } from './sex-contradiction.ts'

export type LintOptions = { readonly locale: Locale; readonly patient?: LintPatient }

const lints: readonly Lint[] = [
  doNotUse,
  decimalZeros,
  lateralityContradictions,
  sexContradictions,
  ageContradictions,
  numberContradictions,
  countContradictions,
  negationContradictions,
  implausibleDoses,
  neverRoutes,
  allergyContradictions,
  lookalikeDrugs,
]

/**
 * What in the sections of a finished text could hurt somebody, in reading order. Places are UTF-16 positions in
 * the text of section `part`. Nothing is changed. The work grows with the length of the text; any text will do.
 */
export function lintSections(
  sections: readonly LintSection[],
  { locale, patient = {} }: LintOptions,
): readonly LintFinding[] {
  const document = {
    locale,
    language: languageOf(locale),
    patient,
    sections: sections.map((section, part) => readSection(section, part, locale)),
  }
  return lints
    .flatMap((lint) => lint(document))
    .sort((a, b) => a.part - b.part || a.start - b.start || a.end - b.end)
}

/** As `lintSections`, for a text whose sections are written "Title: text". Places are in the whole text. */
export function lintText(text: string, options: LintOptions): readonly Omit<LintFinding, 'part'>[] {
  const sections = sectionsInText(text, options.locale)
  return lintSections(sections, options).map(({ part, ...finding }) => {
    const from = sections[part]?.start ?? 0
    return { ...finding, start: finding.start + from, end: finding.end + from }
  })
}
