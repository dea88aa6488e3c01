import { isComposition } from './read-bdpm.ts'

export const importFormats = [
  'csv',
  'hunspell',
  'rrf',
  'rf2',
  'lragr',
  'dpd',
  'bdpm',
  'json',
] as const
export type ImportFormat = (typeof importFormats)[number]

/** The format of a list by its name and its first lines. What is nothing else is a table. */
export function detectFormat(fileName: string, lines: readonly string[]): ImportFormat {
  const name = fileName.toLowerCase()
  const [first = ''] = lines
  if (name.endsWith('.zip')) return 'dpd'
  if (name.endsWith('.dic')) return 'hunspell'
  if (name.endsWith('.json') || /^\s*[[{]/.test(first)) return 'json'
  if (/^id\teffectiveTime\tactive\t/.test(first)) return 'rf2'
  const filled = lines.filter((line) => line !== '')
  if (filled.length > 0 && filled.every((line) => /^E\d{7}\|/.test(line))) return 'lragr'
  if (name.endsWith('.rrf') || (filled.length > 0 && filled.every(isConcept))) return 'rrf'
  if (filled.length > 0 && filled.every(isBdpm)) return 'bdpm'
  if (/^\d+$/.test(first.trim()) && lines.slice(1, 20).every((line) => !/[\t;,]/.test(line))) {
    return 'hunspell'
  }
  return 'csv'
}

const isConcept = (line: string) => /^[^|]+\|[A-Z]{3}\|(?:[^|]*\|){14,}/.test(line)

function isBdpm(line: string): boolean {
  const cells = line.split('\t')
  if (!/^\d{8}$/.test(cells[0] ?? '')) return false
  return cells.length >= 8 && (isComposition(cells) || cells.length >= 10)
}
