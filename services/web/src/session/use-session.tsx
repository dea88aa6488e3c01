import type { SessionReply, UserReply } from '@plume/contracts'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createAttention } from '../server/attention.ts'
import type { Answer } from '../server/problem.ts'
import { createServer } from '../server/server.ts'
import { ServerProvider } from '../server/use-server.tsx'

type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'signed-in'; readonly user: UserReply }
  /** The server has forgotten the session; what is on the screen stays. */
  | { readonly status: 'ended'; readonly user: UserReply }

export type Session = {
  readonly state: SessionState
  /** Grows with each signing in: work that waited for it can go on. */
  readonly entered: number
  readonly signIn: (login: string, password: string) => Promise<Answer<SessionReply>>
  readonly signOut: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

/** Who is at the screen. Makes the connection to the server, which tells when the session ends. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ status: 'unknown' })
  const [entered, setEntered] = useState(0)
  const server = useServerOnce(() => {
    setState((now) => (now.status === 'signed-in' ? { ...now, status: 'ended' } : now))
  })

  const enter = useCallback((answer: Answer<SessionReply>) => {
    if ('problem' in answer) return
    setState({ status: 'signed-in', user: answer.value.user })
    setEntered((count) => count + 1)
  }, [])

  useEffect(() => {
    let wanted = true
    void server.whoAmI().then((answer) => {
      if (!wanted) return
      if ('problem' in answer) setState({ status: 'signed-out' })
      else enter(answer)
    })
    return () => {
      wanted = false
    }
  }, [server, enter])

  const session = useMemo(
    () => ({
      state,
      entered,
      async signIn(login: string, password: string) {
        const answer = await server.signIn(login, password)
        enter(answer)
        return answer
      },
      async signOut() {
        await server.signOut()
        // A fresh page holds nothing of what was on this one.
        window.location.assign('/')
      },
    }),
    [state, entered, server, enter],
  )

  return (
    <ServerProvider server={server}>
      <SessionContext value={session}>{children}</SessionContext>
    </ServerProvider>
  )
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used outside of SessionProvider')
  return session
}

const UserContext = createContext<UserReply | null>(null)

export function UserProvider(props: { readonly user: UserReply; readonly children: ReactNode }) {
  return <UserContext value={props.user}>{props.children}</UserContext>
}

/** The person who is signed in. Only for pages behind signing in. */
export function useUser(): UserReply {
  const user = useContext(UserContext)
  if (!user) throw new Error('useUser is used outside of UserProvider')
  return user
}

function useServerOnce(onSessionEnded: () => void) {
  const ended = useRef(onSessionEnded)
  const [server] = useState(() =>
    createServer({ ...createAttention(), onSessionEnded: () => ended.current() }),
  )
  return server
}
