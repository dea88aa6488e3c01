import { finishMoves, planMove } from './put-away.ts'
import type { WatchEvent, WatchedPlaces, WatchSummary } from './watch-folder.ts'
import type { LeftBecause, Rejection, WatchedFile } from './watched-file.ts'

export type Books = ReturnType<typeof createBooks>

/** Where each file went, moved there and told. */
export function createBooks(places: WatchedPlaces, tell: (event: WatchEvent) => void) {
  const { root, done, rejected } = places
  const counts = { accepted: 0, rejected: 0 }
  let left = new Set<string>()
  let leftBefore = new Set<string>()
  let firstSeenMs = new Map<string, number>()
  let trouble: string | null = null

  return {
    summary: (): WatchSummary => ({ ...counts, left: left.size }),

    beginLook(): void {
      leftBefore = left
      left = new Set()
    },

    /** Said once, not with every look; and again when it comes back. */
    leave(path: string, why: LeftBecause): void {
      const key = `${why} ${path}`
      if (!left.has(key) && !leftBefore.has(key)) tell({ kind: 'left', path, why })
      left.add(key)
    },

    /** What is gone is forgotten: recorders give their names again. */
    remember(settled: readonly WatchedFile[]): void {
      const now = performance.now()
      firstSeenMs = new Map(
        settled.map(({ path, mtimeMs }) => {
          const key = `${path} ${mtimeMs}`
          return [key, firstSeenMs.get(key) ?? now]
        }),
      )
    },

    /** How long it has been there, settled. */
    waitedMs({ path, mtimeMs }: WatchedFile): number {
      const now = performance.now()
      return now - (firstSeenMs.get(`${path} ${mtimeMs}`) ?? now)
    },

    /** Said once, until it is over or another. */
    suffer(code: string | null): void {
      if (code !== null && code !== trouble) tell({ kind: 'trouble', code })
      trouble = code
    },

    async accept(
      file: WatchedFile,
      belonging: readonly WatchedFile[],
      { id, isNew }: { readonly id: string; readonly isNew: boolean },
    ): Promise<void> {
      await finishMoves(root, done)
      await planMove(root, pathsOf(file, belonging), done)
      counts.accepted += 1
      tell({ kind: 'accepted', path: file.path, id, isNew })
      await finishMoves(root, done)
    },

    async reject(
      file: WatchedFile,
      belonging: readonly WatchedFile[],
      why: Rejection,
    ): Promise<void> {
      await finishMoves(root, rejected)
      await planMove(root, pathsOf(file, belonging), rejected, why)
      counts.rejected += 1
      tell({ kind: 'rejected', path: file.path, code: why.code })
      await finishMoves(root, rejected)
    },
  }
}

function pathsOf(file: WatchedFile, belonging: readonly WatchedFile[]): readonly string[] {
  return [file, ...belonging].map(({ path }) => path)
}
