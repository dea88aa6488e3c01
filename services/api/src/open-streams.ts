export type OpenStreams = {
  /** Remembers a stream of a session until it is closed; returns how to forget it. */
  add(sessionId: string, end: () => void): () => void
  endOf(sessionId: string): void
  endAll(): void
}

/** The event streams that are open, so that they end with their session or with the server. */
export function createOpenStreams(): OpenStreams {
  const open = new Set<{ readonly sessionId: string; readonly end: () => void }>()
  return {
    add(sessionId, end) {
      const stream = { sessionId, end }
      open.add(stream)
      return () => open.delete(stream)
    },
    endOf(sessionId) {
      for (const stream of open) if (stream.sessionId === sessionId) stream.end()
    },
    endAll() {
      for (const stream of open) stream.end()
    },
  }
}
