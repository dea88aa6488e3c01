import { describe, expect, it, vi } from 'vitest'
import { everything, worklistAddress } from './address.ts'
import { createNavigator } from './navigator.ts'

const first = { page: 'review', reportId: '0b54b3c6-6d4c-4b8e-9b3e-2f5b8f0c1a11' } as const

/** As much of a browser window as a router needs. */
function aWindow() {
  const target = new EventTarget()
  const location = { pathname: '/', search: '' }
  const put = (_state: unknown, _title: string, address: string) => {
    const url = new URL(address, 'http://plume.example')
    location.pathname = url.pathname
    location.search = url.search
  }
  const pushState = vi.fn(put)
  const window = Object.assign(target, {
    location,
    history: { pushState, replaceState: vi.fn(put) },
  })
  return {
    window: window as unknown as Window,
    location,
    pushState,
    goBackTo(address: string) {
      put(null, '', address)
      target.dispatchEvent(new Event('popstate'))
    },
  }
}

async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

describe('navigator', () => {
  it('goes where it is told and tells those who listen', async () => {
    const { window, location } = aWindow()
    const navigator = createNavigator(window)
    const heard = vi.fn()
    navigator.subscribe(heard)
    await navigator.go(first)
    expect(navigator.current()).toEqual(first)
    expect(location.pathname).toBe(`/reports/${first.reportId}`)
    expect(heard).toHaveBeenCalledOnce()
  })

  it('stays when the guard says so, also when the browser went back already', async () => {
    const { window, location, goBackTo } = aWindow()
    const navigator = createNavigator(window)
    await navigator.go(first)
    navigator.guard(async () => false)
    await navigator.go(worklistAddress)
    goBackTo('/')
    await settle()
    expect(navigator.current()).toEqual(first)
    expect(location.pathname).toBe(`/reports/${first.reportId}`)
  })

  it('goes back once the guard agrees', async () => {
    const { window, goBackTo } = aWindow()
    const navigator = createNavigator(window)
    await navigator.go(first)
    navigator.guard(async () => true)
    goBackTo('/')
    await settle()
    expect(navigator.current().page).toBe('worklist')
  })

  it('asks no guard that has been taken away, and none about filters', async () => {
    const { window } = aWindow()
    const navigator = createNavigator(window)
    const mayLeave = vi.fn(async () => false)
    const remove = navigator.guard(mayLeave)
    await navigator.go({ page: 'worklist', filter: { ...everything, page: 2 } })
    remove()
    await navigator.go(first)
    expect(mayLeave).not.toHaveBeenCalled()
    expect(navigator.current()).toEqual(first)
  })
})
