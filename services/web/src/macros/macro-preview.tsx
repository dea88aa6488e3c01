import type { Locale } from '@plume/transcript'
import { useLanguage } from '../language/language.tsx'
import type { MacroPart } from './macro-parts.ts'

type MacroPreviewProps = {
  readonly parts: readonly MacroPart[]
  readonly locale: Locale
  readonly values?: ReadonlyMap<string, string>
}

/** The text as it will stand in a report, with each fill-in as its value or as its name in a gap. */
export function MacroPreview({ parts, locale, values }: MacroPreviewProps) {
  const { words } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="macro-preview" aria-label={words.macros.preview} tabIndex={0}>
      <p className="doc-plain" lang={locale}>
        {parts.map((part, index) => {
          // Parts have no names of their own, and never change places.
          const key = `${index}`
          if (part.kind === 'text') return <span key={key}>{part.text}</span>
          const value = values?.get(part.label)?.trim() ?? ''
          return value === '' ? (
            <span key={key} className="macro-gap">
              {`[${part.choices.length > 0 ? part.choices.join(' | ') : part.label}]`}
            </span>
          ) : (
            <strong key={key}>{value}</strong>
          )
        })}
      </p>
    </section>
  )
}
