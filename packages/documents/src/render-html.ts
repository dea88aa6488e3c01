import type { ReportText } from '@plume/transcript'
import { Marked } from 'marked'
import sanitize from 'sanitize-html'
import type { DocumentStatus } from './document-status.ts'
import { escapeHtml, escapeMarkdown } from './escape.ts'
import { type Labels, labelsOf } from './labels.ts'
import { printStyle } from './print-style.ts'
import { renderPage } from './render-page.ts'
import { type Block, type Inline, type Paragraph, toBlocks } from './to-blocks.ts'

/** Markdown here is only ever what `markdownOf` wrote, so that raw HTML in it has no meaning. */
const marked = new Marked({ gfm: false })

/** What a report may contain. Anything else could only have come from a mistake of ours. */
const allowed: sanitize.IOptions = {
  allowedTags: [
    'article',
    'h1',
    'h2',
    'h3',
    'h4',
    'p',
    'br',
    'dl',
    'div',
    'dt',
    'dd',
    'section',
    'aside',
    'footer',
    'mark',
  ],
  allowedAttributes: { '*': ['class', 'role', 'aria-label', 'dir'] },
  disallowedTagsMode: 'escape',
}

/** The report as a page of its own: no script, nothing fetched, ready to print. */
export function renderHtml(report: ReportText, status: DocumentStatus): string {
  return renderPage({
    locale: status.locale,
    title: report.title,
    style: printStyle,
    body: renderHtmlFragment(report, status),
  })
}

/** The report's body, to be shown inside another page. */
export function renderHtmlFragment(report: ReportText, status: DocumentStatus): string {
  const labels = labelsOf(status.locale)
  const blocks = toBlocks(report, status).map((block) => blockHtml(block, labels))
  return sanitize(`<article class="report">\n${blocks.join('\n')}\n</article>`, allowed)
}

function blockHtml(block: Block, labels: Labels): string {
  switch (block.kind) {
    case 'notice':
      return `<aside class="notice ${block.tone}" role="note">${escapeHtml(block.text)}</aside>`
    case 'title':
      return `<h1${block.role === 'subject' ? ' class="subject"' : ''} dir="auto">${escapeHtml(block.text)}</h1>`
    case 'fields':
      return `<dl class="fields${block.boxed ? ' boxed' : ''}">${block.fields
        .map(({ label, value }) => {
          const shown = value.map((inline) => inlineHtml(inline, labels)).join('')
          return `<div><dt>${escapeHtml(label)}</dt><dd dir="auto">${shown}</dd></div>`
        })
        .join('')}</dl>`
    case 'section': {
      const note = block.note === null ? '' : `<p class="note">${escapeHtml(block.note)}</p>`
      const body = paragraphsHtml(block.paragraphs, labels)
      const tag = `h${block.level + 1}`
      const kind = block.unplaced ? ' class="unplaced"' : ''
      return `<section${kind}>\n<${tag}>${escapeHtml(block.heading)}</${tag}>\n${note}${body}\n</section>`
    }
    case 'lines':
      return `<div class="lines ${block.part}">${block.paragraphs
        .map((paragraph) => paragraphHtml(paragraph, labels))
        .join('\n')}</div>`
    case 'signature':
      return `<footer class="signature">${block.lines
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('')}</footer>`
  }
}

function paragraphsHtml(paragraphs: readonly Paragraph[], labels: Labels): string {
  return paragraphs.map((paragraph) => paragraphHtml(paragraph, labels)).join('\n')
}

/** Through marked, so that paragraphs and lines of HTML and Markdown cannot drift apart. */
function paragraphHtml(paragraph: Paragraph, labels: Labels): string {
  const html = marked.parse(paragraphMarkdown(paragraph), { async: false })
  return html
    .replace('<p>', '<p dir="auto">')
    .replaceAll(blankMarkdown, inlineHtml({ text: '', blank: true }, labels))
    .trim()
}

/** A character that no dictation holds stands for a blank while marked is at work. */
const blankMarkdown = '\uE000'

function paragraphMarkdown(paragraph: Paragraph): string {
  return paragraph
    .map((line) =>
      line
        .map(({ text, blank }) =>
          blank ? blankMarkdown : escapeMarkdown(text.replaceAll(blankMarkdown, '')),
        )
        .join(''),
    )
    .join('\\\n')
}

function inlineHtml({ text, blank }: Inline, labels: Labels): string {
  return blank
    ? `<mark class="blank" role="img" aria-label="${escapeHtml(labels.blank)}">____</mark>`
    : escapeHtml(text)
}
