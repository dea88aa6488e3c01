import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  createHunspellReader,
  createRf2Reader,
  createTableReader,
  detectFormat,
  detectLayout,
  entriesInJson,
  type HunspellAffixes,
  type ImportFormat,
  type ImportItem,
  noAffixes,
  parseAffixes,
  type Row,
  readBdpm,
  readJsonEntry,
  readLragr,
  readRrf,
} from '@plume/terminology'
import { Refused } from '../refused.ts'
import { dpdItems } from './dpd-archive.ts'
import { bytesOfFile, firstLines, linesIn, openText, type TextFile } from './open-text.ts'
import { tableRows } from './table-rows.ts'

/** Somebody's list, ready to be read any number of times. */
export type OpenList = {
  readonly format: ImportFormat
  /** What was found out about the file, in words. */
  readonly layout: string
  readonly items: () => AsyncGenerator<ImportItem>
}

/** Affix files are small; hospital lists in one JSON document are not large either. */
const maxWholeFile = 64 * 1024 * 1024

/** Opens a list in the format that was named, or in the one that it looks like. */
export async function openList(path: string, named: ImportFormat | null): Promise<OpenList> {
  if (named === 'dpd' || (named === null && path.toLowerCase().endsWith('.zip'))) {
    return { format: 'dpd', layout: 'ZIP archive', items: () => dpdItems(path) }
  }
  const file = await openText(bytesOfFile(path))
  const start = await firstLines(file, 200)
  const format = named ?? detectFormat(path, start)
  switch (format) {
    case 'hunspell':
      return openHunspell(path, file)
    case 'json':
      return { format, layout: file.encoding, items: () => jsonItems(file) }
    case 'csv': {
      const layout = detectLayout(start)
      const read = createTableReader(layout)
      const { separator, header } = layout
      const rows = () => withoutHeader(tableRows(file.chunks(), separator), header !== null)
      return {
        format,
        layout: `${file.encoding}, ${separatorName(separator)}, ${header ? 'with' : 'no'} column names`,
        items: () => eachRow(rows(), read),
      }
    }
    default:
      return openFixed(format, file)
  }
}

/** Formats whose separator and columns are given by whoever publishes them. */
function openFixed(format: 'rrf' | 'rf2' | 'lragr' | 'bdpm' | 'dpd', file: TextFile): OpenList {
  const rows = (separator: string) => cutRows(linesIn(file.chunks()), separator)
  const layout = file.encoding
  switch (format) {
    case 'rrf':
      return { format, layout, items: () => eachRow(rows('|'), (row) => [...readRrf(row)]) }
    case 'lragr':
      return { format, layout, items: () => eachRow(rows('|'), (row) => [...readLragr(row)]) }
    case 'rf2':
      return { format, layout, items: () => rf2Items(() => rows('\t')) }
    default:
      return { format: 'bdpm', layout, items: () => eachRow(rows('\t'), readBdpm) }
  }
}

async function openHunspell(path: string, file: TextFile): Promise<OpenList> {
  const affixPath = path.replace(/\.[^./]*$/, '.aff')
  const hasAffixes = affixPath !== path && existsSync(affixPath)
  const affixes = hasAffixes ? await readAffixes(affixPath) : noAffixes
  return {
    format: 'hunspell',
    layout: `${file.encoding}, ${hasAffixes ? 'with its affixes' : 'no affix file beside it'}`,
    items: () => hunspellItems(file, affixes),
  }
}

async function readAffixes(path: string): Promise<HunspellAffixes> {
  return parseAffixes(await wholeText(await openText(bytesOfFile(path))))
}

async function* hunspellItems(
  file: TextFile,
  affixes: HunspellAffixes,
): AsyncGenerator<ImportItem> {
  const read = createHunspellReader(affixes)
  let line = 0
  for await (const text of linesIn(file.chunks())) yield* read(text, ++line)
}

async function* jsonItems(file: TextFile): AsyncGenerator<ImportItem> {
  const found = entriesInJson(parseJson(await wholeText(file)))
  if (!found) {
    throw new Refused(
      'not-a-list',
      'the JSON is neither an array nor an object with one array in it',
      'Give an array of entries.',
    )
  }
  for (const [at, entry] of found.entries.entries()) yield readJsonEntry(entry, at + 1, found.list)
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw new Refused('json-unreadable', 'the file is no JSON', 'Export it again.')
  }
}

async function wholeText(file: TextFile): Promise<string> {
  let text = ''
  for await (const chunk of file.chunks()) {
    text += chunk
    if (text.length > maxWholeFile) {
      throw new Refused('list-too-large', 'the file is larger than 64 MB', 'Give it as a table.')
    }
  }
  return text.replace(/^\uFEFF/, '')
}

async function* rf2Items(rows: () => AsyncGenerator<Row>): AsyncGenerator<ImportItem> {
  const reader = createRf2Reader()
  for await (const row of rows()) reader.note(row)
  for await (const row of rows()) yield* reader.read(row)
}

async function* cutRows(lines: AsyncIterable<string>, separator: string): AsyncGenerator<Row> {
  let line = 0
  for await (const text of lines) {
    line += 1
    if (text !== '') yield { line, cells: text.split(separator) }
  }
}

async function* withoutHeader(rows: AsyncIterable<Row>, hasHeader: boolean): AsyncGenerator<Row> {
  let isFirst = hasHeader
  for await (const row of rows) {
    if (!isFirst) yield row
    isFirst = false
  }
}

async function* eachRow(
  rows: AsyncIterable<Row>,
  read: (row: Row) => readonly ImportItem[],
): AsyncGenerator<ImportItem> {
  for await (const row of rows) yield* read(row)
}

function separatorName(separator: string): string {
  const names: Readonly<Record<string, string>> = {
    '\t': 'tabs',
    ',': 'commas',
    ';': 'semicolons',
    '|': 'pipes',
  }
  return names[separator] ?? separator
}

/** SHA-256 of the file as it was given. */
export async function hashOfList(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytesOfFile(path)()) hash.update(chunk)
  return hash.digest('hex')
}
