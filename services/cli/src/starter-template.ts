import { findTemplate, type Template } from '@plume/report-templates'
import { loadStarterTemplates } from '@plume/report-templates/starter'
import type { Locale } from '@plume/transcript'
import { Refused } from './refused.ts'

/** A template that comes with Plume, in exactly this locale. */
export function starterTemplate(id: string, locale: Locale): Template {
  const templates = loadStarterTemplates()
  const template = findTemplate(templates, id, locale)
  if (template) return template
  const there = templates.map((each) => `${each.id} (${each.locale})`).join(', ')
  throw new Refused(
    'unknown-template',
    `there is no template ${id} in ${locale}`,
    `There is: ${there}.`,
  )
}
