import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { PlainResultReporter } from './tests/support/plain-result-reporter.ts'

/** The quick suites: `npm test`. Slower ones: vitest.pipeline.config.ts, vitest.browser.config.ts. */
export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'services/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
      'tests/contracts/**/*.test.ts',
    ],
    // Vitest leaves one processor free, and of two that is half; many tests wait for other processes anyway.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['tests/support/start-postgres.ts'],
    reporters: ['default', new PlainResultReporter()],
    // Only what hangs: two files at a time on a slow machine take several times as long as one on a fast one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
