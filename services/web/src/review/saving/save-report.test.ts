import type { ReportReply } from '@plume/contracts'
import type { ReportText } from '@plume/transcript'
import { describe, expect, it } from 'vitest'
import type { Answer, Problem } from '../../server/problem.ts'
import { aReportText, typedBy } from '../editor/a-report.ts'
import { createSaveReport } from './save-report.ts'

const reportId = '00000000-0000-4000-8000-000000000003'

function aReply(text: ReportText, savedBy: string): ReportReply {
  return {
    id: reportId,
    dictationId: '00000000-0000-4000-8000-000000000001',
    status: 'in-review',
    currentVersion: 5,
    version: {
      number: 5,
      kind: 'edit',
      savedBy,
      savedByName: savedBy,
      savedAt: '2025-03-03T10:00:00.000Z',
      hash: '',
    },
    text,
    authorId: '00000000-0000-4000-8000-000000000002',
    authorName: 'Dr. Demo',
    patient: null,
    order: null,
    claimedBy: 'me',
    claimedByName: 'Me',
    signature: null,
    recognitions: [],
    demonstrationEngine: false,
    spokenLocale: 'en-CA',
    languageOrigin: 'given',
    letterOf: null,
    letters: [],
  }
}

/** A server that answers saves from a list, and holds one report. */
function aDesk(holds: ReportReply, answers: (number | Problem['code'])[]) {
  let text = aReportText({ findings: [typedBy('me', 'First.')] })
  const bases: number[] = []
  const arrived: (ReportText | null)[] = []
  const save = createSaveReport({
    reportId,
    userId: 'me',
    editor: { send: () => ({ text, arrived: (saved) => arrived.push(saved) }) },
    server: {
      async saveText(_id, { baseVersion }) {
        bases.push(baseVersion)
        const next = answers.shift() ?? 'unexpected-failure'
        const state = { status: 'in-review', claimedBy: 'me', claimedByName: 'Me' } as const
        return typeof next === 'number'
          ? { value: { ...state, currentVersion: next } }
          : { problem: { code: next, requestId: null } }
      },
      report: async (): Promise<Answer<ReportReply>> => ({ value: holds }),
      reportVersion: async (): Promise<Answer<ReportReply>> => ({ value: holds }),
    },
  })
  return {
    save,
    bases,
    arrived,
    type(words: string) {
      text = aReportText({ findings: [typedBy('me', words)] })
    },
  }
}

const first = aReportText({ findings: [typedBy('me', 'First.')] })

describe('saving a report', () => {
  it('takes over what the server says about the sources', async () => {
    const holds = aReply(first, 'me')
    const desk = aDesk(holds, [5])
    expect(await desk.save(4)).toEqual({ value: { version: 5 } })
    await Promise.resolve()
    expect(desk.arrived).toEqual([holds.text])
  })

  it('goes on from its own save when only the answer to it was lost', async () => {
    const desk = aDesk(aReply(first, 'me'), ['server-unreachable', 'stale-version', 6])
    await desk.save(4)
    desk.type('First. Second.')
    expect(await desk.save(4)).toEqual({ value: { version: 6 } })
    expect(desk.bases).toEqual([4, 4, 5])
  })

  it.each([
    ['by somebody else', aReply(first, 'you')],
    ['with other words', aReply(aReportText({ findings: [typedBy('me', 'Other.')] }), 'me')],
    ['after it was taken over', { ...aReply(first, 'me'), claimedBy: 'you' }],
  ])('stays refused when the newer version was saved %s', async (_how, holds) => {
    const desk = aDesk(holds, ['server-unreachable', 'stale-version', 6])
    await desk.save(4)
    expect(await desk.save(4)).toMatchObject({ problem: { code: 'stale-version' } })
    expect(desk.bases).toEqual([4, 4])
  })

  it('does not ask after a refusal that leaves no doubt', async () => {
    const desk = aDesk(aReply(first, 'me'), ['stale-version'])
    expect(await desk.save(4)).toMatchObject({ problem: { code: 'stale-version' } })
    expect(desk.bases).toEqual([4])
  })
})
