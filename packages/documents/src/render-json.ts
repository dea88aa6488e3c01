import type { Recognition, ReportText, Run, TracedText, WordRange } from '@plume/transcript'
import type { DocumentStatus } from './document-status.ts'

/** The report with its provenance: each dictated run also says where in the recording it was said. */
export function renderJson(
  report: ReportText,
  status: DocumentStatus,
  recognitions: readonly Recognition[],
): string {
  const timed = (text: TracedText) => text.map((run) => withTimes(run, recognitions))
  const document = {
    status,
    report: {
      ...report,
      fields: report.fields.map((field) => ({ ...field, text: timed(field.text) })),
      sections: report.sections.map((section) => ({ ...section, text: timed(section.text) })),
      unplaced: timed(report.unplaced),
      addenda: report.addenda.map((addendum) => ({ ...addendum, text: timed(addendum.text) })),
    },
    recognitions,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function withTimes(run: Run, recognitions: readonly Recognition[]) {
  const words = wordsOf(run)
  const heard = words && recognitions.find(({ id }) => id === words.recognitionId)
  const first = heard?.words[words?.from ?? -1]
  const last = heard?.words[(words?.to ?? 0) - 1]
  return first && last ? { ...run, startMs: first.startMs, endMs: last.endMs } : run
}

function wordsOf({ source }: Run): WordRange | undefined {
  if (source.kind === 'dictated') return source.words
  return 'over' in source ? source.over : undefined
}
