import { localeSchema } from '@plume/contracts'
import type { Locale } from '@plume/transcript'
import { WrongUsage } from './refused.ts'

export function localeFrom(value: string | boolean | undefined): Locale {
  const parsed = localeSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new WrongUsage(`--locale is one of ${localeSchema.options.join(', ')}`)
}
