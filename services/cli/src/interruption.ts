import { Interrupted } from './refused.ts'

/**
 * Aborts at Ctrl-C or SIGTERM, so that a command can end its engine and remove its files first. The
 * handlers then step aside: `main.ts` ends the process by the same signal, and a second Ctrl-C works
 * at once.
 */
export function interruptionOf(process: NodeJS.Process): AbortSignal {
  const interruption = new AbortController()
  const signals = ['SIGINT', 'SIGTERM'] as const
  const listeners = signals.map((signal) => ({
    signal,
    listener: () => {
      for (const each of listeners) process.off(each.signal, each.listener)
      interruption.abort(new Interrupted(signal))
    },
  }))
  for (const { signal, listener } of listeners) process.on(signal, listener)
  return interruption.signal
}
