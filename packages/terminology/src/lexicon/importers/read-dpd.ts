import { asProperName, asSubstance, nameInTitle, substanceName } from './drug-name.ts'
import { checked, type ImportItem, type Row } from './import-item.ts'

/** The files of Health Canada's extract that are read, in this order. No header; comma, quoted. */
export const dpdFiles = ['drug.txt', 'ingred.txt'] as const

/** Column numbers of the extract (Health Canada, "Read me" of the Drug Product Database). */
const drug = { code: 0, class: 2, brand: 4, brandFr: 12 } as const
const ingredient = { code: 0, name: 2, nameFr: 11 } as const

/**
 * Reads the two files, one after the other. Products for animals, disinfectants and the like are left out:
 * nobody prescribes them. Names are written in capitals there.
 */
export function createDpdReader(): (file: (typeof dpdFiles)[number], row: Row) => ImportItem[] {
  const human = new Set<string>()
  const said = new Set<string>()

  function once(items: ImportItem[]): ImportItem[] {
    return items.filter((item) => {
      if (!('candidate' in item)) return true
      const { category, form, locale } = item.candidate
      const key = `${category}\0${locale}\0${form}`
      if (said.has(key)) return false
      said.add(key)
      return true
    })
  }

  return (file, { line, cells }) => {
    if (file === 'drug.txt') {
      if (cells.length < 5) return [{ rejected: { line, reason: 'too-few-columns' } }]
      if (cells[drug.class] !== 'Human') return [{ leftOut: 'not for people' }]
      human.add(cells[drug.code] ?? '')
      return once(brandsOf(line, cells))
    }
    if (cells.length < 3) return [{ rejected: { line, reason: 'too-few-columns' } }]
    if (!human.has(cells[ingredient.code] ?? '')) return [{ leftOut: 'not for people' }]
    return once(substancesOf(line, cells))
  }
}

function brandsOf(line: number, cells: readonly string[]): ImportItem[] {
  const shared = { line, category: 'brand', allCapitals: true, caseRule: 'exact' } as const
  const english = asProperName(nameInTitle(cells[drug.brand] ?? ''))
  const french = asProperName(nameInTitle(cells[drug.brandFr] ?? '')) || english
  return [
    checked({ ...shared, form: english, locale: 'en-CA' }),
    checked({ ...shared, form: french, locale: 'fr-CA' }),
  ]
}

function substancesOf(line: number, cells: readonly string[]): ImportItem[] {
  const shared = { line, category: 'ingredient' } as const
  const english = asSubstance(substanceName(cells[ingredient.name] ?? ''))
  const french = asSubstance(substanceName(cells[ingredient.nameFr] ?? ''))
  const items = [checked({ ...shared, form: english, locale: 'en-CA', allCapitals: true })]
  return french === '' ? items : [...items, checked({ ...shared, form: french, locale: 'fr-CA' })]
}
