import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Address } from './address.ts'
import type { Navigator } from './navigator.ts'

const NavigatorContext = createContext<Navigator | null>(null)

export function NavigatorProvider(props: {
  readonly navigator: Navigator
  readonly children: ReactNode
}) {
  return <NavigatorContext value={props.navigator}>{props.children}</NavigatorContext>
}

export function useNavigator(): Navigator {
  const navigator = useContext(NavigatorContext)
  if (!navigator) throw new Error('useNavigator is used outside of NavigatorProvider')
  return navigator
}

export function useAddress(): Address {
  const navigator = useNavigator()
  return useSyncExternalStore(navigator.subscribe, navigator.current)
}
