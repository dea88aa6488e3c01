import { defineConfig } from 'vitest/config'
import { PlainResultReporter } from './tests/support/plain-result-reporter.ts'

/** The workstation in Debian's chromium. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/support/start-postgres.ts'],
    reporters: ['verbose', new PlainResultReporter()],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
})
