import { checked, type ImportItem, type Row } from './import-item.ts'

/**
 * One row of LRAGR of the SPECIALIST Lexicon: `EUI|form|category|agreement|base|citation|`. The category is
 * the part of speech; inflected forms are forms of their own.
 */
export function readLragr({ line, cells }: Row): ImportItem[] {
  if (cells.length < 6) return [{ rejected: { line, reason: 'too-few-columns' } }]
  const [, form = '', category = ''] = cells
  return [checked({ line, category, form, locale: 'en' })]
}
