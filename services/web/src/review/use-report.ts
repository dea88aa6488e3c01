import type { RecordingReply, ReportReply } from '@plume/contracts'
import { useEffect, useMemo, useState } from 'react'
import type { Problem } from '../server/problem.ts'
import { useServer } from '../server/use-server.tsx'
import { useSession } from '../session/use-session.tsx'

export type OpenReport = {
  readonly report: ReportReply
  readonly recording: RecordingReply | null
  /** Changes whenever the text on the screen must be made anew. */
  readonly edition: number
}

export type ReportGlance = {
  readonly open: OpenReport | null
  readonly problem: Problem | null
  /** `isForced` makes the text anew even where nothing seems to have changed. */
  readonly reload: (isForced?: boolean) => Promise<void>
}

/** A report with its recording. A reload that brings nothing new leaves the screen as it is. */
export function useReport(reportId: string): ReportGlance {
  const server = useServer()
  const { entered } = useSession()
  const [open, setOpen] = useState<OpenReport | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const reload = useMemo(
    () =>
      async (isForced = false) => {
        const answer = await server.report(reportId)
        if ('problem' in answer) return setProblem(answer.problem)
        const report = answer.value
        const recording = await server.recording(report.dictationId)
        setProblem(null)
        setOpen((before) => {
          const isNew = isForced || !before || !isSameState(before.report, report)
          return isNew
            ? {
                report,
                recording: 'value' in recording ? recording.value : null,
                edition: (before?.edition ?? 0) + 1,
              }
            : before
        })
      },
    [server, reportId],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: signing in again is a reason to try again
  useEffect(() => {
    // Text that somebody is editing is never made anew by itself.
    if (!open) void reload()
  }, [reload, entered])

  return { open, problem, reload }
}

function isSameState(a: ReportReply, b: ReportReply): boolean {
  return (
    a.status === b.status && a.currentVersion === b.currentVersion && a.claimedBy === b.claimedBy
  )
}
