import { partsOfReport, type ReportText } from '@plume/transcript'
import type { Answer, Problem } from '../../server/problem.ts'
import type { Server } from '../../server/server.ts'
import type { ReportEditor } from '../editor/report-editor.ts'

type SaveReport = (baseVersion: number) => Promise<Answer<{ readonly version: number }>>

/**
 * Saves what the editor holds. When an answer was lost on the way, the save may have worked all the
 * same; the next one is then refused as stale, although nobody else has touched the report. So the
 * server is asked, and the person is not alarmed by their own text.
 */
export function createSaveReport(needs: {
  readonly server: Pick<Server, 'saveText' | 'report' | 'reportVersion'>
  readonly reportId: string
  readonly userId: string
  readonly editor: Pick<ReportEditor, 'send'>
}): SaveReport {
  const { server, reportId, userId, editor } = needs
  let inDoubt: ReportText | null = null

  async function arrivedAfterAll(): Promise<number | null> {
    const wanted = inDoubt
    const answer = await server.report(reportId)
    if (!wanted || 'problem' in answer) return null
    const { claimedBy, currentVersion, version, text } = answer.value
    const isMine = claimedBy === userId && version.savedBy === userId
    return isMine && isSameText(text, wanted) ? currentVersion : null
  }

  async function save(baseVersion: number): ReturnType<SaveReport> {
    const sent = editor.send()
    const answer = await server.saveText(reportId, { baseVersion, text: sent.text })
    if ('value' in answer) {
      inDoubt = null
      const version = answer.value.currentVersion
      // What comes back concerns only sources: the next save need not wait for it.
      void server
        .reportVersion(reportId, version)
        .then((saved) => sent.arrived('value' in saved ? saved.value.text : null))
      return { value: { version } }
    }
    sent.arrived(null)
    if (answer.problem.code === 'stale-version' && inDoubt) {
      const arrived = await arrivedAfterAll()
      inDoubt = null
      if (arrived !== null) return save(arrived)
    }
    if (mayHaveArrived(answer.problem)) inDoubt = sent.text
    return answer
  }

  return save
}

function mayHaveArrived({ code }: Problem): boolean {
  return code === 'server-unreachable' || code === 'unreadable-answer'
}

/** The same words in the same places; sources are the server's business. */
function isSameText(a: ReportText, b: ReportText): boolean {
  const words = (text: ReportText) =>
    JSON.stringify(partsOfReport(text).map((part) => part.map((run) => run.text).join('')))
  return words(a) === words(b)
}
