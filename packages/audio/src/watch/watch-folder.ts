import { lstat, open, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '@plume/records'
import { findRules, type WrongRules } from './folder-rules.ts'
import { listFiles } from './list-files.ts'
import { putAway, writeReason } from './put-away.ts'
import { createSettledFiles } from './settled-files.ts'
import {
  describeRecording,
  findSidecars,
  hasRecordingOf,
  isSidecar,
  type Sidecars,
  sidecarAlone,
} from './sidecars.ts'
import type { Rejection, WatchedDetails, WatchedFile } from './watched-file.ts'

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

export type LeftBecause = 'wrong-rules' | 'unreadable-file' | 'unreadable-folder' | 'lone-sidecar'

export type WatchRequest = {
  readonly directory: string
  /** Where files go; they may lie in the watched folder, and are not watched. */
  readonly done: string
  readonly rejected: string
  /** How long a file must not have changed. */
  readonly settleMs: number
  /** Ends when all that is there has settled and been taken. */
  readonly once: boolean
  /** Throws a retryable `Failure` when it is not the file's fault: then the file stays. */
  readonly receive: (recording: {
    readonly path: string
    readonly fileName: string
    readonly details: WatchedDetails
  }) => Promise<
    { readonly id: string; readonly isNew: boolean } | { readonly rejection: Rejection }
  >
  readonly tell: (event: WatchEvent) => void
  readonly signal?: AbortSignal
}

export type WatchSummary = {
  readonly accepted: number
  readonly rejected: number
  readonly left: number
}

const longestPauseMs = 300_000

export const rulesErrorName = 'plume-folder.error.txt'

/**
 * Takes recordings from a folder as they come: each is received and moved to `done`, or moved to `rejected`
 * with the reason beside it. Looks again and again, because shares of a network send no word of changes.
 * Killed at any moment it loses nothing and takes nothing twice: the same bytes are the same dictation.
 */
export async function watchFolder(request: WatchRequest): Promise<WatchSummary> {
  const { settleMs, once, signal } = request
  const pollMs = Math.min(5000, Math.max(20, settleMs / 4))
  const settledFiles = createSettledFiles(settleMs)
  const round = createRound(request)
  let failures = 0
  for (;;) {
    const files = await listFiles(
      request.directory,
      new Set([request.done, request.rejected]),
      (path) => round.leave(path, 'unreadable-folder'),
    )
    const { settled, all } = settledFiles.of(files, performance.now())
    const went = await round.take(files, settled)
    failures = went === 'trouble' ? failures + 1 : 0
    if (signal?.aborted || (once && all && went === 'done')) return round.summary()
    const waitMs = Math.min(longestPauseMs, pollMs * 2 ** failures)
    await pause(waitMs, undefined, signal ? { signal } : {}).catch(() => {})
    if (signal?.aborted) return round.summary()
  }
}

function createRound(request: WatchRequest) {
  const { directory, receive, tell, signal } = request
  const books = createBooks(request)

  async function takeRecording(file: WatchedFile, sidecars: Sidecars): Promise<void> {
    const rules = await findRules(directory, dirname(file.path))
    if ('wrongIn' in rules) return leaveWithError(file, rules)
    await rm(join(directory, dirname(file.path), rulesErrorName), { force: true })
    if (rules.pending) return
    const waitedMs = () => books.waitedMs(file)
    const described = { directory, file, rules: rules.sidecar, sidecars, waitedMs }
    const description = await describeRecording(described)
    if (description === 'wait') return
    const belonging = sidecars.all(file)
    if ('rejection' in description) return books.reject(file, belonging, description.rejection)
    if (!(await isReadable(join(directory, file.path)))) {
      return books.leave(file.path, 'unreadable-file')
    }
    const answer = await receive({
      path: join(directory, file.path),
      fileName: basename(file.path),
      details: { ...rules.details, ...description.details },
    })
    if ('rejection' in answer) return books.reject(file, belonging, answer.rejection)
    await books.accept(file, belonging, answer)
  }

  async function leaveWithError(file: WatchedFile, { wrongIn, problem }: WrongRules) {
    books.leave(file.path, 'wrong-rules')
    await writeFile(join(directory, wrongIn, rulesErrorName), `${problem}\n`).catch(() => {})
  }

  /** What a killed run left of a pair, or what describes nothing. */
  async function takeLoneSidecar(file: WatchedFile): Promise<void> {
    if (await books.followsItsRecording(file)) return
    const rules = await findRules(directory, dirname(file.path))
    const waitMs = 'wrongIn' in rules ? Number.POSITIVE_INFINITY : (rules.sidecar?.waitMs ?? 0)
    const isWaitedFor = books.waitedMs(file) < Math.max(waitMs, loneSidecarMs)
    if (request.once || isWaitedFor) return books.leave(file.path, 'lone-sidecar')
    await books.reject(file, [], sidecarAlone)
  }

  async function takeAll(files: readonly WatchedFile[], settled: readonly WatchedFile[]) {
    const sidecars = findSidecars(files, settled)
    for (const file of settled.toSorted((a, b) => a.path.localeCompare(b.path))) {
      if (signal?.aborted) return
      if (!isSidecar(file)) await takeRecording(file, sidecars)
      else if (!sidecars.isOfSome(file)) await takeLoneSidecar(file)
    }
  }

  return {
    leave: books.leave,
    summary: books.summary,
    async take(files: readonly WatchedFile[], settled: readonly WatchedFile[]) {
      books.beginRound()
      try {
        await takeAll(files, settled)
      } catch (error) {
        if (signal?.aborted) return 'done'
        if (!(error instanceof Failure) || !error.retryable) throw error
        tell({ kind: 'trouble', code: error.code })
        return 'trouble'
      }
      return 'done'
    },
  }
}

/** Where each file went, moved there and told. */
function createBooks({ directory, done, rejected, tell }: WatchRequest) {
  const told = new Set<string>()
  const firstSeenMs = new Map<string, number>()
  const left = new Set<string>()
  const counts = { accepted: 0, rejected: 0 }

  /** The recording first: a sidecar alone is recognised, a recording without one would wait for it. */
  async function moveAll(files: readonly WatchedFile[], into: string): Promise<void> {
    for (const { path } of files) await putAway(directory, path, into).catch(gone)
  }

  return {
    beginRound: () => left.clear(),
    summary: (): WatchSummary => ({ ...counts, left: left.size }),

    /** Said once, not with every look. */
    leave(path: string, why: LeftBecause): void {
      left.add(path)
      if (told.has(`${why} ${path}`)) return
      told.add(`${why} ${path}`)
      tell({ kind: 'left', path, why })
    },

    /** How long it has been there, settled. */
    waitedMs({ path }: WatchedFile): number {
      const now = performance.now()
      const since = firstSeenMs.get(path) ?? now
      firstSeenMs.set(path, since)
      return now - since
    },

    async accept(
      file: WatchedFile,
      belonging: readonly WatchedFile[],
      { id, isNew }: { readonly id: string; readonly isNew: boolean },
    ): Promise<void> {
      // Changed while it was read: it settles and is received again, as what it has become.
      const now = await lstat(join(directory, file.path)).catch(() => null)
      if (now && (now.size !== file.size || now.mtimeMs !== file.mtimeMs)) return
      await moveAll([file, ...belonging], done)
      counts.accepted += 1
      tell({ kind: 'accepted', path: file.path, id, isNew })
    },

    async reject(
      file: WatchedFile,
      belonging: readonly WatchedFile[],
      why: Rejection,
    ): Promise<void> {
      const giveReason = (target: string) => writeReason(target, why)
      await putAway(directory, file.path, rejected, giveReason).catch(gone)
      await moveAll(belonging, rejected)
      counts.rejected += 1
      tell({ kind: 'rejected', path: file.path, code: why.code })
    },

    /** True where its recording was moved, and is joined again. */
    async followsItsRecording(sidecar: WatchedFile): Promise<boolean> {
      for (const into of [done, rejected]) {
        if (!(await hasRecordingOf(into, sidecar))) continue
        await moveAll([sidecar], into)
        return true
      }
      return false
    },
  }
}

/** A sidecar may come before its recording. */
const loneSidecarMs = 600_000

async function isReadable(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null)
  await file?.close()
  return file !== null
}

/** Somebody else has moved it. */
function gone(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
  throw error
}
