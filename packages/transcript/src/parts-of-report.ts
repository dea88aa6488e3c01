import type { ReportText } from './report-text.ts'
import type { TracedText } from './source.ts'

/** A text of a report and its JSON Pointer (RFC 6901) in the report: `/sections/0/text`. */
export type PartOfReport = { readonly path: string; readonly text: TracedText }

/** Every text of a report that somebody may change, in the order in which it is read; addenda are not among them. */
export function partsWithPaths(report: ReportText): readonly PartOfReport[] {
  const lines = (name: string, texts: readonly TracedText[] = []) =>
    texts.map((text, index) => ({ path: `/${name}/${index}`, text }))
  const texts = (name: string, parts: readonly { readonly text: TracedText }[]) =>
    parts.map(({ text }, index) => ({ path: `/${name}/${index}/text`, text }))
  const { salutation, closing } = report
  return [
    ...lines('letterhead', report.letterhead),
    ...texts('fields', report.fields),
    ...(salutation ? [{ path: '/salutation', text: salutation }] : []),
    ...texts('sections', report.sections),
    { path: '/unplaced', text: report.unplaced },
    ...(closing ? [{ path: '/closing', text: closing }] : []),
    ...lines('signatureBlock', report.signatureBlock),
  ]
}

/** The texts alone. */
export function partsOfReport(report: ReportText): readonly TracedText[] {
  return partsWithPaths(report).map(({ text }) => text)
}
