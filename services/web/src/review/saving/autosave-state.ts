import type { Problem } from '../../server/problem.ts'

/** How the text on the screen stands to the text on the server. */
export type AutosaveState = {
  /** The newest version known to be on the server. */
  readonly version: number
  readonly phase: AutosavePhase
}

export type AutosavePhase =
  | { readonly kind: 'clean' }
  /** Changed; a save starts when typing pauses. */
  | { readonly kind: 'changed' }
  /** One save is on its way. `changedSince` asks for another after it: saves never overlap. */
  | { readonly kind: 'saving'; readonly changedSince: boolean }
  /** The last save did not arrive; it is tried again. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** The session ended; the save goes on after signing in. */
  | { readonly kind: 'signed-out' }
  /** The server will not take this text as it is. Only a person can decide what to do with it. */
  | { readonly kind: 'locked'; readonly problem: Problem }

export type AutosaveEvent =
  | { readonly kind: 'edited' }
  /** Typing paused, the page lost the focus, or a person asked. */
  | { readonly kind: 'due' }
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'signed-in' }

/** What must happen because of an event. */
export type AutosaveEffect = 'none' | 'wait' | 'wait-to-retry' | 'save'

export type AutosaveStep = { readonly state: AutosaveState; readonly effect: AutosaveEffect }

/** The whole behaviour of saving, with neither clock nor network: what an event makes of a state. */
export function advanceAutosave(state: AutosaveState, event: AutosaveEvent): AutosaveStep {
  switch (event.kind) {
    case 'edited':
      return edited(state)
    case 'due':
      return isWaiting(state.phase) ? startSaving(state) : stay(state)
    case 'saved':
      return saved(state, event.version)
    case 'refused':
      return state.phase.kind === 'saving' ? refused(state, event.problem) : stay(state)
    case 'signed-in':
      return state.phase.kind === 'signed-out' ? startSaving(state) : stay(state)
  }
}

/** True while the screen holds something that the server does not. */
export function holdsUnsavedText(phase: AutosavePhase): boolean {
  return phase.kind !== 'clean'
}

function edited(state: AutosaveState): AutosaveStep {
  switch (state.phase.kind) {
    case 'clean':
    case 'changed':
      return { state: { ...state, phase: { kind: 'changed' } }, effect: 'wait' }
    case 'saving':
      return stay({ ...state, phase: { kind: 'saving', changedSince: true } })
    case 'failed':
    case 'signed-out':
    case 'locked':
      return stay(state)
  }
}

function saved(state: AutosaveState, version: number): AutosaveStep {
  if (state.phase.kind !== 'saving') return stay(state)
  return state.phase.changedSince
    ? { state: { version, phase: { kind: 'changed' } }, effect: 'wait' }
    : stay({ version, phase: { kind: 'clean' } })
}

function refused(state: AutosaveState, problem: Problem): AutosaveStep {
  if (problem.code === 'not-signed-in') return stay({ ...state, phase: { kind: 'signed-out' } })
  if (needsDecision.has(problem.code)) {
    return stay({ ...state, phase: { kind: 'locked', problem } })
  }
  return { state: { ...state, phase: { kind: 'failed', problem } }, effect: 'wait-to-retry' }
}

function startSaving(state: AutosaveState): AutosaveStep {
  return { state: { ...state, phase: { kind: 'saving', changedSince: false } }, effect: 'save' }
}

function stay(state: AutosaveState): AutosaveStep {
  return { state, effect: 'none' }
}

function isWaiting(phase: AutosavePhase): boolean {
  return phase.kind === 'changed' || phase.kind === 'failed'
}

/** Trying again cannot help with these. */
const needsDecision: ReadonlySet<Problem['code']> = new Set([
  'stale-version',
  'claimed-by-another',
  'not-claimed',
  'already-signed',
  'sections-changed',
  'report-not-found',
  'not-allowed',
  'invalid-request',
])
