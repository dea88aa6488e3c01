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
  const near = likeliest(
    id,
    templates.filter((each) => each.locale === locale),
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

/** By id or by title: who dictates in French knows a "Radiographie pulmonaire", not `chest-xray`. */
function likeliest(meant: string, templates: readonly Template[]): readonly string[] {
  const names = nearestNames(
    meant,
    templates.flatMap(({ id, title }) => [id, title]),
  )
  const found = templates.filter(({ id, title }) => names.includes(id) || names.includes(title))
  return found.map(({ id, title }) => `${id} (${title})`)
}
