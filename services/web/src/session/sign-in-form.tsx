import { type FormEvent, useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import { TextField } from '../controls/fields.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Problem } from '../server/problem.ts'
import { useSession } from './use-session.tsx'

/** With `login`, only that person can sign in: what lies behind the form is theirs. */
export function SignInForm({ login: known = '' }: { readonly login?: string }) {
  const { words } = useLanguage()
  const session = useSession()
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPending, setPending] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isPending) return
    setPending(true)
    setProblem(null)
    const answer = await session.signIn(login.trim(), password)
    setPending(false)
    if ('problem' in answer) setProblem(answer.problem)
  }

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        label={words.signIn.login}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus={known === ''}
        readOnly={known !== ''}
        value={login}
        onChange={setLogin}
      />
      <TextField
        label={words.signIn.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus={known !== ''}
        value={password}
        onChange={setPassword}
      />
      <ActionButton type="submit" look="primary">
        {isPending ? words.signIn.submitting : words.signIn.submit}
      </ActionButton>
    </form>
  )
}
