import { randomUUID } from 'node:crypto'
import {
  type CorrespondentLanguage,
  type CorrespondentStore,
  cellsOf,
  exportedColumns,
  type TakenIn,
  writtenName,
} from '@plume/records'
import type { Command, Given, Terminal } from '../command.ts'
import { type ListedCorrespondent, readCorrespondentList } from '../correspondents/read-list.ts'
import { storage, withDatabase } from '../join-database.ts'
import { sayNothingThere } from '../nothing-there.ts'
import { requireAllRows, WrongUsage } from '../refused.ts'
import { writeOutput } from '../write-output.ts'

export const correspondentsList: Command = {
  positionals: [],
  options: {
    search: { type: 'string', value: 'WORDS', help: 'of name, number, specialty, address' },
    json: { type: 'boolean', help: 'one array' },
  },
  run: async ({ values }, terminal) => {
    const search = typeof values.search === 'string' ? values.search : ''
    const found = await withDirectory(terminal, async (store) => {
      const { total } = await store.search({ search, page: 1, pageSize: 1 })
      return (await store.search({ search, page: 1, pageSize: Math.max(1, total) })).items
    })
    if (values.json) return void terminal.stdout.write(`${JSON.stringify(found)}\n`)
    if (found.length === 0) {
      const what = search === '' ? 'are no correspondents yet' : 'is nobody with these words'
      return sayNothingThere(terminal, what, 'plume correspondents import FILE takes a list in.')
    }
    for (const person of found) {
      const facts = [writtenName(person), person.specialty, ...person.lines, person.language]
      terminal.stdout.write(`${facts.filter((fact) => fact !== '').join('  ')}\n`)
    }
  },
}

export const correspondentsImport: Command = {
  positionals: ['FILE'],
  options: {
    language: { type: 'string', value: 'L', help: 'of rows that do not say theirs: en or fr' },
    'dry-run': { type: 'boolean', help: 'check the file; open no database' },
  },
  details: [
    'Encoding and separator are found out. The first row names the columns. The same number, or the same',
    'name and address, is the same correspondent. Rows that cannot be taken in are named and the others are taken in;',
    'then it ends with 1. docs/operations/correspondents.md.',
  ],
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const say = (line: string) => void terminal.stderr.write(`${line}\n`)
    const list = await readCorrespondentList(path, languageIn(values))
    for (const column of list.unknownColumns) say(`column not read: ${column}`)
    for (const { line, why } of list.rejected) say(`line ${line}: ${why}`)
    if (values['dry-run']) {
      say(`${list.accepted.length} rows can be taken in`)
      return requireAllRows(list.rejected.length)
    }
    const people = list.accepted.map(({ correspondent }) => correspondent)
    const taken = await withDirectory(terminal, (store) =>
      store.takeIn(people, randomUUID, (correspondents) => ({
        kind: 'correspondents-imported',
        correspondents,
        actor: null,
        at: new Date(),
      })),
    )
    sayTaken(taken, list.accepted, say)
    requireAllRows(list.rejected.length + taken.contradicting.length)
  },
}

export const correspondentsExport: Command = {
  positionals: [],
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: 'default: standard output' },
    separator: { type: 'string', value: 'MARK', help: 'default: a comma' },
  },
  run: async ({ values }, terminal) => {
    const separator = typeof values.separator === 'string' ? values.separator : ','
    if (!/^[,;\t]$/.test(separator)) throw new WrongUsage('--separator is , or ; or a tab')
    const people = await withDirectory(terminal, (store) => store.all())
    const rows = [exportedColumns, ...people.map(cellsOf)]
    const lines = rows.map((cells) => cells.map((cell) => quoted(cell)).join(separator))
    // The mark at the start tells Excel that this is UTF-8.
    const text = `\uFEFF${lines.join('\r\n')}\r\n`
    if (typeof values.output === 'string') await writeOutput(values.output, text)
    else terminal.stdout.write(text)
  },
}

/** RFC 4180. */
function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function languageIn(values: Given['values']): CorrespondentLanguage | null {
  const { language } = values
  if (language === undefined) return null
  if (language !== 'en' && language !== 'fr') throw new WrongUsage('--language is en or fr')
  return language
}

function sayTaken(
  taken: TakenIn,
  accepted: readonly ListedCorrespondent[],
  say: (line: string) => void,
): void {
  const lineOf = (place: number) => accepted[place]?.line ?? 0
  for (const place of taken.contradicting) {
    say(`line ${lineOf(place)}: its number and its name belong to two entries; left out`)
  }
  for (const place of taken.namesakes) {
    say(`line ${lineOf(place)}: added, though somebody of that name has another address`)
  }
  say(`${taken.added} added, ${taken.replaced} replaced`)
}

async function withDirectory<Result>(
  { config, stderr }: Terminal,
  work: (store: CorrespondentStore) => Promise<Result>,
): Promise<Result> {
  const { createCorrespondentStore } = await storage()
  const say = (line: string) => void stderr.write(`${line}\n`)
  return withDatabase(config, say, (database) => work(createCorrespondentStore(database)))
}
