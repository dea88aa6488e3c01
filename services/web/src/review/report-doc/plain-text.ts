import type { ReportText, TracedText } from '@plume/transcript'

export function textOf(text: TracedText): string {
  return text.map((run) => run.text).join('')
}

/** A report as plain words, to be copied somewhere else. */
export function plainTextOf(report: ReportText): string {
  const fields = report.fields.map(({ label, text }) => `${label}: ${textOf(text)}`)
  const sections = report.sections.map(({ heading, text }) => `${heading}\n${textOf(text)}`)
  const recipients = (report.recipients ?? []).map(({ name, lines }) => [name, ...lines].join('\n'))
  const linesOf = (lines: readonly TracedText[] = []) => lines.map(textOf).join('\n')
  return [
    linesOf(report.letterhead),
    ...recipients,
    report.title,
    fields.join('\n'),
    textOf(report.salutation ?? []),
    ...sections,
    textOf(report.unplaced),
    textOf(report.closing ?? []),
    linesOf(report.signatureBlock),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
