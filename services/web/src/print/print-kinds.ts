/** What can be printed of reports; envelopes are of their size. */
export const printKinds = ['reports', 'each', 'no10', 'dl'] as const
export type PrintKind = (typeof printKinds)[number]

/** As many as the server prints at once. */
export const mostPrinted = 50

const questions: Readonly<Record<PrintKind, string>> = {
  reports: '',
  each: '&each=true',
  no10: '&what=envelopes&size=no10',
  dl: '&what=envelopes&size=dl',
}

/** The address of the page for the printer: ids only, nothing about a patient. */
export function printPath(reportIds: readonly string[], kind: PrintKind): string {
  return `/api/print?reports=${reportIds.slice(0, mostPrinted).join(',')}${questions[kind]}`
}
