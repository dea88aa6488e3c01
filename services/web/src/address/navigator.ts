import { createScope } from '../scope.ts'
import { type Address, formatAddress, parseAddress } from './address.ts'

/** Answers whether the page may be left. */
export type LeaveGuard = () => Promise<boolean>

export type Navigator = {
  current(): Address
  subscribe(changed: () => void): () => void
  go(address: Address, how?: { readonly replace: boolean }): Promise<void>
  /** Asked before each move to another page, until the returned function is called. */
  guard(mayLeave: LeaveGuard): () => void
  dispose(): void
}

/** The router: one address at a time, kept in the browser's history. */
export function createNavigator(window: Window): Navigator {
  const scope = createScope()
  const listeners = new Set<() => void>()
  let address = parseAddress(window.location)
  let mayLeave: LeaveGuard | null = null

  function show(next: Address) {
    address = next
    for (const changed of listeners) changed()
  }

  async function allowed(next: Address): Promise<boolean> {
    if (!mayLeave || isSamePage(address, next)) return true
    return mayLeave()
  }

  async function moveWithHistory() {
    const target = parseAddress(window.location)
    if (mayLeave && !isSamePage(address, target)) {
      // The browser has moved already; stand still on the old page while the person is asked.
      window.history.pushState(null, '', formatAddress(address))
      if (!(await mayLeave())) return
      window.history.pushState(null, '', formatAddress(target))
    }
    show(target)
  }

  scope.listen(window, 'popstate', () => void moveWithHistory())

  return {
    current: () => address,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    async go(next, how = { replace: false }) {
      if (!(await allowed(next))) return
      const text = formatAddress(next)
      if (how.replace) window.history.replaceState(null, '', text)
      else window.history.pushState(null, '', text)
      show(next)
    },
    guard(guarding) {
      mayLeave = guarding
      return () => {
        if (mayLeave === guarding) mayLeave = null
      }
    },
    dispose: () => scope.dispose(),
  }
}

/** Filters of the worklist may change freely; another report is another page. */
function isSamePage(a: Address, b: Address): boolean {
  if (a.page === 'review' && b.page === 'review') return a.reportId === b.reportId
  return a.page === b.page
}
