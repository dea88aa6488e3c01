import { checked, type ImportItem, localeNamed, type Row } from './import-item.ts'
import { candidateOf } from './read-json.ts'

/** Names by which a column says that it holds the form of an entry, in small letters. */
const formColumns = ['form', 'term', 'terme', 'forme', 'entry']

/** How a table is laid out: its separator, and its column names where its first line gives them. */
export type TableLayout = { readonly separator: string; readonly header: readonly string[] | null }

/** Separators that tables have, the likeliest first. */
const separators = ['\t', ';', ',', '|'] as const

/**
 * The layout of a table by its first lines: the separator that cuts them into the same number of cells; a
 * header if the first line looks like names and the lines after it differ.
 */
export function detectLayout(lines: readonly string[]): TableLayout {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 50)
  const separator = separators.find((mark) => cutsEvenly(filled, mark)) ?? '\t'
  const cells = (filled[0] ?? '').split(separator).map((cell) => cell.replace(/^"|"$/g, '').trim())
  return { separator, header: isHeader(cells) ? cells : null }
}

function cutsEvenly(lines: readonly string[], mark: string): boolean {
  const widths = lines.map((line) => withoutQuoted(line).split(mark).length)
  const [first = 1] = widths
  if (first < 2) return false
  return widths.filter((width) => width === first).length >= widths.length * 0.9
}

function withoutQuoted(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, '')
}

/** Names: short words of letters and underscores, none twice, and one that we know or an underscore. */
function isHeader(cells: readonly string[]): boolean {
  if (cells.some((cell) => !/^[\p{L}][\p{L}\p{N}_ .-]{0,40}$/u.test(cell))) return false
  if (new Set(cells).size !== cells.length) return false
  const known =
    /^(?:form|term|terme|forme|entry|word|mot|name|nom|label|class|classe|type|group|category|preferred|locale|language|langue|id|code|brand|ingredient|substance|denomination|spoken|weight)/i
  return cells.some((cell) => known.test(cell) || /[a-z]_[a-z]/i.test(cell))
}

/**
 * A reader of the rows under a header. A table with a column of forms gives one entry a row, with its
 * other columns as fields. Any other table is so many columns of terms, each a category of its own;
 * `brand_en` says its language.
 */
export function createTableReader({ header }: TableLayout): (row: Row) => ImportItem[] {
  const names = header?.map((name) => name.toLowerCase())
  const form = names?.findIndex((name) => formColumns.includes(name)) ?? -1
  if (names && form !== -1) return (row) => [entryRow(row, names, form)]
  return (row) => columnsRow(row, header)
}

function entryRow({ line, cells }: Row, names: readonly string[], form: number): ImportItem {
  const fields = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  return candidateOf({ ...fields, form: cells[form] ?? '' }, line, names[form] ?? 'form')
}

function columnsRow({ line, cells }: Row, header: readonly string[] | null): ImportItem[] {
  return cells.flatMap((cell, at) => {
    const category = header?.[at] ?? `column ${at + 1}`
    if (cell.trim() === '') return []
    const locale = localeNamed(/[_ -](\p{L}{2})$/u.exec(category)?.[1] ?? '')
    return [checked({ line, category, form: cell, ...(locale ? { locale } : {}) })]
  })
}
