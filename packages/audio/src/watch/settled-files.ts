import type { WatchedFile } from './watched-file.ts'

/**
 * Tells which files have stopped changing: same size and same time of change for `settleMs`, by our own
 * clock, because that of a file server may be another. A program that copies slowly is waited for.
 */
export function createSettledFiles(settleMs: number) {
  let known = new Map<string, WatchedFile & { readonly sinceMs: number }>()
  return {
    /** Those of this look that have not changed for long enough; and whether all have. */
    of(files: readonly WatchedFile[], nowMs: number) {
      known = new Map(
        files.map((file) => {
          const before = known.get(file.path)
          const same = before?.size === file.size && before.mtimeMs === file.mtimeMs
          return [file.path, { ...file, sinceMs: same ? before.sinceMs : nowMs }]
        }),
      )
      const settled = [...known.values()].filter(({ sinceMs }) => nowMs - sinceMs >= settleMs)
      return { settled, all: settled.length === known.size }
    },
  }
}
