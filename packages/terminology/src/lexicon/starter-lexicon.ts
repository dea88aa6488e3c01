import { readdirSync, readFileSync } from 'node:fs'
import type { Locale } from '@plume/transcript'
import type { EntryLocale, LayerEntries, LexiconEntry } from './lexicon-entry.ts'
import { holdsIn } from './lexicon-entry.ts'
import { parseEntryTable } from './parse-entry-table.ts'

const folder = new URL('../../lexicon/', import.meta.url)

/** The lexicon that comes with Plume, for one locale. Throws when a table is broken: that is our bug. */
export function loadStarterLexicon(locale: Locale): LayerEntries {
  const entries = starterTables()
    .filter((table) => holdsIn(table, locale))
    .flatMap(readTable)
  return { layer: 'starter', entries }
}

export type StarterTable = { readonly file: string; readonly locale: EntryLocale }

/** `drugs.en.tsv` holds wherever English is written, `brands.en-CA.tsv` in Canada only. */
export function starterTables(): readonly StarterTable[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .map((file) => ({ file, locale: localeOf(file) }))
}

function localeOf(file: string): EntryLocale {
  const locale = file.split('.').at(-2)
  switch (locale) {
    case 'en':
    case 'fr':
    case 'en-CA':
    case 'en-US':
    case 'fr-CA':
    case 'fr-FR':
      return locale
    default:
      throw new TypeError(`${file} names no locale`)
  }
}

export function readTable({ file, locale }: StarterTable): readonly LexiconEntry[] {
  const { entries, problems } = parseEntryTable(readFileSync(new URL(file, folder), 'utf8'), locale)
  const [first] = problems
  if (first) throw new TypeError(`${file}, line ${first.line}: ${first.problem}`)
  return entries
}
