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
    globalSetup: ['tests/support/start-postgres.ts'],
    reporters: ['default', new PlainResultReporter()],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
