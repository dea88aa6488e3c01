import type { Answer } from '../../server/problem.ts'
import {
  type AutosaveEvent,
  type AutosaveState,
  advanceAutosave,
  holdsUnsavedText,
} from './autosave-state.ts'

/** Typing must pause this long before a save starts. */
export const pauseMs = 1_500
export const retryMs = 10_000

export type Autosave = {
  state(): AutosaveState
  edited(): void
  /** Saves what is not saved, now. False if it could not be saved. */
  flush(): Promise<boolean>
  signedIn(): void
  subscribe(changed: () => void): () => void
  dispose(): void
}

/** Runs the saving rules against a clock and a server. */
export function createAutosave(needs: {
  readonly version: number
  /** Saves the text as it is now, on top of a version; gives the new version. */
  readonly save: (baseVersion: number) => Promise<Answer<{ readonly version: number }>>
  readonly after: (ms: number, act: () => void) => () => void
}): Autosave {
  let state: AutosaveState = { version: needs.version, phase: { kind: 'clean' } }
  let cancelTimer = () => {}
  let disposed = false
  const listeners = new Set<() => void>()

  function handle(event: AutosaveEvent) {
    if (disposed) return
    const step = advanceAutosave(state, event)
    state = step.state
    if (step.effect !== 'none') cancelTimer()
    if (step.effect === 'wait') cancelTimer = needs.after(pauseMs, due)
    if (step.effect === 'wait-to-retry') cancelTimer = needs.after(retryMs, due)
    if (step.effect === 'save') void save()
    for (const changed of [...listeners]) changed()
  }

  const due = () => handle({ kind: 'due' })

  async function save() {
    const answer = await needs.save(state.version)
    if ('problem' in answer) handle({ kind: 'refused', problem: answer.problem })
    else handle({ kind: 'saved', version: answer.value.version })
  }

  function subscribe(changed: () => void) {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }

  return {
    state: () => state,
    edited: () => handle({ kind: 'edited' }),
    signedIn: () => handle({ kind: 'signed-in' }),
    subscribe,
    flush() {
      due()
      return new Promise((resolve) => {
        const look = () => {
          if (disposed || isSettled(state)) {
            leave()
            resolve(!holdsUnsavedText(state.phase))
          } else if (state.phase.kind === 'changed') {
            // Typed while the last save was on its way: do not wait for the pause.
            due()
          }
        }
        const leave = subscribe(look)
        look()
      })
    },
    dispose() {
      disposed = true
      cancelTimer()
      for (const changed of [...listeners]) changed()
      listeners.clear()
    },
  }
}

function isSettled({ phase }: AutosaveState): boolean {
  return phase.kind !== 'changed' && phase.kind !== 'saving'
}
