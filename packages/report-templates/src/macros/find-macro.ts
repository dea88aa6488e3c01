import type { Locale } from '@plume/transcript'
import type { Macro } from './macro.ts'
import { spokenForm } from './spoken-form.ts'

/** Everything that may be said for a macro, as it is compared. */
export function macroNames(macro: Macro): readonly string[] {
  return [...new Set([macro.name, ...macro.spoken].map(spokenForm))].filter((name) => name !== '')
}

/**
 * The macro that these words name, or null. Where several have the name, the one in the report's own
 * locale is taken before one in its language, and then the first: an author's own stand before the site's.
 */
export function findMacro<Kind extends Macro>(
  macros: readonly Kind[],
  said: string,
  locale: Locale,
): Kind | null {
  const name = spokenForm(said)
  const named = macros.filter((macro) => macroNames(macro).includes(name))
  return (
    named.find((macro) => macro.locale === locale) ??
    named.find((macro) => macro.locale.slice(0, 2) === locale.slice(0, 2)) ??
    null
  )
}

/** A name that this macro would share with another one of the same owner and locale; null if none. */
export function sharedMacroName(macro: Macro, others: readonly Macro[]): string | null {
  const taken = new Set(
    others.filter(({ locale }) => locale === macro.locale).flatMap((other) => macroNames(other)),
  )
  return macroNames(macro).find((name) => taken.has(name)) ?? null
}
