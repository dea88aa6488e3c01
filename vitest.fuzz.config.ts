import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { PlainResultReporter } from './tests/support/plain-result-reporter.ts'

/** What `npm test` does five hundred times, twelve thousand times, and a stream of four hours. */
export default defineConfig({
  test: {
    include: [
      'packages/audio/src/dss/fuzz-dss.test.ts',
      'packages/audio/src/dss/decode-dss.test.ts',
      'packages/audio/src/dictaphone/decode-dictaphone.test.ts',
      'packages/audio/src/create-audio-decoder.test.ts',
    ],
    env: { PLUME_FUZZ_CASES: '12000' },
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['verbose', new PlainResultReporter()],
    testTimeout: 600_000,
  },
})
