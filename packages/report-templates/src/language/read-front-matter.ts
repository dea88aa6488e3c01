import type { Locale, ReportLayout } from '@plume/transcript'
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import {
  fieldSources,
  type Template,
  type TemplateProblem,
  type TemplateRecipient,
} from '../template.ts'
import { idPattern, readFields } from './read-fields.ts'
import { createYamlReader, offsetOf, type YamlReader } from './yaml-reader.ts'

const locales: readonly Locale[] = ['en-CA', 'fr-CA', 'en-US', 'fr-FR']
const layouts: readonly ReportLayout[] = ['report', 'letter', 'form']
const knownKeys = [
  'id',
  'version',
  'locale',
  'title',
  'layout',
  'code',
  'opening',
  'fields',
  'recipients',
] as const

type Facts = Pick<
  Template,
  'id' | 'version' | 'locale' | 'title' | 'layout' | 'code' | 'fields' | 'recipients'
> & { readonly opening: { readonly value: string; readonly line: number } | null }

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

  const read = createYamlReader(complain)
  read.onlyKeys(map, knownKeys)
  const facts = {
    id: read.text(map, 'id', idPattern, 'small letters, digits and hyphens'),
    version: read.wholeNumber(map, 'version'),
    locale: read.oneOf(map, 'locale', locales),
    title: read.text(map, 'title', /\S/, 'a title'),
    layout: map.has('layout') ? read.oneOf(map, 'layout', layouts) : ('report' as const),
    code: map.has('code')
      ? read.text(map, 'code', /^\d{1,7}-\d$/, 'a LOINC code, such as 12345-6')
      : null,
    opening: readOpening(map, lines, read),
    fields: readFields(map, read),
    recipients: readRecipients(map, read),
  }
  const { id, version, locale, title, layout } = facts
  if (id === null || version === null || locale === null || title === null || layout === null) {
    return { facts: null, problems }
  }
  return { facts: { ...facts, id, version, locale, title, layout }, problems }
}

function readOpening(map: YAMLMap, lines: LineCounter, read: YamlReader): Facts['opening'] {
  const node = map.get('opening', true)
  if (node === undefined) return null
  if (!isScalar(node) || node.value === null) {
    read.complain(offsetOf(node), '"opening" names one section.')
    return null
  }
  return { value: String(node.value), line: lines.linePos(node.range?.[0] ?? 0).line + 1 }
}

function readRecipients(map: YAMLMap, read: YamlReader): readonly TemplateRecipient[] {
  const what = 'A recipient has a role, and a name or a source ("from").'
  return read.maps(map, 'recipients', what).flatMap((item): readonly TemplateRecipient[] => {
    read.onlyKeys(item, ['role', 'name', 'from', 'lines'])
    const role = read.oneOf(item, 'role', ['to', 'copy'] as const)
    const lines = read.texts(item, 'lines')
    const from = item.has('from') ? read.oneOf(item, 'from', fieldSources) : null
    const name = item.has('from') ? null : read.text(item, 'name', /\S/, 'a name')
    if (role === null) return []
    if (from !== null) return [{ role, name: { from }, lines }]
    return name === null ? [] : [{ role, name, lines }]
  })
}
