import type { ReportText, TracedText } from '@plume/transcript'

export function textOf(text: TracedText): string {
  return text.map((run) => run.text).join('')
}

/** A report as plain words, to be copied somewhere else. */
export function plainTextOf(report: ReportText): string {
  const fields = report.fields.map(({ label, text }) => `${label}: ${textOf(text)}`)
  const sections = report.sections.map(({ heading, text }) => `${heading}\n${textOf(text)}`)
  const unplaced = report.unplaced.length > 0 ? [textOf(report.unplaced)] : []
  return [report.title, fields.join('\n'), ...sections, ...unplaced]
    .filter((part) => part !== '')
    .join('\n\n')
}
