import { type EntryLocale, localeNamed } from '@plume/terminology'
import type { OptionHelp } from '../command.ts'
import { WrongUsage } from '../refused.ts'

/** Where words hold: in a language, or in one of its places. */
export const placeOption = {
  type: 'string',
  value: 'L',
  required: true,
  help: 'where it holds: en, fr, en-CA, en-US, fr-CA or fr-FR',
} as const satisfies OptionHelp

export function placeFrom(value: string | boolean | undefined): EntryLocale {
  const place = typeof value === 'string' ? localeNamed(value) : null
  if (place === null) throw new WrongUsage('--locale is en, fr, en-CA, en-US, fr-CA or fr-FR')
  return place
}
