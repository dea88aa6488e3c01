import { ActionButton } from '../controls/action-button.tsx'
import { PlainDialog } from '../controls/plain-dialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { SignInForm } from './sign-in-form.tsx'

/**
 * Over the page, and hiding it: nobody is known to be looking, and patient text lies behind. Somebody
 * else starts with a fresh page; if there is unsaved text the browser asks first.
 */
export function SignInAgainDialog({ login }: { readonly login: string }) {
  const { words } = useLanguage()
  return (
    <PlainDialog title={words.signIn.againTitle} onClose={() => {}} isCurtain>
      <p>{words.signIn.againText}</p>
      <SignInForm login={login} />
      <ActionButton look="quiet" onPress={() => window.location.assign('/')}>
        {words.signIn.somebodyElse}
      </ActionButton>
    </PlainDialog>
  )
}
