import type { DocumentStatus } from '@plume/documents'
import type { ReportText, Run } from '@plume/transcript'

const sentence =
  'The lungs are clear bilaterally, without focal consolidation, effusion or pneumothorax, and the heart is of normal size. '

function dictated(text: string): Run {
  return {
    text,
    source: { kind: 'dictated', words: { recognitionId: 'r', from: 0, to: 1 }, rules: [] },
  }
}

/** A page holds about thirty-six sentences. */
export function longReport(pages: number): ReportText {
  const sections = Array.from({ length: pages * 3 }, (_, index) => ({
    id: `s${index}`,
    heading: `Findings ${index + 1}`,
    required: false,
    text: [dictated(`${sentence.repeat(5)}\n\n${sentence.repeat(6)}`)],
  }))
  return {
    template: { id: 'ct-head', version: 1, locale: 'en-CA' },
    title: 'CT of the head',
    fields: [{ id: 'record', label: 'Record no.', text: [dictated('EX-0000')] }],
    sections,
    unplaced: [],
    addenda: [],
  }
}

export const signed: DocumentStatus = {
  status: 'signed',
  version: 3,
  newestVersion: 3,
  locale: 'en-CA',
  signature: { byName: 'Dr. Avery Sample', at: '2026-02-02T15:04:00Z', hash: 'ab'.repeat(32) },
  names: {},
  demonstrationEngine: false,
  patient: { id: 'EX-0000' },
}
