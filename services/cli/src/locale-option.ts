import { localeSchema } from '@plume/contracts'
import type { Locale } from '@plume/transcript'
import type { OptionHelp } from './command.ts'
import { WrongUsage } from './refused.ts'

/** The language of a text that says none itself. */
export const requiredLocale: OptionHelp = {
  type: 'string',
  value: 'L',
  required: true,
  help: 'language and country: en-CA, fr-CA, en-US or fr-FR',
}

export function localeFrom(value: string | boolean | undefined): Locale {
  const parsed = localeSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new WrongUsage(`--locale is one of ${localeSchema.options.join(', ')}`)
}
