import { checked, type ImportItem, type Row } from './import-item.ts'

/** Columns of RXNCONSO.RRF (RxNorm technical documentation, section 12.4): pipes, no header. */
const column = { language: 1, termType: 12, text: 14, suppress: 16 } as const

/** One row of RXNCONSO. The category is its term type: IN, BN, PIN, SCD … */
export function readRrf({ line, cells }: Row): ImportItem[] {
  if (cells.length < 17) return [{ rejected: { line, reason: 'too-few-columns' } }]
  if (cells[column.language] !== 'ENG') return [{ leftOut: 'another language' }]
  if (cells[column.suppress] !== 'N') return [{ leftOut: 'suppressed' }]
  const category = cells[column.termType] ?? ''
  return [checked({ line, category, form: cells[column.text] ?? '', locale: 'en' })]
}
