import { findTemplate, type Template } from '@plume/report-templates'
import type { Locale } from '@plume/transcript'
import { Refused } from './refused.ts'

/** The template of this id, in exactly this locale. */
export function namedTemplate(
  templates: readonly Template[],
  id: string,
  locale: Locale,
): Template {
  const template = findTemplate(templates, id, locale)
  if (template) return template
  const there = templates.map((each) => `${each.id} (${each.locale})`).join(', ')
  throw new Refused(
    'unknown-template',
    `there is no template ${id} in ${locale}`,
    `There is: ${there}.`,
  )
}
