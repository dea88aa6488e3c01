import {
  type Address,
  correspondentsAddress,
  enginesAddress,
  formatAddress,
  macrosAddress,
  worklistAddress,
} from './address/address.ts'
import { useAddress, useNavigator } from './address/use-address.tsx'
import { ActionButton } from './controls/action-button.tsx'
import { Feather } from './controls/feather.tsx'
import { useLanguage } from './language/language.tsx'
import { LanguageSwitch } from './language/language-switch.tsx'
import { useSession, useUser } from './session/use-session.tsx'

export function AppHeader() {
  const { words } = useLanguage()
  const { signOut } = useSession()
  const user = useUser()
  const navigator = useNavigator()

  async function leave() {
    await navigator.go(worklistAddress)
    // Somebody who chose to stay on a page with unsaved text is not signed out either.
    if (navigator.current().page === 'worklist') await signOut()
  }

  return (
    <header className="app-header">
      <span className="app-brand">
        <Feather />
        {words.app.name}
      </span>
      <nav className="app-nav">
        <PageLink to={worklistAddress}>{words.app.worklist}</PageLink>
        <PageLink to={macrosAddress}>{words.macros.title}</PageLink>
        <PageLink to={correspondentsAddress}>{words.correspondents.title}</PageLink>
        {user.role === 'administrator' && (
          <PageLink to={enginesAddress}>{words.engines.link}</PageLink>
        )}
      </nav>
      <LanguageSwitch />
      <span className="app-user">
        <strong>{user.displayName}</strong>
        <span>{words.roles[user.role]}</span>
      </span>
      <ActionButton look="quiet" onPress={() => void leave()}>
        {words.app.signOut}
      </ActionButton>
    </header>
  )
}

function PageLink(props: { readonly to: Address; readonly children: string }) {
  const { to, children } = props
  const navigator = useNavigator()
  const address = useAddress()
  return (
    <a
      href={formatAddress(to)}
      className="app-link"
      aria-current={address.page === to.page ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault()
        void navigator.go(to)
      }}
    >
      {children}
    </a>
  )
}
