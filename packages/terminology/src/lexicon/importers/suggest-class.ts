import { isLexiconClass } from '../parse-entry-table.ts'
import type { ImportFormat } from './detect-format.ts'
import type { Suggested } from './import-item.ts'

const byFormat: Readonly<Partial<Record<ImportFormat, Readonly<Record<string, Suggested>>>>> = {
  dpd: { brand: 'drug-brand', ingredient: 'drug-ingredient' },
  bdpm: { denomination: 'drug-brand', substance: 'drug-ingredient' },
  // Term types of RxNorm: ingredients, brand names; strengths and forms are nobody's words.
  rrf: { IN: 'drug-ingredient', PIN: 'drug-ingredient', MIN: 'drug-ingredient', BN: 'drug-brand' },
  rf2: {
    disorder: 'condition',
    finding: 'finding',
    procedure: 'procedure',
    'body structure': 'anatomy',
    organism: 'organism',
    'physical object': 'device',
    substance: 'drug-ingredient',
    'observable entity': 'test',
  },
  lragr: { noun: 'term', adj: 'term' },
  hunspell: { word: 'term' },
}

/** The class that a category most likely is; whoever imports confirms it. */
export function suggestClass(
  format: ImportFormat,
  category: string,
  samples: readonly string[] = [],
): Suggested {
  const known = byFormat[format]
  if (known) return Object.hasOwn(known, category) ? (known[category] ?? 'ignore') : 'ignore'
  if (isLexiconClass(category)) return category
  if (samples.length > 0 && samples.every((form) => /^[\d.,]+$/.test(form))) return 'ignore'
  if (/^(?:n|nb|count|number|id|code)(?:_|$)|_(?:id|code|count)$/i.test(category)) return 'ignore'
  if (/brand|marque|denomination|sp[ée]cialit/i.test(category)) return 'drug-brand'
  if (/ingredient|substance|inn\b|dci\b/i.test(category)) return 'drug-ingredient'
  return 'term'
}
