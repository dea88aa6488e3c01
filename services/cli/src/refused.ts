import { errorCatalogue } from '@plume/contracts'
import { Failure, type FailureCode, type UndecodableReason } from '@plume/records'
import { UnreadableTemplates } from '@plume/report-templates/starter'

/** A command was called in a way it does not know: exit code 2. */
export class WrongUsage extends Error {}

/** The command cannot be done: exit code 1 and one line, `code: cause. remedy`. */
export class Refused extends Error {
  readonly code: string

  constructor(code: string, cause: string, remedy: string) {
    super(`${cause}. ${remedy}`)
    this.code = code
  }
}

/** Ctrl-C or SIGTERM. The command has cleaned up; the process ends by the same signal. */
export class Interrupted extends Error {
  readonly signal: NodeJS.Signals

  constructor(signal: NodeJS.Signals) {
    super(signal)
    this.signal = signal
  }
}

/** The one line on standard error for whatever ended a command, or null for a bug. */
export function explain(error: unknown): string | null {
  if (error instanceof Refused) return `${error.code}: ${error.message}`
  if (error instanceof UnreadableTemplates) {
    const [first = ''] = error.message.split('\n')
    return `${error.code}: ${sentence(first)} Correct it; plume templates check FILE names all mistakes.`
  }
  if (error instanceof Failure) {
    const remedy = remedies[error.code] ?? errorCatalogue[error.code].en
    return `${error.code}: ${sentence(error.message)} ${remedy}`
  }
  return null
}

/** Where the catalogue speaks to a secretary, and the person at a terminal can do something else. */
const remedies: Partial<Record<FailureCode, string>> = {
  'database-unreachable': 'Check DATABASE_URL, or PLUME_DATA_DIR for the embedded Postgres.',
  'invalid-configuration': 'Correct it and run the command again.',
  'decoder-crashed': 'Run the command again; if it happens twice, the recording may be damaged.',
  'decoder-timeout': 'Run the command again when the machine has less to do.',
  'engine-unavailable': 'Put that right and run the command again.',
  'engine-crashed': 'Run the command again; if it happens twice, reinstall the engine.',
  'engine-timeout': 'Run the command again when the machine has less to do.',
}

/** A name that somebody gave, as one line: it may hold line breaks and what steers a terminal. */
export function shown(path: string): string {
  return path.replace(/\p{Cc}/gu, '?')
}

/** Ends a command that took a list in without these many of its rows, which it has named. */
export function requireAllRows(rejected: number): void {
  if (rejected === 0) return
  throw new Refused(
    'rows-rejected',
    rejected === 1 ? '1 row cannot be taken in' : `${rejected} rows cannot be taken in`,
    'Correct what is named above and take the list in again; this concerns no other row.',
  )
}

export function refuseFile(name: string, error: unknown): Refused {
  const path = shown(name)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') {
    return new Refused('file-not-found', `there is no ${path}`, 'Check the name.')
  }
  if (code === 'EISDIR') {
    return new Refused('not-a-file', `${path} is a directory`, 'Name a file in it.')
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new Refused(
      'file-not-allowed',
      `${path} may not be opened by this user`,
      'Change its permissions, or run as somebody who may.',
    )
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Refused('disk-full', `${path} could not be written`, 'Make room on the disk.')
  }
  throw error
}

const undecodable: Record<
  UndecodableReason | 'not-built-in',
  readonly [cause: string, remedy: string]
> = {
  'not-audio': ['is not a recording', 'Name an audio file.'],
  'needs-decoder': [
    'is a recording in a form that needs a decoder which is not here',
    'Install ffmpeg, or set FFMPEG_PATH.',
  ],
  'needs-password': ['is locked with a password', 'Give it with --password.'],
  'upload-incomplete': [
    'breaks off where nothing can be read any more',
    'Copy it from the recorder again.',
  ],
  silent: ['holds no sound', 'Check the recorder’s microphone.'],
  'not-built-in': [
    'is not decoded by Plume’s own code, which alone has samples of the codec’s own',
    'Leave out --native.',
  ],
  'too-long': ['is longer than PLUME_MAX_AUDIO_MINUTES allows', 'Raise the limit.'],
}

export function refuseRecording(path: string, reason: keyof typeof undecodable): Refused {
  const [cause, remedy] = undecodable[reason]
  return new Refused(reason, `${shown(path)} ${cause}`, remedy)
}

function sentence(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' ').trim()
  return /[.!?]$/.test(line) ? line : `${line}.`
}
