import { defineConfig } from 'vitest/config'
import { PlainResultReporter } from './tests/support/plain-result-reporter.ts'

/** Documents as qpdf, poppler, PDFBox and LibreOffice see them. */
export default defineConfig({
  test: {
    include: ['tests/documents/**/*.test.ts'],
    reporters: ['verbose', new PlainResultReporter()],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
