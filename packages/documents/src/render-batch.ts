import type { Locale, ReportText } from '@plume/transcript'
import type { DocumentStatus } from './document-status.ts'
import { printStyle } from './print-style.ts'
import { renderHtmlFragment } from './render-html.ts'
import { renderPage } from './render-page.ts'

export type PrintedReport = { readonly text: ReportText; readonly status: DocumentStatus }

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
