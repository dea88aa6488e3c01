import type { ChangeEvent } from '@plume/contracts'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent } from 'react'
import type { Server } from './server.ts'
import type { ChangeFeed } from './watch-changes.ts'

const ServerContext = createContext<Server | null>(null)
const ChangeFeedContext = createContext<ChangeFeed | null>(null)

export function ServerProvider(props: { readonly server: Server; readonly children: ReactNode }) {
  return <ServerContext value={props.server}>{props.children}</ServerContext>
}

export function ChangeFeedProvider(props: {
  readonly feed: ChangeFeed | null
  readonly children: ReactNode
}) {
  return <ChangeFeedContext value={props.feed}>{props.children}</ChangeFeedContext>
}

export function useServer(): Server {
  const server = useContext(ServerContext)
  if (!server) throw new Error('useServer is used outside of ServerProvider')
  return server
}

/** Calls back on every change the server tells of; null means that anything may have changed. */
export function useChanges(heard: (change: ChangeEvent | null) => void): void {
  const feed = useContext(ChangeFeedContext)
  const onChange = useEffectEvent(heard)
  useEffect(() => feed?.subscribe((change) => onChange(change)), [feed])
}
