import { type CaseRule, type EntryStatus, entryStatuses } from '../lexicon-entry.ts'
import { isCaseRule } from '../parse-entry-table.ts'
import { type Candidate, checked, type ImportItem, localeNamed } from './import-item.ts'

/**
 * An entry of a JSON list: a string, or an object with the field names of an entry. `class` is its
 * category; where it has none, the name of the list is.
 */
export function readJsonEntry(value: unknown, line: number, list: string): ImportItem {
  if (typeof value === 'string') return checked({ line, category: list, form: value })
  if (typeof value !== 'object' || value === null) return rejected(line, 'not-an-entry')
  const fields: Readonly<Record<string, unknown>> = { ...value }
  return candidateOf(fields, line, list)
}

/** The entries of a JSON document: an array, or an object with one array in it. */
export function entriesInJson(
  value: unknown,
): { readonly list: string; readonly entries: readonly unknown[] } | null {
  if (Array.isArray(value)) return { list: 'entry', entries: value }
  if (typeof value !== 'object' || value === null) return null
  const lists = Object.entries(value).filter(([, inner]) => Array.isArray(inner))
  const [only] = lists
  return only && lists.length === 1 && Array.isArray(only[1])
    ? { list: only[0], entries: only[1] }
    : null
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export function candidateOf(
  fields: Readonly<Record<string, unknown>>,
  line: number,
  list: string,
): ImportItem {
  const given = { preferred: text(fields.preferred), expansion: text(fields.expansion) }
  const locale =
    fields.locale === undefined || fields.locale === ''
      ? undefined
      : localeNamed(String(fields.locale))
  if (locale === null) return rejected(line, 'unknown-locale')
  const caseRule = caseRuleOf(fields.caseRule ?? fields.case)
  if (caseRule === null) return rejected(line, 'unknown-case-rule')
  const status = statusOf(fields.status)
  if (status === null) return rejected(line, 'unknown-status')
  const weight = weightOf(fields.weight)
  if (weight === null) return rejected(line, 'unknown-weight')
  const candidate: Candidate = {
    line,
    category: text(fields.class) ?? list,
    form: text(fields.form) ?? text(fields.term) ?? '',
    ...(given.preferred === undefined ? {} : { preferred: given.preferred }),
    ...(given.expansion === undefined ? {} : { expansion: given.expansion }),
    ...(locale === undefined ? {} : { locale }),
    ...(caseRule === undefined ? {} : { caseRule }),
    ...(status === undefined ? {} : { status }),
    ...(weight === undefined ? {} : { weight }),
    spoken: spokenOf(fields.spoken),
  }
  return checked(candidate)
}

function rejected(
  line: number,
  reason:
    | 'not-an-entry'
    | 'unknown-locale'
    | 'unknown-case-rule'
    | 'unknown-status'
    | 'unknown-weight',
): ImportItem {
  return { rejected: { line, reason } }
}

function caseRuleOf(value: unknown): CaseRule | undefined | null {
  const name = text(value)
  if (name === undefined) return undefined
  return isCaseRule(name) ? name : null
}

function statusOf(value: unknown): EntryStatus | undefined | null {
  const name = text(value)
  if (name === undefined) return undefined
  return entryStatuses.find((status) => status === name) ?? null
}

function weightOf(value: unknown): number | undefined | null {
  if (value === undefined || value === '') return undefined
  const weight = Number(value)
  return Number.isInteger(weight) && weight >= 1 && weight <= 5 ? weight : null
}

function spokenOf(value: unknown): readonly string[] {
  const ways = Array.isArray(value) ? value.map(String) : (text(value)?.split('|') ?? [])
  return ways.map((way) => way.trim()).filter((way) => way !== '')
}
