import type { SpeechLanguage } from '@plume/records'
import type { Given } from './command.ts'
import { WrongUsage } from './refused.ts'

/** What `--language` says; undefined where it is not given. */
export function languageIn({ language }: Given['values']): SpeechLanguage | 'auto' | undefined {
  if (language === undefined) return undefined
  if (language === 'en' || language === 'fr' || language === 'auto') return language
  throw new WrongUsage('--language is en, fr or auto')
}

/** The line that says what came of finding it: a doubt is never kept quiet. */
export function toldOfLanguage(found: boolean, language: SpeechLanguage): string {
  return found
    ? `language found: ${language}\n`
    : `language not clear: taken for ${language}. Say --language if that is wrong\n`
}
