import { readFileSync } from 'node:fs'
import type { Locale } from '@plume/transcript'

export const languages = ['en', 'fr'] as const
export type SuiteLanguage = (typeof languages)[number]

/** How a row is run; CONVENTIONS.md says what each mode is for. */
export const modes = ['fragment', 'sentences', 'report'] as const
export type Mode = (typeof modes)[number]

/** What was said, as an engine gives it, and what a careful medical secretary types. */
export type Pair = {
  readonly id: string
  readonly class: string
  readonly locale: Locale
  readonly mode: Mode
  /** An error here could hurt somebody: a dose, a unit, a side, a negation, a correction. */
  readonly safety: boolean
  readonly spoken: string
  readonly written: string
}

/** A finished text, and the kinds of finding that a lint must give on it: no more and no fewer. */
export type LintRow = {
  readonly id: string
  readonly locale: Locale
  readonly patient?: { readonly sex?: 'female' | 'male'; readonly age?: number }
  readonly kinds: readonly string[]
  readonly text: string
}

const locales: readonly Locale[] = ['en-CA', 'en-US', 'fr-CA', 'fr-FR']

/** The rows of `medical.en.tsv` or `medical.fr.tsv`; a row that is not as it should be is an error. */
export function readPairs(language: SuiteLanguage): readonly Pair[] {
  return readTable(`medical.${language}.tsv`, 7, (cell) => ({
    id: cell(0),
    class: cell(1),
    locale: oneOf(locales, cell(2), cell(0)),
    mode: oneOf(modes, cell(3), cell(0)),
    safety: oneOf(['yes', 'no'], cell(4), cell(0)) === 'yes',
    spoken: readEscapes(cell(5)),
    written: readEscapes(cell(6)),
  }))
}

/** The rows of `lints.en.tsv` or `lints.fr.tsv`. */
export function readLintRows(language: SuiteLanguage): readonly LintRow[] {
  return readTable(`lints.${language}.tsv`, 5, (cell) => ({
    id: cell(0),
    locale: oneOf(locales, cell(1), cell(0)),
    ...(cell(2) === '-' ? {} : { patient: readPatient(cell(2), cell(0)) }),
    kinds: cell(3) === '-' ? [] : cell(3).split(' '),
    text: readEscapes(cell(4)),
  }))
}

/** Finished paragraphs that must come back as they are, one a line. */
export function readUnchanged(language: SuiteLanguage): readonly string[] {
  return lines(`must-not-change.${language}.txt`).map(readEscapes)
}

/** `~` is a no-break space, `^` a thin one; `\n` and `\f` are breaks. None occurs in the texts otherwise. */
export function readEscapes(text: string): string {
  return text
    .replaceAll('~', '\u00a0')
    .replaceAll('^', '\u202f')
    .replaceAll('\\n', '\n')
    .replaceAll('\\f', '\f')
}

/** The reverse of `readEscapes`, for a terminal. */
export function escapeSpaces(text: string): string {
  return text
    .replaceAll('\u00a0', '~')
    .replaceAll('\u202f', '^')
    .replaceAll('\n', '\\n')
    .replaceAll('\f', '\\f')
}

function readTable<Row>(
  file: string,
  columns: number,
  read: (cell: (column: number) => string) => Row,
): readonly Row[] {
  return lines(file)
    .slice(1)
    .map((line) => {
      const cells = line.split('\t')
      if (cells.length !== columns || cells.some((cell) => cell === '')) {
        throw new Error(`${file}: not ${columns} filled columns: ${line}`)
      }
      return read((column) => cells[column] ?? '')
    })
}

function lines(file: string): readonly string[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '')
}

function readPatient(cell: string, id: string): NonNullable<LintRow['patient']> {
  const match = /^(female|male)?,?(\d+)?$/.exec(cell)
  if (!match) throw new Error(`${id}: ${cell} is no patient`)
  const [, sex, age] = match
  return {
    ...(sex ? { sex: oneOf(['female', 'male'], sex, id) } : {}),
    ...(age ? { age: Number(age) } : {}),
  }
}

function oneOf<Name extends string>(names: readonly Name[], name: string, id: string): Name {
  const found = names.find((each) => each === name)
  if (found === undefined) throw new Error(`${id}: ${name} is none of ${names.join(', ')}`)
  return found
}
