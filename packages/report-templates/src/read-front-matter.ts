import type { Locale } from '@plume/transcript'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import {
  fieldSources,
  type Template,
  type TemplateField,
  type TemplateProblem,
} from './template.ts'

const locales: readonly Locale[] = ['en-CA', 'fr-CA', 'en-US', 'fr-FR']
const idPattern = /^[a-z][a-z0-9-]*$/
const knownKeys = ['id', 'version', 'locale', 'title', 'opening', 'fields'] as const
const knownFieldKeys = ['id', 'label', 'from', 'required'] as const

type Facts = Pick<Template, 'id' | 'version' | 'locale' | 'title' | 'fields'> & {
  readonly opening: { readonly value: string; readonly line: number } | null
}

/** The facts at the head of a template file, with every problem at its line. The first line is 2. */
export function readFrontMatter(yaml: string): {
  readonly facts: Facts | null
  readonly problems: readonly TemplateProblem[]
} {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core' })
  const problems: TemplateProblem[] = []
  const complain = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset)
    problems.push({ line: Math.max(1, line) + 1, column: Math.max(1, col), message })
  }
  for (const error of document.errors) {
    complain(error.pos[0], `The facts cannot be read: ${error.message.split('\n')[0]}`)
  }
  const map = document.contents
  if (document.errors.length > 0 || !isMap(map)) {
    if (problems.length === 0) complain(0, 'The facts are missing: id, version, locale and title.')
    return { facts: null, problems }
  }

  const read = createReader(complain)
  read.onlyKeys(map, knownKeys)
  const facts = {
    id: read.text(map, 'id', idPattern, 'small letters, digits and hyphens'),
    version: read.wholeNumber(map, 'version'),
    locale: read.oneOf(map, 'locale', locales),
    title: read.text(map, 'title', /\S/, 'a title'),
    opening: readOpening(map, lines, complain),
    fields: readFields(map, read, complain),
  }
  const { id, version, locale, title } = facts
  if (problems.length > 0 || id === null || version === null || locale === null || title === null) {
    return { facts: null, problems }
  }
  return { facts: { ...facts, id, version, locale, title }, problems }
}

function readOpening(map: YAMLMap, lines: LineCounter, complain: Complain): Facts['opening'] {
  const node = map.get('opening', true)
  if (node === undefined) return null
  if (!isScalar(node) || node.value === null) {
    complain(offsetOf(node), '"opening" names one section.')
    return null
  }
  return { value: String(node.value), line: lines.linePos(node.range?.[0] ?? 0).line + 1 }
}

type Complain = (offset: number, message: string) => void
type Reader = ReturnType<typeof createReader>

function readFields(map: YAMLMap, read: Reader, complain: Complain): readonly TemplateField[] {
  const list = map.get('fields', true)
  if (list === undefined) return []
  if (!isSeq(list)) {
    complain(offsetOf(list), '"fields" is a list; each field begins with a hyphen.')
    return []
  }
  const fields: TemplateField[] = []
  for (const item of list.items) {
    if (!isMap(item)) {
      complain(offsetOf(item), 'A field has an id, a label and a source ("from").')
      continue
    }
    read.onlyKeys(item, knownFieldKeys)
    const id = read.text(item, 'id', idPattern, 'small letters, digits and hyphens')
    const label = read.text(item, 'label', /\S/, 'a label')
    const from = read.oneOf(item, 'from', fieldSources)
    if (id !== null && fields.some((field) => field.id === id)) {
      complain(offsetOf(item), `Two fields have the id "${id}".`)
    }
    if (id === null || label === null || from === null) continue
    fields.push({ id, label, from, required: read.yesOrNo(item, 'required') })
  }
  return fields
}

/** Reads values of a YAML map, complaining at the value, or at the map where it is missing. */
function createReader(complain: Complain) {
  function scalar(map: YAMLMap, key: string): { readonly value: unknown; readonly at: number } {
    const node = map.get(key, true)
    return isScalar(node)
      ? { value: node.value, at: offsetOf(node) }
      : { value: undefined, at: offsetOf(map) }
  }
  return {
    onlyKeys(map: YAMLMap, known: readonly string[]): void {
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : '?'
        if (!known.includes(name)) {
          complain(offsetOf(key), `"${name}" is not known here; known are ${known.join(', ')}.`)
        }
      }
    },
    text(map: YAMLMap, key: string, pattern: RegExp, what: string): string | null {
      const { value, at } = scalar(map, key)
      if (typeof value === 'string' && pattern.test(value)) return value.trim()
      complain(at, `"${key}" is missing or is not ${what}.`)
      return null
    },
    wholeNumber(map: YAMLMap, key: string): number | null {
      const { value, at } = scalar(map, key)
      if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
      complain(at, `"${key}" is missing or is not a whole number from 1.`)
      return null
    },
    /** Without the key it is no. Words such as "yes" are not YAML 1.2's, so they are complained about. */
    yesOrNo(map: YAMLMap, key: string): boolean {
      if (!map.has(key)) return false
      const { value, at } = scalar(map, key)
      if (typeof value !== 'boolean') complain(at, `"${key}" must be true or false.`)
      return value === true
    },
    oneOf<Value extends string>(map: YAMLMap, key: string, values: readonly Value[]): Value | null {
      const { value, at } = scalar(map, key)
      const found = values.find((known) => known === value)
      if (found === undefined) complain(at, `"${key}" must be one of ${values.join(', ')}.`)
      return found ?? null
    },
  }
}

function offsetOf(node: unknown): number {
  const range = (node as Node | null)?.range
  return range?.[0] ?? 0
}
