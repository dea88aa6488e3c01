import { Feather } from '../controls/feather.tsx'
import { useTitle } from '../controls/use-title.ts'
import { useLanguage } from '../language/language.tsx'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  const { words } = useLanguage()
  useTitle(words.signIn.title)
  return (
    <main className="sign-in-page">
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <Feather />
          <div>
            <p className="sign-in-name">{words.app.name}</p>
            <p className="sign-in-purpose">{words.app.purpose}</p>
          </div>
        </div>
        <h1 className="sign-in-title">{words.signIn.title}</h1>
        <SignInForm />
        <p className="sign-in-note">{words.signIn.private}</p>
      </div>
      <LanguageSwitch />
    </main>
  )
}
