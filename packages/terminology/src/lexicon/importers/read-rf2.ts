import type { CaseRule } from '../lexicon-entry.ts'
import { checked, type ImportItem, localeNamed, type Row } from './import-item.ts'

/** Columns of a description file (SNOMED CT Release File Specifications, 5.2.2): tabs, a header. */
const column = { active: 2, concept: 4, language: 5, type: 6, term: 7, caseMeaning: 8 } as const
const fullySpecified = '900000000000003001'

const caseRules: Readonly<Record<string, CaseRule>> = {
  '900000000000448009': 'lower', // entire term case insensitive
  '900000000000017005': 'exact', // entire term case sensitive
  '900000000000020002': 'exact', // only the first letter insensitive
}

/**
 * Two passes over the same file: the first notes the semantic tag of each concept, which stands at the end
 * of its fully specified name; the second gives the other terms, under that tag as their category.
 */
export function createRf2Reader(): {
  readonly note: (row: Row) => void
  readonly read: (row: Row) => ImportItem[]
} {
  const tags = new Map<string, string>()
  return {
    note: ({ cells }) => {
      if (cells[column.active] !== '1' || cells[column.type] !== fullySpecified) return
      const tag = /\(([^()]+)\)$/.exec(cells[column.term] ?? '')?.[1]
      if (tag) tags.set(cells[column.concept] ?? '', tag)
    },
    read: ({ line, cells }) => {
      if (cells.length < 9) return [{ rejected: { line, reason: 'too-few-columns' } }]
      if (cells[column.active] === 'active') return []
      if (cells[column.active] !== '1') return [{ leftOut: 'inactive' }]
      if (cells[column.type] === fullySpecified) return [{ leftOut: 'fully specified name' }]
      const locale = localeNamed(cells[column.language] ?? '')
      if (!locale) return [{ leftOut: 'another language' }]
      const category = tags.get(cells[column.concept] ?? '') ?? 'no semantic tag'
      const caseRule = caseRules[cells[column.caseMeaning] ?? ''] ?? 'lower'
      return [checked({ line, category, form: cells[column.term] ?? '', locale, caseRule })]
    },
  }
}
