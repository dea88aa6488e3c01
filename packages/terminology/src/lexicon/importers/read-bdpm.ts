import {
  asProperName,
  asSubstance,
  isAllCapitals,
  nameInTitle,
  substanceName,
} from './drug-name.ts'
import { checked, type ImportItem, type Row } from './import-item.ts'

/**
 * France's public database of medicines, tab-separated without header: `CIS_bdpm` (products) and
 * `CIS_COMPO_bdpm` (substances). Which of the two a row is of, its columns say.
 */
export function readBdpm({ line, cells }: Row): ImportItem[] {
  if (cells.length < 8) return [{ rejected: { line, reason: 'too-few-columns' } }]
  const [, title = '', , substance = ''] = cells
  if (isComposition(cells)) {
    const form = asSubstance(substanceName(substance))
    return [
      checked({
        line,
        category: 'substance',
        form,
        locale: 'fr-FR',
        allCapitals: true,
      }),
    ]
  }
  const name = nameInTitle(title)
  const form = isAllCapitals(name) ? asProperName(name) : name
  return [
    checked({
      line,
      category: 'denomination',
      form,
      locale: 'fr-FR',
      caseRule: 'exact',
      allCapitals: true,
    }),
  ]
}

/** In `CIS_COMPO_bdpm` the third column is the substance's number. */
export function isComposition(cells: readonly string[]): boolean {
  return /^\d+$/.test(cells[2] ?? '')
}
