import type { Locale } from '@plume/transcript'
import { printStyle } from './print-style.ts'
import type { PrintedReport } from './printed-report.ts'
import { renderHtmlFragment } from './render-html.ts'
import { renderPage } from './render-page.ts'

const batchStyle = `
.report + .report { break-before: page; }
`

/** Several reports as one page to be printed at once; each begins on a sheet of its own. */
export function renderBatch(
  reports: readonly PrintedReport[],
  options: { readonly locale: Locale; readonly title: string },
): string {
  return renderPage({
    ...options,
    style: printStyle + batchStyle,
    body: reports.map(({ text, status }) => renderHtmlFragment(text, status)).join('\n'),
  })
}
