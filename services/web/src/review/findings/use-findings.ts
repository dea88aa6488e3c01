import type { RecordingReply, ReportReply } from '@plume/contracts'
import { lintPatientOf } from '@plume/terminology/findings'
import { useEffect, useMemo, useState } from 'react'
import type { Problem } from '../../server/problem.ts'
import { useServer } from '../../server/use-server.tsx'
import type { ReportEditor } from '../editor/report-editor.ts'
import { timeRangeOf } from '../editor/spoken-pieces.ts'
import { useEditorGlance } from '../editor/use-editor-glance.ts'
import type { Player } from '../player/player.ts'
import type { Autosave } from '../saving/autosave.ts'
import {
  type DeskFinding,
  deskFindings,
  findingAt,
  goingOn,
  isOpen,
  nextOpen,
} from './desk-findings.ts'
import { type Arrival, useKnownFindings } from './use-known-findings.ts'

export type DeskFindings = {
  readonly items: readonly DeskFinding[]
  readonly open: number
  /** Those that could do the most harm. */
  readonly openHigh: number
  /** Whether those of the writer, and what was decided about any, are among them. */
  readonly arrival: Arrival
  /** The one at the selection. */
  readonly current: DeskFinding | null
  readonly problem: Problem | null
  /** Selects its words and plays them. */
  readonly choose: (finding: DeskFinding) => void
  readonly next: () => boolean
  readonly previous: () => boolean
  /** Null while the text is in no hands, or in somebody else's. */
  readonly decide: {
    /** Types the proposal of a finding; false where it makes none. */
    readonly take: (finding: DeskFinding | null) => boolean
    /** "I looked: it is right", or again: open after all. */
    readonly look: (finding: DeskFinding | null) => boolean
  } | null
}

/** What is to be looked at in the text on the desk, as it stands, and what a person can do about it. */
export function useFindings(desk: {
  readonly report: ReportReply
  readonly recording: RecordingReply | null
  readonly editor: ReportEditor | null
  readonly player: Player | null
  readonly autosave: Autosave | null
  readonly mayEdit: boolean
}): DeskFindings {
  const { report, recording, editor, player, autosave, mayEdit } = desk
  const server = useServer()
  const known = useKnownFindings(report)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const selection = useEditorGlance(editor)?.selection ?? null
  const text = editor?.text() ?? report.text
  const { writer, decisions } = known

  const look = useMemo(() => {
    const patient = lintPatientOf(report.patient, report.version.savedAt)
    return (text: ReportReply['text']) =>
      deskFindings(
        text,
        { writer, patient },
        { decisions, rangeOf: (place) => editor?.rangeOf(place) ?? null },
      )
  }, [editor, report, writer, decisions])
  const items = useMemo(() => look(text), [look, text])
  const current = selection && findingAt(items, selection, chosen?.id ?? null)
  useMarks(editor, items, current)

  function choose(finding: DeskFinding, order = goingOn(items, finding.id)) {
    setChosen({ id: finding.id, order })
    if (finding.range) editor?.select(finding.range)
    const heard = report.recognitions.find(({ id }) => id === finding.words?.recognitionId)
    const time = finding.words && heard && timeRangeOf(finding.words, heard)
    if (time && recording?.playable) player?.playPart(time)
  }

  function go(step: 'next' | 'previous'): boolean {
    const isElsewhere = current !== null && current.id !== chosen?.id
    const order = (!isElsewhere && chosen?.order) || goingOn(items, current?.id ?? null)
    const found = nextOpen(items, step === 'next' ? order : order.toReversed())
    if (found) choose(found)
    return found !== null
  }

  async function decide(finding: string, verdict: 'taken' | 'looked-at' | 'reopened', at: number) {
    setProblem(null)
    const answer = await server.decideFinding(report.id, { version: at, finding, verdict })
    if ('value' in answer) known.decided(finding, answer.value)
    return 'problem' in answer ? answer.problem : null
  }

  function take(finding: DeskFinding | null): boolean {
    if (!finding?.range || finding.proposal === null || !autosave) return false
    const { version } = autosave.state()
    if (!editor?.takeProposal(finding.range, finding.proposal, finding.words)) return false
    editor.focus()
    // The text says by itself what was done; of text that no version has, the record of it cannot be kept.
    void decide(finding.id, 'taken', version)
    return true
  }

  /** A lint is known to the server by the sources that it has given to the text: they are there once it is saved. */
  async function lookAt(finding: DeskFinding) {
    if (!editor || !(await autosave?.flush())) return
    const saved = look(editor.text()).find((each) => isSame(each, finding))
    const version = autosave?.state().version
    if (!saved || version === undefined) return
    const verdict = saved.state === 'looked-at' ? 'reopened' : 'looked-at'
    setProblem(await decide(saved.id, verdict, version))
  }

  return {
    items,
    open: items.filter(isOpen).length,
    openHigh: items.filter((item) => isOpen(item) && item.severity === 'high').length,
    arrival: known.arrival,
    current,
    problem: problem ?? known.problem,
    choose,
    next: () => go('next'),
    previous: () => go('previous'),
    decide: mayEdit
      ? {
          take,
          look: (finding) => {
            if (finding?.range) void lookAt(finding)
            return !!finding?.range
          },
        }
      : null,
  }
}

/** The finding that a person went to last, and how they go on from it, whatever becomes of it. */
type Chosen = { readonly id: string; readonly order: readonly string[] }

function isSame(a: DeskFinding, b: DeskFinding): boolean {
  if (a.origin === 'writer' || b.origin === 'writer') return a.id === b.id
  return a.kind === b.kind && a.range?.from === b.range?.from && a.range?.to === b.range?.to
}

function useMarks(
  editor: ReportEditor | null,
  items: readonly DeskFinding[],
  current: DeskFinding | null,
): void {
  const currentId = current?.id ?? null
  useEffect(() => {
    editor?.markFindings(
      items.flatMap(({ id, range, severity, state }) =>
        range && state === 'open' ? [{ range, severity, isCurrent: id === currentId }] : [],
      ),
    )
  }, [editor, items, currentId])
}
