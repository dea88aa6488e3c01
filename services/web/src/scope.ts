/** Owns listeners, timers and anything else that must end: disposing of the scope ends them all. */
export type Scope = {
  readonly signal: AbortSignal
  listen(target: EventTarget, type: string, heard: (event: Event) => void, capture?: boolean): void
  /** Returns a function that cancels it early. */
  after(ms: number, act: () => void): () => void
  every(ms: number, act: () => void): () => void
  /** Calls `draw` once per animation frame until stopped. */
  eachFrame(draw: () => void): () => void
  add(dispose: () => void): void
  dispose(): void
}

export function createScope(): Scope {
  const ending = new AbortController()
  const { signal } = ending
  const disposers = new Set<() => void>()

  function own(dispose: () => void): () => void {
    const once = () => {
      if (disposers.delete(once)) dispose()
    }
    disposers.add(once)
    return once
  }

  return {
    signal,
    listen(target, type, heard, capture = false) {
      target.addEventListener(type, heard, { signal, capture })
    },
    after(ms, act) {
      const timer = setTimeout(() => {
        cancel()
        act()
      }, ms)
      const cancel = own(() => clearTimeout(timer))
      return cancel
    },
    every(ms, act) {
      const timer = setInterval(act, ms)
      return own(() => clearInterval(timer))
    },
    eachFrame(draw) {
      let frame = requestAnimationFrame(function next() {
        frame = requestAnimationFrame(next)
        draw()
      })
      return own(() => cancelAnimationFrame(frame))
    },
    add(dispose) {
      if (signal.aborted) dispose()
      else own(dispose)
    },
    dispose() {
      ending.abort()
      for (const end of [...disposers].reverse()) end()
    },
  }
}
