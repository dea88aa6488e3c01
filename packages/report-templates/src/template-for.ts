import type { Locale } from '@plume/transcript'
import type { Template } from './template.ts'

const locales: Readonly<Record<'en' | 'fr', Readonly<Record<'CA' | 'elsewhere', Locale>>>> = {
  en: { CA: 'en-CA', elsewhere: 'en-US' },
  fr: { CA: 'fr-CA', elsewhere: 'fr-FR' },
}

/** The same region in another language: `fr-CA` for French at a site of `en-CA`. Its own language changes nothing. */
export function inLanguage(locale: Locale, language: 'en' | 'fr'): Locale {
  if (locale.startsWith(language)) return locale
  return locales[language][locale.endsWith('CA') ? 'CA' : 'elsewhere']
}

/**
 * The template for what was spoken: in its locale; in its language as another region has it; or, where it does not exist in
 * that language, as the upload named it. That last one differs in language from what was spoken, which is shown.
 */
export function templateFor(
  templates: readonly Template[],
  wanted: { readonly templateId: string; readonly locale: Locale; readonly givenLocale: Locale },
): Template | null {
  const same = templates.filter(({ id }) => id === wanted.templateId)
  const { locale, givenLocale } = wanted
  return (
    same.find((template) => template.locale === locale) ??
    same.find((template) => template.locale.slice(0, 2) === locale.slice(0, 2)) ??
    same.find((template) => template.locale === givenLocale) ??
    null
  )
}
