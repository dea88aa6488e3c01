import type { ReportText } from '@plume/transcript'
import type { DocumentStatus } from './document-status.ts'
import { visible } from './escape.ts'

/** Name and number for the head or foot of every page: what the server knows, else what the report's own fields state. */
export function patientLine(report: ReportText, { patient }: DocumentStatus): string {
  const fact = (field: string) =>
    report.fields
      .flatMap(({ text }) => text)
      .find(({ source }) => source.kind === 'context' && source.field === field)?.text
  const name = patient ? patient.name : fact('patient.name')
  const id = patient ? patient.id : fact('patient.id')
  return visible([name, id].filter(Boolean).join(' · ')).replace(/\s+/g, ' ')
}
