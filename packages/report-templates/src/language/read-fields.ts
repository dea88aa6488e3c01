import type { YAMLMap } from 'yaml'
import { type DictatedField, fieldSources, type TemplateField } from '../template.ts'
import { offsetOf, type YamlReader } from './yaml-reader.ts'

export const idPattern = /^[a-z][a-z0-9-]*$/
const kinds = ['text', 'number', 'date', 'choice', 'yes-no'] as const
const coreKeys = ['id', 'label', 'required'] as const
const keysOfKind: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  text: [],
  date: [],
  'yes-no': [],
  choice: ['choices'],
  number: ['unit', 'min', 'max'],
}

/** The fields of a template: those that a record fills (`from`) and those that the dictation fills (`kind`). */
export function readFields(map: YAMLMap, read: YamlReader): readonly TemplateField[] {
  const fields: TemplateField[] = []
  const what = 'A field has an id, a label, and a source ("from") or a kind.'
  for (const item of read.maps(map, 'fields', what)) {
    const field = readField(item, read)
    if (field === null) continue
    if (fields.some(({ id }) => id === field.id)) {
      read.complain(offsetOf(item), `Two fields have the id "${field.id}".`)
    }
    fields.push(field)
  }
  return fields
}

function readField(item: YAMLMap, read: YamlReader): TemplateField | null {
  const id = read.text(item, 'id', idPattern, 'small letters, digits and hyphens')
  const label = read.text(item, 'label', /\S/, 'a label')
  const required = read.yesOrNo(item, 'required')
  if (!item.has('kind')) {
    read.onlyKeys(item, [...coreKeys, 'from'])
    const from = read.oneOf(item, 'from', fieldSources)
    if (id === null || label === null || from === null) return null
    return { kind: 'known', id, label, required, from }
  }
  const kind = read.oneOf(item, 'kind', kinds)
  if (kind !== null) read.onlyKeys(item, [...coreKeys, 'kind', 'say', ...keysOfKind[kind]])
  const spoken = read.texts(item, 'say')
  if (kind === null || id === null || label === null) return null
  return readKind(item, read, { id, label, required, spoken }, kind)
}

function readKind(
  item: YAMLMap,
  read: YamlReader,
  core: Pick<DictatedField, 'id' | 'label' | 'required' | 'spoken'>,
  kind: (typeof kinds)[number],
): DictatedField | null {
  switch (kind) {
    case 'choice': {
      const choices = read.texts(item, 'choices')
      if (choices.length >= 2) return { ...core, kind, choices }
      read.complain(offsetOf(item), 'A choice needs at least two "choices".')
      return null
    }
    case 'number': {
      const [min, max] = [read.number(item, 'min'), read.number(item, 'max')]
      if (min !== null && max !== null && min > max) {
        read.complain(offsetOf(item), '"min" is more than "max".')
      }
      return { ...core, kind, units: read.texts(item, 'unit'), min, max }
    }
    default:
      return { ...core, kind }
  }
}
