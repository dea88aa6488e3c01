import type { DictationReply } from '@plume/contracts'
import { Doubt } from '../controls/doubt.tsx'
import { useLanguage } from '../language/language.tsx'

type Spoken = {
  readonly locale: DictationReply['locale']
  readonly languageOrigin: DictationReply['languageOrigin']
  /** Of the report's template; left out while there is no report. */
  readonly templateLocale?: DictationReply['locale']
}

/** What was found of a dictation's language, and each doubt as a warning. Nothing where the upload said it. */
export function SpokenLanguage({ locale, languageOrigin, templateLocale = locale }: Spoken) {
  const { words } = useLanguage()
  const name = words.locales[locale]
  const lacksTemplate = templateLocale.slice(0, 2) !== locale.slice(0, 2)
  return (
    <>
      {languageOrigin === 'to-find' && <span className="faint">{words.spoken.toFind}</span>}
      {languageOrigin === 'found' && <span className="faint">{words.spoken.found(name)}</span>}
      {languageOrigin === 'unsure' && <Doubt text={words.spoken.unsure(name)} />}
      {lacksTemplate && <Doubt text={words.spoken.noTemplate(name)} />}
    </>
  )
}
