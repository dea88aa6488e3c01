import type { ReportedEngine, StatWait, WorkerReport } from '@plume/contracts'
import type { Workload } from '@plume/storage'

export type BusyWorker = Pick<WorkerReport, 'engines' | 'concurrency'> & { readonly id: string }

type Language = StatWait['language']

/** One of the places in which a worker recognises; free now at 0. */
type Slot = { readonly worker: BusyWorker; freeAtMs: number }

type Speed = { readonly speed: number; readonly basis: 'recent' | 'clip' }

/**
 * When a STAT dictation that arrives now would begin to be recognised, in seconds.
 *
 * Each worker has as many places as it recognises at the same time. A place in use becomes free after what is left
 * of its recording, or of its share of a long one, divided by the worker's speed. A STAT dictation goes before all that are not,
 * and stops none that runs: first what waits already with the same right (STAT, or promoted because it waited too long) takes the
 * places as they become free, and keeps each for its length divided by the speed: a share's own, and for a dictation that nobody
 * has decoded the mean of the latest; the new one takes the next. Speeds are those of recent work, with as much beside it as there was; where there
 * was none yet, that of the smoke clip, most of which is loading the model, so that the wait is shorter than said.
 * Decoding before, and other work on the machine, are left out. Unknown where a number of these is not known.
 */
export function estimateStatWait(
  language: Language,
  workers: readonly BusyWorker[],
  workload: Workload,
): StatWait {
  const able = workers.filter((worker) => engineFor(worker, language))
  if (able.length === 0) return { language, state: 'unknown', because: 'no-engine' }
  const speeds = able.flatMap((worker) => speedOf(worker, language) ?? [])
  if (speeds.length < able.length) return { language, state: 'unknown', because: 'no-speed' }

  const slots = able.flatMap((worker) => slotsOf(worker, language, workload))
  for (const next of waitingAhead(able, workload)) {
    const slot = earliest(slots.filter(({ worker }) => engineFor(worker, next.language)))
    if (slot) slot.freeAtMs += timeFor(next.lengthMs, speedOf(slot.worker, next.language))
  }
  const { freeAtMs } = earliest(slots) ?? { freeAtMs: never }
  if (freeAtMs === 0) return { language, state: 'at-once' }
  if (freeAtMs === never) return { language, state: 'unknown', because: 'no-lengths' }
  const basis = speeds.some((speed) => speed.basis === 'clip') ? 'clip' : 'recent'
  return { language, state: 'estimated', seconds: Math.ceil(freeAtMs / 1000), basis }
}

/** When nobody can say when. */
const never = Number.POSITIVE_INFINITY

/** Never 0, which would be at once. */
function timeFor(lengthMs: number | null, speed: Speed | null): number {
  return lengthMs === null || speed === null ? never : Math.max(1, lengthMs / speed.speed)
}

/** The places of a worker: those in use until what is left is heard, and the others free now. */
function slotsOf(worker: BusyWorker, language: Language, workload: Workload): readonly Slot[] {
  const inUse = workload.running
    .filter(({ workerId }) => workerId === worker.id)
    .map(({ remainingMs, language: its }) => ({
      worker,
      freeAtMs: timeFor(
        remainingMs ?? workload.meanLengthMs,
        speedOf(worker, its) ?? speedOf(worker, language),
      ),
    }))
  const free = Array.from({ length: Math.max(0, worker.concurrency - inUse.length) }, () => ({
    worker,
    freeAtMs: 0,
  }))
  return [...inUse, ...free]
}

type Ahead = { readonly language: string; readonly lengthMs: number | null }

/** What goes first, for one of these workers: shares, since their dictations came before, then dictations. */
function waitingAhead(able: readonly BusyWorker[], workload: Workload): readonly Ahead[] {
  const { waiting, foremostShares, meanLengthMs } = workload
  const shares = foremostShares.map(({ language, audioMs }) => ({ language, lengthMs: audioMs }))
  const dictations = waiting
    .filter(({ foremost, forEngine }) => foremost && !forEngine)
    .flatMap(({ language, count }) =>
      Array.from({ length: count }, () => ({ language, lengthMs: meanLengthMs })),
    )
  return [...shares, ...dictations].filter(({ language }) =>
    able.some((worker) => engineFor(worker, language)),
  )
}

function earliest(slots: readonly Slot[]): Slot | undefined {
  return slots.reduce<Slot | undefined>(
    (first, slot) => (first && first.freeAtMs <= slot.freeAtMs ? first : slot),
    undefined,
  )
}

/** The best engine that is ready for a language: workers report them in that order. */
function engineFor({ engines }: BusyWorker, language: string): ReportedEngine | undefined {
  return engines.find(({ languages }) =>
    languages.some((each) => each.language === language && each.state === 'ready'),
  )
}

function speedOf(worker: BusyWorker, language: string): Speed | null {
  const engine = engineFor(worker, language)
  if (engine?.recent) return { speed: engine.recent.speed, basis: 'recent' }
  return engine?.clipSpeed ? { speed: engine.clipSpeed, basis: 'clip' } : null
}
