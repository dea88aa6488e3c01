import { randomBytes, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createAudioDecoder } from '@plume/audio'
import { transcribeDictationJob } from '@plume/contracts'
import type { SpeechEngine } from '@plume/records'
import { loadTemplates } from '@plume/report-templates/starter'
import {
  createAuthorCommands,
  createAuthorTerms,
  createDictationStore,
  createDiskBlobStore,
  createJobConsumer,
  createJobQueues,
  createLexiconStore,
  createMacroStore,
  createMishearingStore,
  createOutboxRelay,
  createReconciler,
  createRecordingPasswords,
  createShareStore,
  createWorkerRegistry,
  type Database,
  loadKeyring,
  maxJobAttempts,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
} from '@plume/storage'
import { loadSpelling } from '@plume/terminology/spelling'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { WorkerConfig } from './config.ts'
import { createInstalledEngines } from './installed-engines.ts'
import { createHearShare } from './jobs/hear-share.ts'
import {
  createTranscribeDictation,
  type TranscribeDictationNeeds,
} from './jobs/transcribe-dictation.ts'
import { lookAtMachine } from './look-at-machine.ts'
import { createSpeedometer } from './measure-speed.ts'
import { startReporting } from './report-worker.ts'
import { createSiteLexicon } from './site-lexicon.ts'
import { type SmokeTest, smokeTest } from './smoke-test/smoke-test.ts'
import { sweepJobDirectories } from './steps/job-directory.ts'
import { describeError } from './steps/settle-failure.ts'
import { stockEngines } from './stock-engines.ts'
import type { Log } from './worker-log.ts'

export type RunningWorker = { readonly id: string; stop(): Promise<void> }

/** What a test may put in place of the real thing. */
export type WorkerParts = {
  readonly findEngines?: () => Promise<readonly SpeechEngine[]>
  /** For engines that hear by script or by chance: no configuration can leave the real test out. */
  readonly smokeTest?: SmokeTest
  readonly wrapNeeds?: (needs: TranscribeDictationNeeds) => TranscribeDictationNeeds
}

/** A worker that was heard of within this time counts as there. */
const workerFreshMs = 60_000

type AtStop = (close: () => Promise<unknown> | unknown) => void

/**
 * Builds a worker from its configuration and sets it to work. `stop` ends what was started, the
 * last first: the consumer takes nothing new before the rest goes.
 */
