import {
  type DocumentStatus,
  renderDocx,
  renderHtml,
  renderMarkdown,
  renderPdf,
  renderPlainText,
} from '@plume/documents'
import type { ReportText } from '@plume/transcript'

/** How a report leaves the house: the kind of file, its ending, and what writes it. */
export type DocumentFormat = {
  readonly type: string
  readonly ending: string
  /** True for what a browser shows; the others are saved. */
  readonly isShown: boolean
  readonly render: (text: ReportText, status: DocumentStatus) => Buffer | Promise<Buffer>
}

const bytes =
  (write: (text: ReportText, status: DocumentStatus) => string): DocumentFormat['render'] =>
  (text, status) =>
    Buffer.from(write(text, status))

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const documentFormats = {
  html: {
    type: 'text/html; charset=utf-8',
    ending: 'html',
    isShown: true,
    render: bytes(renderHtml),
  },
  text: {
    type: 'text/plain; charset=utf-8',
    ending: 'txt',
    isShown: true,
    render: bytes(renderPlainText),
  },
  markdown: {
    type: 'text/markdown; charset=utf-8',
    ending: 'md',
    isShown: false,
    render: bytes(renderMarkdown),
  },
  pdf: {
    type: 'application/pdf',
    ending: 'pdf',
    isShown: true,
    render: (text, status) => renderPdf(text, status),
  },
  docx: { type: docx, ending: 'docx', isShown: false, render: renderDocx },
} as const satisfies Readonly<Record<string, DocumentFormat>>

export type DocumentFormatName = keyof typeof documentFormats
