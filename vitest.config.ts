import { defineConfig } from 'vitest/config'

/** The quick suites: `npm test`. Slower ones: vitest.pipeline.config.ts, vitest.browser.config.ts. */
export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'services/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
      'tests/contracts/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
