import type { SizeWarning, WorkerReport } from '@plume/contracts'
import {
  coresOfThisMachine,
  cpuFeaturesOfThisMachine,
  createModelStore,
  memoryLeftByOthers,
  memoryOfModel,
  memoryOfThisMachine,
  reservedBytes,
} from '@plume/speech'
import type { WorkerConfig } from './config.ts'
import { sizeWorker, type WorkerSize } from './size-worker.ts'
import type { Log } from './worker-log.ts'

export type SizedMachine = {
  readonly machine: WorkerReport['machine']
  readonly size: WorkerSize
}

/** PocketSphinx's, which needs no model of Plume's: what there is at least. */
const smallestModel = 'pocketsphinx-en-us'

/** Looks at processor, memory and installed models, sizes the worker by them, and logs all of it. */
export async function lookAtMachine(
  config: Pick<WorkerConfig, 'concurrency' | 'engineThreads' | 'whisper'>,
  log: Log,
): Promise<SizedMachine> {
  const [cores, memoryBytes, left, features, modelMemory] = await Promise.all([
    coresOfThisMachine(),
    memoryOfThisMachine(),
    memoryLeftByOthers(),
    cpuFeaturesOfThisMachine(),
    largestModelMemory(config.whisper.modelsDir),
  ])
  const machine = { ...features, features: [...features.features], cores, memoryBytes }
  const size = sizeWorker({
    cores,
    memoryForModels: Math.max(0, Math.min(memoryBytes - reservedBytes, left ?? memoryBytes)),
    modelMemory,
    configured: { concurrency: config.concurrency, threads: config.engineThreads },
  })
  log.info({ ...machine, ...size, modelMemory }, 'this machine')
  if (machine.hasAvx2 === false) {
    log.warn(
      { cpu: machine.cpu },
      'this processor has no AVX2: recognition with Whisper models takes about 14 times as long',
    )
  }
  for (const warning of size.warnings) log.warn({ warning, ...size }, sentences[warning])
  return { machine, size }
}

/** Of the largest installed model, which is the one that is used; null where one is of unknown size. */
async function largestModelMemory(modelsDir: string): Promise<number | null> {
  const installed = await createModelStore(modelsDir).installedModels()
  const needs = [smallestModel, ...installed.map(({ id }) => id)].map(memoryOfModel)
  return needs.reduce<number | null>(
    (most, need) => (most === null || need === null ? null : Math.max(most, need)),
    0,
  )
}

const sentences: Readonly<Record<SizeWarning, string>> = {
  'more-threads-than-cores':
    'PLUME_WORKER_CONCURRENCY times PLUME_ENGINE_THREADS is more than this machine has cores: recognitions slow each other down',
  'more-memory-than-there-is':
    'so many recognitions at the same time need more memory than there is: lower PLUME_WORKER_CONCURRENCY',
  'model-too-large':
    'the largest installed model needs more memory than there is: remove it, or give the machine more',
  'model-memory-unknown':
    'nobody knows how much memory an installed model needs: watch it, and set PLUME_WORKER_CONCURRENCY',
}
