import { extname } from 'node:path'
import {
  type DocumentStatus,
  renderDocx,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
  renderPlainText,
} from '@plume/documents'
import type { Locale, Recognition, ReportText } from '@plume/transcript'
import type { OptionHelp } from './command.ts'
import { WrongUsage } from './refused.ts'

type Render = (
  report: ReportText,
  status: DocumentStatus,
  recognition: Recognition,
) => string | Promise<Buffer>

const renderers: Readonly<Record<string, Render>> = {
  '.pdf': (report, status) => renderPdf(report, status),
  '.docx': (report, status) => renderDocx(report, status),
  '.html': (report, status) => renderHtml(report, status),
  '.txt': (report, status) => renderPlainText(report, status),
  '.md': (report, status) => renderMarkdown(report, status),
  '.json': (report, status, recognition) => renderJson(report, status, [recognition]),
}

/** The file that a report is written to. */
export const outputOption: OptionHelp = {
  type: 'string',
  short: 'o',
  value: 'OUT.{pdf,docx,html,txt,md,json}',
  required: true,
  help: 'file to write; its ending says the form',
}

/** What writes a report in the form that the file's ending names. */
export function rendererFor(output: string): Render {
  const ending = extname(output).toLowerCase()
  const render = renderers[ending]
  if (render) return render
  const known = Object.keys(renderers).join(', ')
  throw new WrongUsage(`-o needs a file that ends in ${known}`)
}

/** What a document says of itself that nobody has read yet. */
export function draftStatus(locale: Locale, { engine }: Recognition): DocumentStatus {
  return {
    status: 'draft',
    newestVersion: 1,
    version: 1,
    locale,
    signature: null,
    names: {},
    demonstrationEngine: engine.demonstrationOnly,
  }
}
