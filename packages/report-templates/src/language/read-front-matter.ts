import type { Locale, ReportLayout } from '@plume/transcript'
import { isScalar, type YAMLMap } from 'yaml'
import {
  fieldSources,
  type Template,
  type TemplateProblem,
  type TemplateRecipient,
} from '../template.ts'
import { openFacts } from './open-facts.ts'
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
  const missing = 'The facts are missing: id, version, locale and title.'
  const { map, problems, complain, lineAt } = openFacts(yaml, 2, missing)
  if (map === null) return { facts: null, problems }

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
    opening: readOpening(map, lineAt, read),
    fields: readFields(map, read),
    recipients: readRecipients(map, read),
  }
  const { id, version, locale, title, layout } = facts
  if (id === null || version === null || locale === null || title === null || layout === null) {
    return { facts: null, problems }
  }
  return { facts: { ...facts, id, version, locale, title, layout }, problems }
}

function readOpening(
  map: YAMLMap,
  lineAt: (offset: number) => number,
  read: YamlReader,
): Facts['opening'] {
  const node = map.get('opening', true)
  if (node === undefined) return null
  if (!isScalar(node) || node.value === null) {
    read.complain(offsetOf(node), '"opening" names one section.')
    return null
  }
  return { value: String(node.value), line: lineAt(offsetOf(node)) }
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
