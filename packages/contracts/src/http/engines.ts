import { z } from 'zod'

const languageSchema = z.enum(['en', 'fr'])

/** Why an engine is not used, for one language. The page has a sentence for each. */
export const smokeFailures = [
  'heard-other-words',
  'engine-crashed',
  'engine-timeout',
  'engine-output-unreadable',
  'engine-unavailable',
  'unexpected-failure',
  // Not a failure of this engine: a demonstration engine stands back where a real one is installed.
  'stands-back',
] as const

const checkedLanguageSchema = z.discriminatedUnion('state', [
  z.object({ language: languageSchema, state: z.literal('ready') }),
  z.object({
    language: languageSchema,
    state: z.literal('not-used'),
    reason: z.enum(smokeFailures),
  }),
])

/** How much faster than speech: minutes of recording for each minute of work. */
const timesRealTime = z.number().positive()

export const reportedEngineSchema = z.object({
  engine: z.string(),
  model: z.string(),
  modelSha256: z.string(),
  demonstrationOnly: z.boolean(),
  languages: z.array(checkedLanguageSchema),
  /** Of one recognition, roughly; null where nobody knows. */
  memoryBytes: z.int().nullable(),
  /** Of the smoke clip at the start, most of which is loading the model; null where it failed. */
  clipSpeed: timesRealTime.nullable(),
  /** Of the latest recognitions on this worker; null before the first. */
  recent: z
    .object({ recognitions: z.int().positive(), audioMs: z.int(), speed: timesRealTime })
    .nullable(),
})

/** What was set is kept to, even where it is too much; then it says so. */
export const sizeWarnings = [
  'more-threads-than-cores',
  'more-memory-than-there-is',
  'model-too-large',
  'model-memory-unknown',
] as const

/** What a worker says of itself and its machine. Nothing in it comes from a recording. */
export const workerReportSchema = z.object({
  host: z.string(),
  startedAt: z.iso.datetime(),
  machine: z.object({
    cpu: z.string(),
    cores: z.int().positive(),
    features: z.array(z.string()),
    /** Null where it cannot be known, or where it is no x86 processor. */
    hasAvx2: z.boolean().nullable(),
    memoryBytes: z.int().positive(),
  }),
  concurrency: z.int().positive(),
  threads: z.int().positive(),
  warnings: z.array(z.enum(sizeWarnings)),
  engines: z.array(reportedEngineSchema),
  /** Installed models whose bytes are not what they were. */
  damagedModels: z.array(z.string()),
})

const waitingSchema = z.object({
  /** Waiting for a worker that is free. */
  waiting: z.int(),
  /** Waiting for a worker that has an engine of their language. */
  waitingForEngine: z.int(),
})

/** When a STAT dictation that arrives now would begin to be recognised. */
export const statWaitSchema = z.discriminatedUnion('state', [
  z.object({ language: languageSchema, state: z.literal('at-once') }),
  z.object({
    language: languageSchema,
    state: z.literal('estimated'),
    seconds: z.number(),
    /** What the speeds come from: recent work, or where there is none the smoke clip, which is cautious. */
    basis: z.enum(['recent', 'clip']),
  }),
  z.object({
    language: languageSchema,
    state: z.literal('unknown'),
    because: z.enum(['no-engine', 'no-speed', 'no-lengths']),
  }),
])

export const enginesReply = z
  .object({
    workers: z.array(
      workerReportSchema.extend({
        id: z.string(),
        lastSeenAt: z.iso.datetime(),
        /** Not heard from: its engines count as gone. */
        silent: z.boolean(),
        /** Places in use: dictations, and shares of long ones. */
        running: z.int(),
      }),
    ),
    queue: z.object({ stat: waitingSchema, urgent: waitingSchema, routine: waitingSchema }),
    /** Places in use, of all workers. */
    running: z.int(),
    statWait: z.array(statWaitSchema),
  })
  .meta({ id: 'Engines' })

export type SmokeFailure = (typeof smokeFailures)[number]
export type SizeWarning = (typeof sizeWarnings)[number]
export type ReportedEngine = z.infer<typeof reportedEngineSchema>
export type WorkerReport = z.infer<typeof workerReportSchema>
export type StatWait = z.infer<typeof statWaitSchema>
export type EnginesReply = z.infer<typeof enginesReply>
