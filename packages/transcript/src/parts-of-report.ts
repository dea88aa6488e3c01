import type { ReportText } from './report-text.ts'
import type { TracedText } from './source.ts'

/** Every text of a report that somebody may change, in the order in which it is read; addenda are not among them. */
export function partsOfReport(report: ReportText): readonly TracedText[] {
  return [
    ...(report.letterhead ?? []),
    ...report.fields.map(({ text }) => text),
    ...(report.salutation ? [report.salutation] : []),
    ...report.sections.map(({ text }) => text),
    report.unplaced,
    ...(report.closing ? [report.closing] : []),
    ...(report.signatureBlock ?? []),
  ]
}
