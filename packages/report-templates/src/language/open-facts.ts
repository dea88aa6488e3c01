import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import type { TemplateProblem } from '../template.ts'
import { isLineOfText } from './characters-of-no-text.ts'
import { type ComplainAt, offsetOf } from './yaml-reader.ts'

/** Facts hold lists of maps of lists: no file that a person wrote is deeper. */
const deepest = 10

/** What YAML says after these follows from them. */
const mostErrors = 20

type OpenFacts = {
  /** Null where they cannot be read; `problems` then says why. */
  readonly map: YAMLMap | null
  /** Grows with each complaint. */
  readonly problems: readonly TemplateProblem[]
  readonly complain: ComplainAt
  /** The line of the file at an offset of the YAML text. */
  readonly lineAt: (offset: number) => number
}

/**
 * Reads the YAML facts at the head of a template or macro, which begin at `firstLine` of their file;
 * `missing` is said where there are none. YAML's escapes write what the file itself may not hold, so
 * every text is looked at again here. Never throws.
 */
export function openFacts(yaml: string, firstLine: number, missing: string): OpenFacts {
  const lines = new LineCounter()
  const document = parseYaml(yaml, lines)
  const problems: TemplateProblem[] = []
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line) + firstLine - 1
  const complain = (offset: number, message: string) => {
    const column = Math.max(1, lines.linePos(offset).col)
    problems.push({ line: lineAt(offset), column, message })
  }
  if (document === null) complain(0, tooDeep)
  else if (document.errors.length > 0) {
    for (const { pos, message } of document.errors.slice(0, mostErrors)) {
      complain(pos[0], `The facts cannot be read: ${message.split('\n')[0]}`)
    }
  } else if (isMap(document.contents)) complainOfTexts(document.contents, complain, 1)
  else complain(0, missing)
  const map = problems.length === 0 && isMap(document?.contents) ? document.contents : null
  return { map, problems, complain, lineAt }
}

const tooDeep = 'The facts stand too deep in each other.'

/** Null where they are so deep that the parser, which calls itself for each level, runs out of stack. */
function parseYaml(yaml: string, lineCounter: LineCounter): Document | null {
  try {
    const document = parseDocument(yaml, { lineCounter, schema: 'core' })
    const exhausted = document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')
    return exhausted ? null : document
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function complainOfTexts(node: unknown, complain: ComplainAt, depth: number): void {
  if (depth > deepest) complain(offsetOf(node), tooDeep)
  else if (isScalar(node)) {
    if (typeof node.value !== 'string' || isLineOfText(node.value.trim())) return
    complain(offsetOf(node), 'A fact is one line of text, without characters of no text.')
  } else if (isPair(node)) {
    complainOfTexts(node.key, complain, depth)
    complainOfTexts(node.value, complain, depth)
  } else if (isMap(node) || isSeq(node)) {
    for (const item of node.items) complainOfTexts(item, complain, depth + 1)
  }
}
