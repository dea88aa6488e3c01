import {
  caseRules,
  type EntryLocale,
  entryStatuses,
  type LexiconEntry,
  lexiconClasses,
} from '@plume/terminology'
import type { LexiconOwner } from './lexicon.ts'

export type EntryRow = {
  readonly layer: string
  readonly owner: string
  readonly import_id: string
  readonly form: string
  readonly preferred: string
  readonly locale: string
  readonly class: string
  readonly source: string
  readonly status: string
  readonly spoken: string[]
  readonly case_rule: string
  readonly weight: number
  readonly expansion: string
}

export function rowOf(
  entry: LexiconEntry,
  { layer, owner, importId }: LexiconOwner & { readonly importId: string },
): EntryRow {
  return {
    layer,
    owner,
    import_id: importId,
    form: entry.form,
    preferred: entry.preferred,
    locale: entry.locale,
    class: entry.class,
    source: entry.source,
    status: entry.status,
    spoken: [...entry.spoken],
    case_rule: entry.caseRule,
    weight: entry.weight,
    expansion: entry.expansion ?? '',
  }
}

const locales: readonly EntryLocale[] = ['en', 'fr', 'en-CA', 'en-US', 'fr-CA', 'fr-FR']
const noSpoken: readonly string[] = []

export function entryOf(row: Omit<EntryRow, 'layer' | 'owner' | 'import_id'>): LexiconEntry {
  return {
    form: row.form,
    // One string and not two: a site's list may be long.
    preferred: row.preferred === row.form ? row.form : row.preferred,
    locale: oneOf(locales, row.locale),
    class: oneOf(lexiconClasses, row.class),
    source: row.source,
    status: oneOf(entryStatuses, row.status),
    spoken: row.spoken.length === 0 ? noSpoken : row.spoken,
    caseRule: oneOf(caseRules, row.case_rule),
    weight: row.weight,
    ...(row.expansion === '' ? {} : { expansion: row.expansion }),
  }
}

/** The value itself, from the list: the strings of 100,000 rows are then so few. */
function oneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new TypeError(`not one of ${values.join(', ')}: "${text}"`)
  return found
}
