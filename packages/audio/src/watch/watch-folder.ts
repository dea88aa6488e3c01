import type { FileHandle } from 'node:fs/promises'
import { mkdir, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '@plume/records'
import { createBooks } from './books.ts'
import { listFiles } from './list-files.ts'
import { createSettledFiles } from './settled-files.ts'
import { createRound } from './take-round.ts'
import type { LeftBecause, Rejection, WatchedDetails } from './watched-file.ts'

/** What became of a file. Names may hold a patient's: whoever prints them decides to whom. */
export type WatchEvent =
  | {
      readonly kind: 'accepted'
      readonly path: string
      readonly id: string
      readonly isNew: boolean
    }
  | { readonly kind: 'rejected'; readonly path: string; readonly code: string }
  | { readonly kind: 'left'; readonly path: string; readonly why: LeftBecause }
  | { readonly kind: 'trouble'; readonly code: string }

export type WatchRequest = {
  readonly directory: string
  /** Where files go; they may lie in the watched folder, and are not watched. */
  readonly done: string
  readonly rejected: string
  /** How long a file must not have changed. */
  readonly settleMs: number
  /** Ends when all that is there has settled and been taken. */
  readonly once: boolean
  /**
   * `file` is open for it, and closed for it. Throws a retryable `Failure` when it is not the file's
   * fault: then the file stays.
   */
  readonly receive: (recording: {
    readonly file: FileHandle
    readonly fileName: string
    readonly details: WatchedDetails
  }) => Promise<
    { readonly id: string; readonly isNew: boolean } | { readonly rejection: Rejection }
  >
  readonly tell: (event: WatchEvent) => void
  readonly signal?: AbortSignal
}

/** The three folders, as they are called without any link on the way. */
export type WatchedPlaces = {
  readonly root: string
  readonly done: string
  readonly rejected: string
}

export type WatchSummary = {
  readonly accepted: number
  readonly rejected: number
  readonly left: number
}

const longestPauseMs = 300_000

/**
 * Takes recordings from a folder as they come: each is received and moved to `done`, or moved to `rejected`
 * with the reason beside it. Looks again and again, because shares of a network send no word of changes.
 * Killed at any moment it loses nothing and takes nothing twice: the same bytes are the same dictation.
 */
export async function watchFolder(request: WatchRequest): Promise<WatchSummary> {
  const { settleMs, once, signal, tell } = request
  const pollMs = Math.min(5000, Math.max(20, settleMs / 4))
  const places = await settlePlaces(request)
  const settledFiles = createSettledFiles(settleMs)
  const books = createBooks(places, tell)
  const takeRound = createRound(request, places, books)
  let failures = 0
  while (!signal?.aborted) {
    books.beginLook()
    const files = await listFiles(places.root, notWatched(places), books.leave)
    const { settled, all } = settledFiles.of(files, performance.now())
    const went = await takeRound(files, settled)
    failures = went === 'trouble' ? failures + 1 : 0
    if (once && all && went === 'done') break
    const waitMs = Math.min(longestPauseMs, pollMs * 2 ** failures)
    await pause(waitMs, undefined, signal ? { signal } : {}).catch(() => {})
  }
  return books.summary()
}

async function settlePlaces(request: WatchRequest): Promise<WatchedPlaces> {
  const { done, rejected } = request
  const root = await realpath(request.directory)
  await Promise.all([done, rejected].map((path) => mkdir(path, { recursive: true })))
  const places = { root, done: await realpath(done), rejected: await realpath(rejected) }
  for (const place of [places.done, places.rejected]) {
    if (!`${root}${sep}`.startsWith(`${place}${sep}`)) continue
    throw new Failure(
      'invalid-configuration',
      'files cannot move into the folder that is watched',
      {
        retryable: false,
      },
    )
  }
  return places
}

/** Also the usual places where others are in use: what lies there has been taken. */
function notWatched({ root, done, rejected }: WatchedPlaces): ReadonlySet<string> {
  return new Set([done, rejected, join(root, 'done'), join(root, 'rejected')])
}
