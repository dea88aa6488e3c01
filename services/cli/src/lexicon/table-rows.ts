import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Row } from '@plume/terminology'
import { CsvError, parse } from 'csv-parse'
import { Refused } from '../refused.ts'
import { maxLineLength, tooLong } from './open-text.ts'

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** Rows of a table whose cells may be quoted, with the line on which each ends. */
export async function* tableRows(
  chunks: AsyncIterable<string>,
  separator: string,
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxLineLength,
    info: true,
  })
  const source = Readable.from(chunks)
  const done = pipeline(source, parser)
  // Whoever stops early, or meets the error below, is told there.
  done.catch(() => {})
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      yield { line: parsed.info.lines, cells: parsed.record }
    }
    await done
  } catch (error) {
    throw error instanceof CsvError ? refuseTable(error) : error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function refuseTable(error: CsvError): Refused {
  const line = typeof error.lines === 'number' ? error.lines : 0
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(line)
  return new Refused(
    'table-unreadable',
    `line ${line} cannot be cut into cells (${error.code})`,
    'Correct its quotation marks.',
  )
}
