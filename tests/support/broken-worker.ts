import type { WorkerReport } from '@plume/contracts'

/** The report of a worker on which much is wrong: an old processor, a damaged model, an engine of noise. */
export const brokenWorker: WorkerReport = {
  host: 'old-machine',
  startedAt: '2026-03-01T08:00:00.000Z',
  machine: {
    cpu: 'Intel(R) Xeon(R) CPU E5-2650 0 @ 2.00GHz',
    cores: 4,
    features: ['avx'],
    hasAvx2: false,
    memoryBytes: 8_200_000_000,
  },
  concurrency: 4,
  threads: 2,
  warnings: ['more-threads-than-cores'],
  engines: [
    {
      engine: 'whisper.cpp',
      model: 'whisper-small-q5_1',
      modelSha256: 'ae85e4a935d7a567bd102fe55afc16bb595bdb618e11b2fc7591bc08120411bb',
      demonstrationOnly: false,
      languages: [
        { language: 'en', state: 'ready' },
        { language: 'fr', state: 'not-used', reason: 'heard-other-words' },
      ],
      memoryBytes: 852_000_000,
      clipSpeed: 0.2,
      recent: { recognitions: 7, audioMs: 420_000, speed: 0.43 },
    },
    {
      engine: 'pocketsphinx',
      model: 'en-us',
      modelSha256: '0'.repeat(64),
      demonstrationOnly: true,
      languages: [{ language: 'en', state: 'not-used', reason: 'stands-back' }],
      memoryBytes: 200_000_000,
      clipSpeed: null,
      recent: null,
    },
  ],
  damagedModels: ['whisper-base'],
}
