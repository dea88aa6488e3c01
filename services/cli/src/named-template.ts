import { findTemplate, type Template } from '@plume/report-templates'
import type { Locale } from '@plume/transcript'
import { nearestNames } from './nearest-names.ts'
import { Refused, shown } from './refused.ts'

/** The template of this id, in exactly this locale. */
export function namedTemplate(
  templates: readonly Template[],
  id: string,
  locale: Locale,
): Template {
  const template = findTemplate(templates, id, locale)
  if (template) return template
  const elsewhere = templates.filter((each) => each.id === id).map((each) => each.locale)
  const near = nearestNames(
    id,
    templates.flatMap((each) => (each.locale === locale ? [each.id] : [])),
  )
  throw new Refused(
    'unknown-template',
    `there is no template ${shown(id)} in ${locale}`,
    [
      ...(elsewhere.length > 0 ? [`It is there in ${elsewhere.join(', ')}.`] : []),
      ...(elsewhere.length === 0 && near.length > 0 ? [`Near it: ${near.join(', ')}.`] : []),
      'See plume templates list.',
    ].join(' '),
  )
}
