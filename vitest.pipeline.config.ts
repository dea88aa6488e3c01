import { defineConfig } from 'vitest/config'
import { PlainResultReporter } from './tests/support/plain-result-reporter.ts'

/** Real processes, real kills: minutes, not seconds. */
export default defineConfig({
  test: {
    include: ['tests/pipeline/**/*.test.ts'],
    globalSetup: ['tests/support/start-postgres.ts'],
    reporters: ['verbose', new PlainResultReporter()],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One file at a time: each starts several processes of its own.
    fileParallelism: false,
  },
})
