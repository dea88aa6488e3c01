import { basename, dirname, join } from 'node:path'
import { Failure } from '@plume/records'
import type { Books } from './books.ts'
import { createRulesFinder } from './folder-rules.ts'
import { codeOf, openPlainFile } from './plain-file.ts'
import { statOf } from './planned-move.ts'
import { finishMoves } from './put-away.ts'
import { createRulesErrors } from './rules-error.ts'
import {
  describeRecording,
  findSidecars,
  isSidecar,
  type Sidecars,
  sidecarAlone,
} from './sidecars.ts'
import type { WatchedPlaces, WatchRequest } from './watch-folder.ts'
import type { WatchedDetails, WatchedFile } from './watched-file.ts'

/** A sidecar may come before its recording. */
const loneSidecarMs = 600_000

/** `trouble`: something is left that was not its own fault. `again`: something has changed meanwhile. */
export type RoundEnd = 'done' | 'again' | 'trouble'

type Round = {
  readonly sidecars: Sidecars
  readonly findRules: ReturnType<typeof createRulesFinder>
  changed: boolean
}

/** Takes what has settled, once. */
export function createRound(request: WatchRequest, places: WatchedPlaces, books: Books) {
  const { once, receive, signal } = request
  const { root, done, rejected } = places
  const rulesErrors = createRulesErrors(root)

  return async function takeRound(
    files: readonly WatchedFile[],
    settled: readonly WatchedFile[],
  ): Promise<RoundEnd> {
    books.remember(settled)
    const troubles = new Set<string>()
    const findRules = createRulesFinder(root, rulesErrors.forget)
    const round: Round = { sidecars: findSidecars(files, settled), findRules, changed: false }
    try {
      // What a killed run left half moved comes before anything that it is about.
      if (await finishBrokenOff()) round.changed = true
      else await takeAll(settled, round, troubles)
    } catch (error) {
      troubles.add(troubleIn(error, signal))
    }
    // What was being read was given up. It is there at the next start.
    if (signal?.aborted) return 'again'
    const [trouble = null] = troubles
    books.suffer(trouble)
    if (trouble !== null) return 'trouble'
    return round.changed ? 'again' : 'done'
  }

  async function finishBrokenOff(): Promise<boolean> {
    const found = [await finishMoves(root, done), await finishMoves(root, rejected)]
    return found.includes(true)
  }

  async function takeAll(
    settled: readonly WatchedFile[],
    round: Round,
    troubles: Set<string>,
  ): Promise<void> {
    for (const file of settled.toSorted((a, b) => a.path.localeCompare(b.path))) {
      if (signal?.aborted || round.changed) return
      try {
        await take(file, round)
      } catch (error) {
        // The database's trouble is everybody's; the system's may be this one file's.
        if (error instanceof Failure) throw error
        troubles.add(troubleIn(error, signal))
      }
    }
  }

  async function take(file: WatchedFile, round: Round): Promise<void> {
    const { sidecars, findRules } = round
    if (isSidecar(file) && !sidecars.isAlone(file)) return
    const rules = await findRules(dirname(file.path))
    if ('wrongIn' in rules) {
      books.leave(file.path, 'wrong-rules')
      return rulesErrors.write(rules.wrongIn, rules.problem)
    }
    if (rules.pending) return
    if (isSidecar(file)) return takeLoneSidecar(file, rules.sidecar?.waitMs ?? 0)
    const waitedMs = () => books.waitedMs(file)
    const request = { root, file, rules: rules.sidecar, sidecars, waitedMs }
    const described = await describeRecording(request)
    if (described === 'unreadable') return books.leave(file.path, 'unreadable-file')
    if (described === 'wait') {
      if (once) books.leave(file.path, 'sidecar-awaited')
      return
    }
    if ('rejection' in described) {
      await books.reject(file, sidecars.goingWith(file), described.rejection)
      return sidecars.release(file)
    }
    await takeRecording(file, round, { ...rules.details, ...described.details })
  }

  async function takeRecording(
    file: WatchedFile,
    round: Round,
    details: WatchedDetails,
  ): Promise<void> {
    const handle = await openPlainFile(root, file.path)
    if (handle === 'absent') return
    if (handle === 'unreadable') return books.leave(file.path, 'unreadable-file')
    try {
      round.changed ||= hasChanged(file, await handle.stat())
      if (round.changed) return
      const answer = await receive({ file: handle, fileName: basename(file.path), details })
      // Changed while it was read: it settles and is received again, as what it has become.
      round.changed ||= hasChanged(file, await statOf(join(root, file.path)))
      if (round.changed) return
      const belonging = round.sidecars.goingWith(file)
      if ('rejection' in answer) await books.reject(file, belonging, answer.rejection)
      else await books.accept(file, belonging, answer)
      round.sidecars.release(file)
    } finally {
      await handle.close()
    }
  }

  async function takeLoneSidecar(file: WatchedFile, waitMs: number): Promise<void> {
    const isWaitedFor = books.waitedMs(file) < Math.max(waitMs, loneSidecarMs)
    if (once || isWaitedFor) return books.leave(file.path, 'lone-sidecar')
    await books.reject(file, [], sidecarAlone)
  }
}

function hasChanged(
  file: WatchedFile,
  now: { readonly size: number; readonly mtimeMs: number } | null,
): boolean {
  return now === null || now.size !== file.size || now.mtimeMs !== file.mtimeMs
}

/** The code of what is not the file's fault. Throws what is nobody's but ours. */
function troubleIn(error: unknown, signal: AbortSignal | undefined): string {
  if (error instanceof Failure && error.retryable) return error.code
  const code = codeOf(error) ?? (signal?.aborted ? 'stopped' : null)
  if (code === null) throw error
  return code
}
