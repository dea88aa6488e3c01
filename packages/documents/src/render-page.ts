import type { Locale } from '@plume/transcript'
import { escapeHtml } from './escape.ts'

/** A page of its own around a body that is HTML already: no script, nothing fetched, for no search engine. */
export function renderPage(page: {
  readonly locale: Locale
  readonly title: string
  readonly style: string
  readonly body: string
}): string {
  return `<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)}</title>
<style>${page.style}</style>
</head>
<body>
${page.body}
</body>
</html>
`
}
