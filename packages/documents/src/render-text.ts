import type { ReportText } from '@plume/transcript'
import type { DocumentStatus } from './document-status.ts'
import { visible } from './escape.ts'
import { type Labels, labelsOf } from './labels.ts'
import { markdownLine } from './markdown-line.ts'
import { type Block, type Inline, type Paragraph, toBlocks } from './to-blocks.ts'

/** The report as plain text, for systems that take no other. */
export function renderPlainText(report: ReportText, status: DocumentStatus): string {
  const labels = labelsOf(status.locale)
  return visible(
    `${toBlocks(report, status)
      .map((block) => plainBlock(block, labels))
      .join('\n\n')}\n`,
  )
}

function plainBlock(block: Block, { colon }: Labels): string {
  switch (block.kind) {
    case 'notice':
      return `*** ${block.text} ***`
    case 'title':
      return `${block.text}\n${'='.repeat(block.text.length)}`
    case 'fields':
      return block.fields
        .map(({ label, value }) => `${label}${colon} ${plainInlines(value)}`)
        .join('\n')
    case 'section':
      return [
        `${block.heading}\n${'-'.repeat(block.heading.length)}`,
        ...(block.note === null ? [] : [block.note]),
        block.paragraphs.map(plainParagraph).join('\n\n'),
      ].join('\n')
    case 'lines':
      return block.paragraphs.map(plainParagraph).join('\n')
    case 'signature':
      return block.lines.join('\n')
  }
}

function plainParagraph(paragraph: Paragraph): string {
  return paragraph.map(plainInlines).join('\n')
}

function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(({ text, blank }) => (blank ? '____' : text)).join('')
}

/** The report as Markdown in which nothing dictated can be taken for markup. */
export function renderMarkdown(report: ReportText, status: DocumentStatus): string {
  const labels = labelsOf(status.locale)
  return `${toBlocks(report, status)
    .map((block) => markdownBlock(block, labels))
    .join('\n\n')}\n`
}

function markdownBlock(block: Block, { colon }: Labels): string {
  switch (block.kind) {
    case 'notice':
      return `> **${markdownLine(block.text)}**`
    case 'title':
      return `# ${markdownLine(block.text)}`
    case 'fields':
      return block.fields
        .map(({ label, value }) => `- **${markdownLine(label)}${colon}** ${markdownInlines(value)}`)
        .join('\n')
    case 'section':
      return [
        `${'#'.repeat(block.level + 1)} ${markdownLine(block.heading)}`,
        ...(block.note === null ? [] : [`_${markdownLine(block.note)}_`]),
        ...block.paragraphs.map(markdownParagraph),
      ].join('\n\n')
    case 'lines':
      return block.paragraphs
        .map((paragraph) => paragraph.map(markdownInlines).join('  \n'))
        .join('  \n')
    case 'signature':
      return block.lines.map((line) => `_${markdownLine(line)}_`).join('  \n')
  }
}

function markdownParagraph(paragraph: Paragraph): string {
  return paragraph.map(markdownInlines).join('  \n')
}

function markdownInlines(inlines: readonly Inline[]): string {
  // As one line, so that only what stands at its ends is at the end of a line.
  const line = inlines.map(({ text, blank }) => (blank ? gap : text.replaceAll(gap, ''))).join('')
  return markdownLine(line).replaceAll(gap, '\\_\\_\\_\\_')
}

/** A character that no dictation holds stands for a blank while its line is escaped. */
const gap = '\uE000'
