import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { en, type Words } from './en.ts'
import { createFormat, type Format } from './format.ts'
import { fr } from './fr.ts'

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

export const dictionaries: Readonly<Record<Language, Words>> = { en, fr }

type LanguageChoice = {
  readonly language: Language
  readonly words: Words
  readonly format: Format
  readonly choose: (language: Language) => void
}

/** The only thing Plume keeps in the browser: nothing clinical may stay on a shared machine. */
const storageKey = 'plume.language'

const LanguageContext = createContext<LanguageChoice | null>(null)

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      words: dictionaries[language],
      format: createFormat(language),
      choose: (next: Language) => {
        remember(next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (!choice) throw new Error('useLanguage is used outside of LanguageProvider')
  return choice
}

function rememberedLanguage(): Language {
  const remembered = readStorage()
  if (remembered === 'en' || remembered === 'fr') return remembered
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    // Storage is switched off: the browser's language will do.
    return null
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
}
