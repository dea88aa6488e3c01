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
    // Each file starts several processes of its own, which mostly wait for leases and locks to run out.
    maxWorkers: 2,
  },
})
