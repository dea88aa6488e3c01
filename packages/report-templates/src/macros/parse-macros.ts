import type { Locale } from '@plume/transcript'
import { isScalar, isSeq, type YAMLMap } from 'yaml'
import { isLineOfText, problemOfCharacters } from '../language/characters-of-no-text.ts'
import { openFacts } from '../language/open-facts.ts'
import { type ComplainAt, offsetOf } from '../language/yaml-reader.ts'
import type { TemplateProblem } from '../template.ts'
import { sharedMacroName } from './find-macro.ts'
import { type Macro, macroLimits } from './macro.ts'
import { readMacroBody } from './read-macro-body.ts'

const locales: readonly Locale[] = ['en-CA', 'fr-CA', 'en-US', 'fr-FR']
const knownKeys = ['name', 'locale', 'say']

/** Longer than all the macros a site would keep: a guard against a file that holds none. */
const longestSource = 2_000_000

/** One macro of a file, and the lines at which its facts and its text begin. */
type Piece = {
  readonly facts: string
  readonly factsLine: number
  readonly body: string
  readonly bodyLine: number
}

/**
 * Reads a file of one or more macros: facts between two lines of three hyphens (`name`, `locale`, `say`),
 * then the text. Gives the macros, or everything that is wrong with the file. Never throws.
 */
export function parseMacros(
  source: string,
): readonly Macro[] | { readonly problems: readonly TemplateProblem[] } {
  if (source.length > longestSource) return refused('The file is too long to hold macros.')
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const strange = problemOfCharacters(text)
  if (strange) return { problems: [strange] }
  const pieces = cut(text)
  if (typeof pieces === 'string') return refused(pieces)
  const problems: TemplateProblem[] = []
  const macros: Macro[] = []
  for (const piece of pieces) {
    const { macro, problems: wrong } = readPiece(piece)
    problems.push(...wrong)
    if (macro === null) continue
    const shared = sharedMacroName(macro, macros)
    if (shared !== null) {
      problems.push({
        line: piece.factsLine,
        column: 1,
        message: `"${shared}" names two macros of ${macro.locale} in this file.`,
      })
    }
    macros.push(macro)
  }
  return problems.length > 0 ? { problems } : macros
}

function refused(message: string) {
  return { problems: [{ line: 1, column: 1, message }] }
}

/** The file cut at its lines of three hyphens: facts and text by turns. */
function cut(text: string): readonly Piece[] | string {
  const lines = text.split('\n')
  const rulers = lines.flatMap((line, index) => (/^---[ \t]*$/.test(line) ? [index] : []))
  const [first] = rulers
  if (first === undefined || lines.slice(0, first).some((line) => line.trim() !== '')) {
    return 'A macro begins with a line of three hyphens, its facts, and three hyphens.'
  }
  if (rulers.length % 2 !== 0) {
    return 'The facts of the last macro are not ended: a line of three hyphens is missing.'
  }
  const pieces: Piece[] = []
  for (let index = 0; index < rulers.length; index += 2) {
    const open = rulers[index] ?? 0
    const close = rulers[index + 1] ?? 0
    const end = rulers[index + 2] ?? lines.length
    pieces.push({
      facts: lines.slice(open + 1, close).join('\n'),
      factsLine: open + 2,
      body: lines.slice(close + 1, end).join('\n'),
      bodyLine: close + 2,
    })
  }
  return pieces
}

function readPiece(piece: Piece): {
  readonly macro: Macro | null
  readonly problems: readonly TemplateProblem[]
} {
  const { facts, problems } = readFacts(piece)
  const trimmed = piece.body.replace(/^(?:[ \t]*\n)+/, '')
  const skipped = piece.body.slice(0, piece.body.length - trimmed.length).split('\n').length - 1
  const body = trimmed.replace(/\s+$/, '')
  const inBody = readMacroBody(body).problems.map(({ offset, message }): TemplateProblem => {
    const before = body.slice(0, offset).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    return { line: piece.bodyLine + skipped + before.length - 1, column, message }
  })
  const all = [...problems, ...inBody]
  return { macro: facts && all.length === 0 ? { ...facts, body } : null, problems: all }
}

function readFacts({ facts, factsLine }: Piece): {
  readonly facts: Omit<Macro, 'body'> | null
  readonly problems: readonly TemplateProblem[]
} {
  const missing = 'The facts are missing: name and locale.'
  const { map, problems, complain } = openFacts(facts, factsLine, missing)
  if (map === null) return { facts: null, problems }
  for (const { key } of map.items) {
    const known = isScalar(key) ? String(key.value) : '?'
    if (!knownKeys.includes(known)) {
      complain(offsetOf(key), `"${known}" is not known here; known are ${knownKeys.join(', ')}.`)
    }
  }
  const name = readName(map.get('name', true), offsetOf(map), '"name"', complain)
  const locale = readLocale(map, complain)
  const spoken = readSpoken(map, complain)
  const whole = problems.length === 0 && name !== null && locale !== null
  return { facts: whole ? { name, locale, spoken } : null, problems }
}

function readName(node: unknown, at: number, what: string, complain: ComplainAt): string | null {
  const value = isScalar(node) ? node.value : undefined
  // A name such as 12 is a number to YAML.
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text === 'string' && isMacroName(text)) return text.trim()
  complain(
    node ? offsetOf(node) : at,
    `${what} is missing, or is not a line of at most ${macroLimits.nameLength} characters with a letter or digit in it.`,
  )
  return null
}

/** A line that can be said. */
export function isMacroName(text: string): boolean {
  return (
    text.trim().length <= macroLimits.nameLength &&
    /[\p{L}\p{N}]/u.test(text) &&
    isLineOfText(text.trim())
  )
}

function readLocale(map: YAMLMap, complain: ComplainAt): Locale | null {
  const node = map.get('locale', true)
  const locale = locales.find((known) => isScalar(node) && node.value === known)
  if (locale === undefined) {
    complain(offsetOf(node ?? map), `"locale" must be one of ${locales.join(', ')}.`)
  }
  return locale ?? null
}

function readSpoken(map: YAMLMap, complain: ComplainAt): readonly string[] {
  const node = map.get('say', true)
  if (node === undefined) return []
  const items = isSeq(node) ? node.items : [node]
  if (items.length > macroLimits.spokenNames) {
    complain(offsetOf(node), `"say" has at most ${macroLimits.spokenNames} names.`)
    return []
  }
  return items.flatMap((item) => {
    const name = readName(item, offsetOf(node), 'A name under "say"', complain)
    return name === null ? [] : [name]
  })
}
