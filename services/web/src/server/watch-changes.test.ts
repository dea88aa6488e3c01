import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchChanges } from './watch-changes.ts'

class FakeEventSource extends EventTarget {
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static opened: FakeEventSource[] = []
  readyState = 0
  constructor() {
    super()
    FakeEventSource.opened.push(this)
  }
  close() {
    this.readyState = FakeEventSource.CLOSED
  }
  open() {
    this.readyState = FakeEventSource.OPEN
    this.dispatchEvent(new Event('open'))
  }
  tell(data: string) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  refuse() {
    this.readyState = FakeEventSource.CLOSED
    this.dispatchEvent(new Event('error'))
  }
}

const change = { kind: 'report', id: '0b54b3c6-6d4c-4b8e-9b3e-2f5b8f0c1a11' }
const minute = 60_000
let page = new EventTarget()

beforeEach(() => {
  vi.useFakeTimers()
  page = new EventTarget()
  FakeEventSource.opened = []
  vi.stubGlobal('EventSource', FakeEventSource)
  vi.stubGlobal('window', page)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function aFeed() {
  const refused = vi.fn()
  const feed = watchChanges(refused)
  const heard: unknown[] = []
  feed.subscribe((told) => heard.push(told))
  const source = () => FakeEventSource.opened.at(-1) as FakeEventSource
  return { feed, heard, refused, source }
}

describe('the change feed', () => {
  it('passes on what the server tells, and takes nonsense as "anything"', () => {
    const { feed, heard, source } = aFeed()
    source().open()
    source().tell(JSON.stringify(change))
    source().tell('nonsense')
    expect(heard).toEqual([change, null])
    feed.close()
  })

  it('polls while the stream is down, and opens it again', () => {
    const { feed, heard, refused, source } = aFeed()
    source().refuse()
    expect(refused).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(minute)
    expect(heard.length).toBeGreaterThan(1)
    expect(FakeEventSource.opened.length).toBeGreaterThan(1)
    feed.close()
  })

  it('does not poll while the stream is open', () => {
    const { feed, heard, source } = aFeed()
    source().open()
    vi.advanceTimersByTime(5 * minute)
    expect(heard).toEqual([])
    feed.close()
  })

  it('falls silent at an unattended screen, so that the session can end, and catches up later', () => {
    const { feed, heard, source } = aFeed()
    source().open()
    vi.advanceTimersByTime(11 * minute)
    source().tell(JSON.stringify(change))
    expect(heard).toEqual([])
    page.dispatchEvent(new Event('keydown'))
    expect(heard).toEqual([null])
    feed.close()
  })

  it('is quiet for good once closed', () => {
    const { feed, heard, source } = aFeed()
    source().refuse()
    feed.close()
    vi.advanceTimersByTime(10 * minute)
    expect(heard).toEqual([])
    expect(FakeEventSource.opened).toHaveLength(1)
  })
})
