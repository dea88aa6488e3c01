import { lintText } from '../src/index.ts'
import { type LintRow, readLintRows, readUnchanged, type SuiteLanguage } from './read-suite.ts'

export type LintOutcome = {
  readonly row: LintRow
  readonly found: readonly string[]
  readonly passed: boolean
}

export type LintScore = {
  readonly outcomes: readonly LintOutcome[]
  /** In finished prose in which nothing is wrong. */
  readonly falseAlarms: readonly { readonly kind: string; readonly text: string }[]
  readonly words: number
}

/** Whether each row gives its kinds of finding, no more and no fewer; and what good prose gives. */
export function scoreLints(language: SuiteLanguage): LintScore {
  const paragraphs = readUnchanged(language)
  const locale = language === 'fr' ? 'fr-CA' : 'en-CA'
  return {
    outcomes: readLintRows(language).map(lintRow),
    falseAlarms: paragraphs.flatMap((text) => lintText(text, { locale })),
    words: paragraphs.reduce((sum, text) => sum + text.split(/\s+/).length, 0),
  }
}

function lintRow(row: LintRow): LintOutcome {
  const { locale, patient = {}, kinds } = row
  const findings = lintText(row.text, { locale, patient })
  const found = [...new Set(findings.map(({ kind }) => kind))].sort()
  return { row, found, passed: found.join() === [...kinds].sort().join() }
}
