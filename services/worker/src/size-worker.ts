import type { SizeWarning } from '@plume/contracts'

export type WorkerSize = {
  /** Recognitions at the same time. */
  readonly concurrency: number
  /** Of each recognition. */
  readonly threads: number
  readonly warnings: readonly SizeWarning[]
}

/** More than eight threads make one recognition hardly faster. */
const mostUsefulThreads = 8
/** whisper.cpp's own default: threads that one recognition makes good use of. */
const goodThreads = 4

/**
 * How many recognitions at the same time, and with how many threads each, on a machine of so many cores and
 * so much memory in bytes for models. Two where there are two cores, so that one long dictation does not hold up
 * all others; more only with four threads for each. Never more threads in all than cores, nor more models in memory than
 * fit. What a person set is kept to, and warned about where it is too much.
 */
export function sizeWorker(machine: {
  readonly cores: number
  readonly memoryForModels: number
  /** Of the largest installed model; null where none is known. */
  readonly modelMemory: number | null
  readonly configured: { readonly concurrency: number | null; readonly threads: number | null }
}): WorkerSize {
  const { cores, memoryForModels, modelMemory, configured } = machine
  const fitting =
    modelMemory === null ? cores : Math.max(1, Math.floor(memoryForModels / modelMemory))
  const wished = Math.max(2, Math.floor(cores / goodThreads))
  const room = Math.max(1, Math.floor(cores / (configured.threads ?? 1)))
  const concurrency = configured.concurrency ?? Math.min(wished, fitting, cores, room)
  const share = Math.max(1, Math.floor(cores / concurrency))
  const threads = configured.threads ?? Math.min(mostUsefulThreads, share)
  return { concurrency, threads, warnings: warningsOf({ ...machine, concurrency, threads }) }
}

function warningsOf(size: {
  readonly cores: number
  readonly memoryForModels: number
  readonly modelMemory: number | null
  readonly concurrency: number
  readonly threads: number
}): readonly SizeWarning[] {
  const { cores, memoryForModels, modelMemory, concurrency, threads } = size
  const warnings: SizeWarning[] = []
  if (concurrency * threads > cores) warnings.push('more-threads-than-cores')
  if (modelMemory === null) warnings.push('model-memory-unknown')
  else if (modelMemory > memoryForModels) warnings.push('model-too-large')
  else if (modelMemory * concurrency > memoryForModels) warnings.push('more-memory-than-there-is')
  return warnings
}
