import type { DictationReply, ReportStatusName, UserReply } from '@plume/contracts'
import { oneOf } from '../address/address.ts'
import type { IconName } from '../controls/icon.tsx'

/** One word for where a dictation and its report stand together. */
export type WorkState = DictationReply['status'] | ReportStatusName

export function workStateOf(dictation: DictationReply): WorkState {
  return dictation.report?.status ?? dictation.status
}

/** What a state asks of people: nothing, work, a signature, or help. */
export type WorkTone = 'waiting' | 'busy' | 'ready' | 'held' | 'sign' | 'done' | 'trouble'

/** A tone is always shown with its word and picture, never by colour alone. */
export const workTones: Readonly<
  Record<WorkState, { readonly tone: WorkTone; readonly icon: IconName }>
> = {
  received: { tone: 'waiting', icon: 'clock' },
  queued: { tone: 'waiting', icon: 'clock' },
  transcribing: { tone: 'busy', icon: 'dots' },
  drafted: { tone: 'ready', icon: 'page' },
  draft: { tone: 'ready', icon: 'page' },
  'in-review': { tone: 'held', icon: 'pen' },
  finalised: { tone: 'sign', icon: 'seal' },
  signed: { tone: 'done', icon: 'check' },
  addended: { tone: 'done', icon: 'check' },
  'needs-decoder': { tone: 'trouble', icon: 'warning' },
  'needs-password': { tone: 'trouble', icon: 'lock' },
  'not-audio': { tone: 'trouble', icon: 'warning' },
  'upload-incomplete': { tone: 'trouble', icon: 'warning' },
  silent: { tone: 'trouble', icon: 'warning' },
  'too-long': { tone: 'trouble', icon: 'warning' },
  failed: { tone: 'trouble', icon: 'warning' },
}

/** The server takes these back into the queue when a person asks. */
export function canRetry(dictation: DictationReply): boolean {
  return workTones[dictation.status].tone === 'trouble'
}

/** Administrators do not upload, and so do not unlock. */
export function asksForPassword(
  dictation: Pick<DictationReply, 'status'>,
  user: Pick<UserReply, 'role'>,
): boolean {
  return dictation.status === 'needs-password' && user.role !== 'administrator'
}

/** There are words to show while it is being recognised, to those who may read them. */
export function canHearAlong(
  dictation: Pick<DictationReply, 'step' | 'recognisedMs'>,
  user: Pick<UserReply, 'role'>,
): boolean {
  return (
    dictation.step === 'recognise' &&
    dictation.recognisedMs !== null &&
    user.role !== 'administrator'
  )
}

export const transcriptionStepNames = ['decode', 'recognise', 'write', 'merge'] as const
export type TranscriptionStepName = (typeof transcriptionStepNames)[number]

export type Step = {
  readonly number: number
  readonly of: number
  readonly name: TranscriptionStepName
  /** From 0 to 1, where it is known: recognising is by far the longest. */
  readonly share: number | null
}

/** Which step of how many a worker is at; null if it has not said. */
export function stepOf(dictation: DictationReply): Step | null {
  const name = oneOf(transcriptionStepNames, dictation.step)
  if (dictation.status !== 'transcribing' || !name) return null
  return {
    number: transcriptionStepNames.indexOf(name) + 1,
    of: transcriptionStepNames.length,
    name,
    share: name === 'recognise' ? heardShare(dictation) : null,
  }
}

function heardShare({ recognisedMs, durationMs }: DictationReply): number | null {
  if (recognisedMs === null || !durationMs) return null
  return Math.min(1, recognisedMs / durationMs)
}
