import { spokenForm } from '../macros/spoken-form.ts'
import { type Condition, fieldSources, type TemplateField } from '../template.ts'

const shape = /^(\S+) is (?:given|(.+))$/

/** Reads "field is value" or "field is given": the condition, or what is wrong with it. */
export function readCondition(text: string, fields: readonly TemplateField[]): Condition | string {
  const read = shape.exec(text.trim())
  if (!read) return 'A condition reads "field is value" or "field is given".'
  const [, of = '', is] = read
  const field = fields.find(({ id }) => id === of)
  if (!field && !fieldSources.some((source) => source === of)) {
    return `"${of}" in this condition is neither a field nor one of ${fieldSources.join(', ')}.`
  }
  if (is !== undefined && field?.kind === 'choice') {
    const known = field.choices.some((choice) => spokenForm(choice) === spokenForm(is))
    if (!known) return `"${is}" is no choice of "${of}"; there are ${field.choices.join(', ')}.`
  }
  return { of, is: is ?? null }
}
