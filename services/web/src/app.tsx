import type { UserReply } from '@plume/contracts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { worklistAddress } from './address/address.ts'
import { useAddress, useNavigator } from './address/use-address.tsx'
import { EnginesPage } from './admin/engines-page.tsx'
import { AppHeader } from './app-header.tsx'
import { ActionButton } from './controls/action-button.tsx'
import { useTitle } from './controls/use-title.ts'
import { CorrespondentsPage } from './correspondents/correspondents-page.tsx'
import { useLanguage } from './language/language.tsx'
import { MacrosPage } from './macros/macros-page.tsx'
import { ServiceNotices } from './notices/service-notices.tsx'
import { ReviewPage } from './review/review-page.tsx'
import { ChangeFeedProvider, useServer } from './server/use-server.tsx'
import { type ChangeFeed, watchChanges } from './server/watch-changes.ts'
import { SignInAgainDialog } from './session/sign-in-again-dialog.tsx'
import { SignInPage } from './session/sign-in-page.tsx'
import { UserProvider, useSession } from './session/use-session.tsx'
import { WorklistPage } from './worklist/worklist-page.tsx'

export function App() {
  const { language, words } = useLanguage()
  const { state } = useSession()
  return (
    <I18nProvider locale={language === 'fr' ? 'fr-CA' : 'en-CA'}>
      {state.status === 'unknown' && <p className="waiting">{words.app.loading}</p>}
      {state.status === 'signed-out' && <SignInPage />}
      {(state.status === 'signed-in' || state.status === 'ended') && (
        <SignedIn user={state.user}>
          <CurrentPage />
        </SignedIn>
      )}
      {state.status === 'ended' && <SignInAgainDialog login={state.user.login} />}
    </I18nProvider>
  )
}

function SignedIn(props: { readonly user: UserReply; readonly children: ReactNode }) {
  const { words } = useLanguage()
  return (
    <UserProvider user={props.user}>
      <LiveChanges>
        <a className="skip" href="#content">
          {words.app.skip}
        </a>
        <AppHeader />
        <ServiceNotices />
        <main id="content" className="content" tabIndex={-1}>
          {props.children}
        </main>
      </LiveChanges>
    </UserProvider>
  )
}

/** One stream of changes for the whole page, opened anew with each session. */
function LiveChanges({ children }: { readonly children: ReactNode }) {
  const server = useServer()
  const { entered } = useSession()
  const [feed, setFeed] = useState<ChangeFeed | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session needs a new stream
  useEffect(() => {
    // Asking who one is tells a session that has ended from a server that is down.
    const opened = watchChanges(() => void server.whoAmI())
    setFeed(opened)
    return () => opened.close()
  }, [server, entered])
  return <ChangeFeedProvider feed={feed}>{children}</ChangeFeedProvider>
}

function CurrentPage() {
  const address = useAddress()
  const lastReportId = useRef<string | null>(null)
  useEffect(() => {
    if (address.page === 'review') lastReportId.current = address.reportId
  }, [address])
  switch (address.page) {
    case 'worklist':
      return <WorklistPage filter={address.filter} lastReportId={lastReportId.current} />
    case 'review':
      return <ReviewPage key={address.reportId} reportId={address.reportId} />
    case 'engines':
      return <EnginesPage />
    case 'macros':
      return <MacrosPage />
    case 'correspondents':
      return <CorrespondentsPage />
    case 'nowhere':
      return <NowherePage />
  }
}

function NowherePage() {
  const { words } = useLanguage()
  const navigator = useNavigator()
  useTitle(words.app.nowhere)
  return (
    <div className="nowhere">
      <h1>{words.app.nowhere}</h1>
      <ActionButton look="primary" onPress={() => void navigator.go(worklistAddress)}>
        {words.app.backToWorklist}
      </ActionButton>
    </div>
  )
}