export async function startWorker(
  config: WorkerConfig,
  log: Log,
  parts: WorkerParts = {},
): Promise<RunningWorker> {
  const closing: Parameters<AtStop>[0][] = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) {
      try {
        await close()
      } catch (error) {
        log.warn({ error: describeError(error) }, 'something did not close cleanly')
      }
    }
  }
  const id = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`
  try {
    await build(id, config, log, parts, (close) => closing.push(close))
  } catch (error) {
    await stop()
    throw error
  }
  log.info({ workerId: id }, 'worker ready')
  return { id, stop }
}

async function build(
  workerId: string,
  config: WorkerConfig,
  log: Log,
  parts: WorkerParts,
  atStop: AtStop,
): Promise<void> {
  const startedAt = new Date()
  const databaseUrl = config.databaseUrl ?? (await joinEmbeddedPostgres(config, log, atStop))
  await migrate(databaseUrl, { log: (line) => log.info(line) })
  const database = openDatabase(databaseUrl)
  atStop(() => database.close())
  const transport = { databaseUrl, ...(config.redisUrl ? { redisUrl: config.redisUrl } : {}) }

  const decoder = createAudioDecoder({
    searchPath: config.searchPath,
    maxDurationMs: config.maxAudioMs,
    ...(config.ffmpegPath ? { ffmpegPath: config.ffmpegPath } : {}),
  })
  // Throws where FFMPEG_PATH is wrong: that must stop the start, not the first dictation.
  log.info({ decoders: await decoder.describe() }, 'decoders found')
  const swept = await sweepJobDirectories(config.tempDir, () => new Date())
  if (swept > 0) log.info({ directories: swept }, 'removed what a killed worker left')
  const sized = await lookAtMachine(config, log)
  const installed = parts.findEngines
    ? { find: parts.findEngines, damagedModels: () => [] }
    : createInstalledEngines(
        {
          whisper: { ...config.whisper, threads: sized.size.threads },
          pocketsphinxDir: config.pocketsphinxDir,
        },
        log,
      )
  const stock = await stockEngines({ installed, smokeTest: parts.smokeTest ?? smokeTest, log })
  atStop(() => stock.close())
  const speeds = createSpeedometer()
  const { damagedModels } = installed
  const reported = { workerId, startedAt, sized, stock, speeds, damagedModels }
  atStop(await startReporting(database, reported, log))
  startHousekeeping(database, config, transport, log, atStop)

  const registry = createWorkerRegistry(database)
  const keyring = await loadKeyring(config.keyringFile)
  const needs: TranscribeDictationNeeds = {
    dictations: createDictationStore(database),
    shares: createShareStore(database),
    blobs: createDiskBlobStore({ directory: config.blobDir, keyring }),
    passwords: createRecordingPasswords(database, keyring),
    authorTerms: createAuthorTerms(database),
    decoder,
    languages: config.languages,
    engines: () => stock.ready().map(speeds.measured),
    places: (engine, language) => registry.places(engine, language, workerFreshMs),
    templates: loadTemplates(config.templatesDir),
    macros: createMacroStore(database),
    words: createSiteLexicon({
      commands: createAuthorCommands(database),
      store: createLexiconStore(database),
      mishearings: createMishearingStore(database),
      starter: loadStarterLexicon,
      spelling: loadSpelling,
      policy: config.lexiconPolicy,
    }),
    now: () => new Date(),
    newId: randomUUID,
    workerId,
    leaseMs: config.leaseMs,
    tempDir: config.tempDir,
    maxAttempts: maxJobAttempts,
    log,
  }
  const { concurrency } = sized.size
  startConsumer(parts.wrapNeeds?.(needs) ?? needs, { ...config, concurrency }, transport, atStop)
}

async function joinEmbeddedPostgres(
  config: WorkerConfig,
  log: Log,
  atStop: AtStop,
): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: (line) => log.info(line),
  })
  atStop(() => postgres.stop())
  return postgres.url
}

/** The outbox relay and the reconciler. Any number of workers may run them at the same time. */
function startHousekeeping(
  database: Database,
  config: WorkerConfig,
  transport: { readonly databaseUrl: string; readonly redisUrl?: string },
  log: Log,
  atStop: AtStop,
): void {
  const queues = createJobQueues(transport)
  atStop(() => queues.close())
  const reconciler = createReconciler({ database, intervalMs: config.reconcileMs, log })
  atStop(() => reconciler.stop())
  const relay = createOutboxRelay({ database, queues, log })
  atStop(() => relay.stop())
  relay.start()
  reconciler.start()
}

/** Takes dictations from the queue. At a stop, running ones get a while to end before they go back. */
function startConsumer(
  needs: TranscribeDictationNeeds,
  config: Pick<WorkerConfig, 'leaseMs' | 'stopMs'> & { readonly concurrency: number },
  transport: { readonly databaseUrl: string; readonly redisUrl?: string },
  atStop: AtStop,
): void {
  const stopping = new AbortController()
  const transcribeDictation = createTranscribeDictation(needs)
  const hearShare = createHearShare(needs)
  const consumer = createJobConsumer({
    ...transport,
    queue: transcribeDictationJob.queue,
    concurrency: config.concurrency,
    // A dead worker's job comes back when its lease has run out, not before.
    lockDurationMs: config.leaseMs,
    stalledIntervalMs: config.leaseMs / 2,
    run: ({ payload, attempt }) => {
      const { dictationId, share } = transcribeDictationJob.payload.parse(payload)
      const { signal } = stopping
      return share
        ? hearShare({ dictationId, share, attempt, signal })
        : transcribeDictation({ payload: { dictationId }, attempt, signal })
    },
    onFailed: (failed) => needs.log.warn(failed, 'job failed'),
  })
  atStop(async () => {
    const patience = setTimeout(() => stopping.abort(new Error('stopping')), config.stopMs)
    await consumer.close()
    clearTimeout(patience)
  })
}
