import { type ChangeEvent, changeEventSchema } from '@plume/contracts'
import { createScope } from '../scope.ts'

const pollMs = 15_000
const reopenMs = 30_000
/** Without a key or a click for this long, nothing is fetched: looking must not keep a session alive. */
const unattendedMs = 10 * 60_000

export type ChangeFeed = {
  /** Hears each change; null means that anything may have changed. */
  subscribe(heard: (change: ChangeEvent | null) => void): () => void
  close(): void
}

/**
 * The server's events, with polling while they cannot be had. `onRefused` is called when the server
 * closed the stream for good, as it does when the session has ended.
 */
export function watchChanges(onRefused: () => void): ChangeFeed {
  const scope = createScope()
  const listeners = new Set<(change: ChangeEvent | null) => void>()
  let source: EventSource | null = null
  let lastActivity = Date.now()
  let missed = false

  const unattended = () => Date.now() - lastActivity > unattendedMs

  function tell(change: ChangeEvent | null) {
    if (unattended()) missed = true
    else for (const heard of listeners) heard(change)
  }

  function open() {
    source = new EventSource('/api/events')
    let wasOpen = false
    source.addEventListener('open', () => {
      // Whatever happened while the stream was down was not heard.
      if (wasOpen) tell(null)
      wasOpen = true
    })
    source.addEventListener('message', (event) => tell(readChange(event.data)))
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) onRefused()
    })
  }

  function noticeActivity() {
    lastActivity = Date.now()
    if (!missed) return
    missed = false
    tell(null)
  }

  open()
  scope.every(pollMs, () => {
    if (source?.readyState !== EventSource.OPEN) tell(null)
  })
  scope.every(reopenMs, () => {
    if (source?.readyState === EventSource.CLOSED && !unattended()) open()
  })
  for (const type of ['keydown', 'pointerdown', 'pointermove']) {
    scope.listen(window, type, noticeActivity, true)
  }
  scope.add(() => source?.close())

  return {
    subscribe(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    close: () => scope.dispose(),
  }
}

function readChange(data: unknown): ChangeEvent | null {
  if (typeof data !== 'string') return null
  try {
    const change = changeEventSchema.safeParse(JSON.parse(data))
    return change.success ? change.data : null
  } catch {
    return null
  }
}
