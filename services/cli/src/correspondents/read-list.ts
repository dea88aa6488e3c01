import {
  type Correspondent,
  type CorrespondentLanguage,
  type CorrespondentRejection,
  correspondentKey,
  createCorrespondentReader,
  unknownColumns,
} from '@plume/records'
import { detectLayout } from '@plume/terminology'
import { bytesOfFile, firstLines, openText } from '../lexicon/open-text.ts'
import { tableRows } from '../lexicon/table-rows.ts'
import { Refused } from '../refused.ts'

/** A directory of a whole country's physicians has fewer. */
const mostCorrespondents = 100_000

/** Enough lines to tell the separator. */
const layoutLines = 50

export type ListedCorrespondent = {
  readonly line: number
  readonly correspondent: Correspondent
}

export type CorrespondentList = {
  readonly accepted: readonly ListedCorrespondent[]
  readonly rejected: readonly { readonly line: number; readonly why: string }[]
  readonly unknownColumns: readonly string[]
}

const reasons: Readonly<Record<CorrespondentRejection, string>> = {
  'no-name': 'no name',
  'unknown-language': 'no language that Plume writes; see --language',
  'too-long': 'a cell of more than 100 characters',
  'too-many-address-lines': 'more than 8 lines of address',
  'control-characters': 'characters of no text',
}

/**
 * A table of correspondents, in whatever encoding and with whatever separator it was saved. A row that
 * says again who an earlier row is, by name and address or by number, is rejected.
 */
export async function readCorrespondentList(
  path: string,
  language: CorrespondentLanguage | null,
): Promise<CorrespondentList> {
  const file = await openText(bytesOfFile(path))
  const { separator } = detectLayout(await firstLines(file, layoutLines))
  const accepted: ListedCorrespondent[] = []
  const rejected: { line: number; why: string }[] = []
  const firstLine = createDoubleCheck()
  let header: readonly string[] | null = null
  let read: ReturnType<typeof createCorrespondentReader> = null
  for await (const row of tableRows(file.chunks(), separator)) {
    if (header === null) {
      header = row.cells
      read = createCorrespondentReader(header, language)
      if (read === null) throw refuseHeader()
      continue
    }
    const item = read?.(row)
    if (!item) continue
    if ('rejected' in item) {
      rejected.push({ line: item.line, why: reasons[item.rejected] })
      continue
    }
    const earlier = firstLine(item)
    if (earlier !== null) rejected.push({ line: item.line, why: `the same as line ${earlier}` })
    else accepted.push(item)
    if (accepted.length > mostCorrespondents) throw refuseLength()
  }
  return { accepted, rejected, unknownColumns: unknownColumns(header ?? []) }
}

/** The line that named the same correspondent before, or null. */
function createDoubleCheck(): (item: ListedCorrespondent) => number | null {
  const lines = new Map<string, number>()
  return ({ line, correspondent }) => {
    const { number } = correspondent
    const keys = [`who ${correspondentKey(correspondent)}`, ...(number ? [`number ${number}`] : [])]
    const earlier = keys.map((key) => lines.get(key)).find((found) => found !== undefined)
    if (earlier !== undefined) return earlier
    for (const key of keys) lines.set(key, line)
    return null
  }
}

function refuseHeader(): Refused {
  return new Refused(
    'no-name-column',
    'the first row names no column of names',
    'Name one family_name, or name; see docs/operations/correspondents.md.',
  )
}

function refuseLength(): Refused {
  return new Refused(
    'file-too-large',
    `the file has more than ${mostCorrespondents} rows`,
    'Cut it in several files.',
  )
}
