import type { ReportText, Run, TracedText } from '@plume/transcript'
import type { User } from '../people/user.ts'
import type { ReportStore, ReportVersion } from '../ports/report-store.ts'
import type { DraftReport, Report } from './report.ts'

/** Small named makers for the tests of this package. */

export const secretary: User = {
  id: 'user-secretary',
  login: 'secretary',
  displayName: 'A Secretary',
  role: 'secretary',
}
export const otherSecretary: User = { ...secretary, id: 'user-other', login: 'other' }
export const author: User = {
  id: 'user-author',
  login: 'author',
  displayName: 'Dr. Author',
  role: 'doctor',
}
export const otherDoctor: User = { ...author, id: 'user-other-doctor', login: 'other-doctor' }

export function dictated(text: string, from: number, to = from + 1): Run {
  return {
    text,
    source: { kind: 'dictated', words: { recognitionId: 'recognition-1', from, to }, rules: [] },
  }
}

export function blank(): Run {
  return { text: '____', source: { kind: 'blank' } }
}

export function aReportText(
  parts: { readonly findings?: TracedText; readonly impression?: TracedText } = {},
): ReportText {
  return {
    template: { id: 'chest-xray', version: 1, locale: 'en-CA' },
    title: 'Chest X-ray',
    fields: [
      {
        id: 'patient',
        label: 'Patient',
        text: [{ text: 'Jane Roe', source: { kind: 'context', field: 'patient.name' } }],
      },
    ],
    sections: [
      {
        id: 'findings',
        heading: 'Findings',
        required: true,
        text: parts.findings ?? [dictated('Lungs ', 0), dictated('clear.', 1)],
      },
      {
        id: 'impression',
        heading: 'Impression',
        required: true,
        text: parts.impression ?? [dictated('Normal.', 2)],
      },
    ],
    unplaced: [],
    addenda: [],
  }
}

export function aDraft(): DraftReport {
  return {
    id: 'report-1',
    dictationId: 'dictation-1',
    authorId: author.id,
    version: 1,
    letterOf: null,
    status: 'draft',
  }
}

/** A report store that keeps one report in memory; `save` compares as the real one does. */
export function aReportStore(text: ReportText, report: Report = aDraft()) {
  let current = report
  const versions: ReportVersion[] = [
    {
      reportId: report.id,
      number: 1,
      kind: 'machine',
      savedBy: null,
      savedAt: new Date(0),
      text,
      hash: '',
    },
  ]
  const kinds: string[] = []
  const letters: Report[] = []
  const letterVersions: ReportVersion[] = []
  const store: ReportStore = {
    find: async (id) => [current, ...letters].find((one) => one.id === id) ?? null,
    list: async () => ({ items: [], total: 0, page: 1, pageSize: 50 }),
    versions: async () => versions,
    version: async (_id, number) => versions[number - 1] ?? null,
    save: async (previous, next, event, newVersion) => {
      if (JSON.stringify(previous) !== JSON.stringify(current)) return false
      current = next
      kinds.push(event.kind)
      if (newVersion) {
        versions.push({ reportId: current.id, number: next.version, hash: '', ...newVersion })
      }
      return true
    },
    add: async (letter, event, version) => {
      if (letters.some(({ id }) => id === letter.id)) return false
      letters.push(letter)
      kinds.push(event.kind)
      letterVersions.push({ reportId: letter.id, number: 1, hash: '', ...version })
      return true
    },
    letters: async () => letters,
  }
  return { store, versions, letterVersions, auditKinds: kinds, report: () => current }
}
