import { PlainDialog } from '../controls/plain-dialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Over the page, and hiding it: nobody is known to be looking, and patient text lies behind. */
export function SignInAgainDialog({ login }: { readonly login: string }) {
  const { words } = useLanguage()
  return (
    <PlainDialog title={words.signIn.againTitle} onClose={() => {}} isCurtain>
      <p>{words.signIn.againText}</p>
      <SignInForm login={login} />
    </PlainDialog>
  )
}
