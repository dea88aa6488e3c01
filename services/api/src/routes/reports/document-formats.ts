import {
  type DocumentStatus,
  renderDocx,
  renderHtml,
  renderMarkdown,
  renderPdf,
  renderPlainText,
} from '@plume/documents'
import type { ReportText } from '@plume/transcript'

/** How a report leaves the house: the kind of file and what writes it. */
export type DocumentFormat = {
  readonly type: string
  /** True for what a browser shows; the others are saved. */
  readonly isShown: boolean
  readonly render: (text: ReportText, status: DocumentStatus) => Buffer | Promise<Buffer>
}

const bytes =
  (write: (text: ReportText, status: DocumentStatus) => string): DocumentFormat['render'] =>
  (text, status) =>
    Buffer.from(write(text, status))

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** By the ending of the file, as `plume report` names them too. */
export const documentFormats = {
  html: {
    type: 'text/html; charset=utf-8',
    isShown: true,
    render: bytes(renderHtml),
  },
  txt: {
    type: 'text/plain; charset=utf-8',
    isShown: true,
    render: bytes(renderPlainText),
  },
  md: {
    type: 'text/markdown; charset=utf-8',
    isShown: false,
    render: bytes(renderMarkdown),
  },
  pdf: {
    type: 'application/pdf',
    isShown: true,
    render: (text, status) => renderPdf(text, status),
  },
  docx: { type: docx, isShown: false, render: renderDocx },
} as const satisfies Readonly<Record<string, DocumentFormat>>

export type DocumentFormatName = keyof typeof documentFormats
