import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Refused, refuseFile } from './refused.ts'

/**
 * The terms of a site's lexicon, whatever form it keeps it in: JSON (strings, or objects with a `term`), a CSV with
 * its terms in the first column, or a term a line. Lines that begin with # are notes.
 */
export async function readLexiconTerms(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw refuseFile(path, error)
  })
  const terms =
    extname(path).toLowerCase() === '.json' ? termsOfJson(path, text) : termsOfLines(text)
  return terms.map((term) => term.trim()).filter((term) => term !== '')
}

function termsOfLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => /^"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? firstColumn(line))
}

function firstColumn(line: string): string {
  return line.split(/[,;\t]/)[0] ?? ''
}

function termsOfJson(path: string, text: string): readonly string[] {
  const list = parse(text)
  const terms = Array.isArray(list) ? list.map(termOf) : []
  if (terms.length > 0 && !terms.includes(null)) return terms.filter((term) => term !== null)
  throw new Refused(
    'lexicon-unreadable',
    `${path} is no list of terms`,
    'Give an array of strings, or of objects with a "term".',
  )
}

function termOf(entry: unknown): string | null {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null || !('term' in entry)) return null
  return typeof entry.term === 'string' ? entry.term : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
