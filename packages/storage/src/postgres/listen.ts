import pg from 'pg'

export type Listener = { close(): Promise<void> }

/**
 * Listens on one channel for as long as it is open, over a connection of its own. A broken
 * connection is replaced after a short pause; `onConnected` runs each time, because what was
 * announced in between was not heard.
 */
export function listen(
  databaseUrl: string,
  channel: 'plume_outbox' | 'plume_changes',
  on: { readonly message: (payload: string) => void; readonly connected?: () => void },
): Listener {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const connect = async () => {
    if (closed) return
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    client = next
    let broken = false
    const reconnect = () => {
      if (broken || closed) return
      broken = true
      void next.end().catch(() => {})
      timer = setTimeout(() => void connect(), 500)
    }
    next.on('error', reconnect)
    next.on('end', reconnect)
    next.on('notification', ({ payload }) => on.message(payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      on.connected?.()
    } catch {
      reconnect()
    }
  }

  const first = connect()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await first
      await client?.end().catch(() => {})
    },
  }
}
