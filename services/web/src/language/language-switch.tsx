import { languages, useLanguage } from './language.tsx'

export function LanguageSwitch() {
  const { language, words, choose } = useLanguage()
  return (
    <fieldset className="language-switch" aria-label={words.app.language}>
      {languages.map((choice) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          className="language-choice"
          aria-pressed={choice === language}
          onClick={() => choose(choice)}
        >
          {words.app.languageNames[choice]}
        </button>
      ))}
    </fieldset>
  )
}
