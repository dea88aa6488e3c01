import type { RecordingReply, ReportReply } from '@plume/contracts'
import { useEffect, useState } from 'react'
import { useKeys } from '../keyboard/use-keys.ts'
import { useLanguage } from '../language/language.tsx'
import { useLoaded } from '../server/use-loaded.ts'
import { useServer } from '../server/use-server.tsx'
import { useSession, useUser } from '../session/use-session.tsx'
import { type PanelTab, reviewCommands } from './commands/review-commands.ts'
import { DeskSheet } from './desk-sheet.tsx'
import type { ReportEditor } from './editor/report-editor.ts'
import { ReportEditorView } from './editor/report-editor-view.tsx'
import { useFindings } from './findings/use-findings.ts'
import { AddresseeBox } from './letters/addressee-box.tsx'
import { useMacroChoice } from './macros/use-macro-choice.tsx'
import { SidePanel } from './panels/side-panel.tsx'
import type { Player } from './player/player.ts'
import { PlayerBar } from './player/player-bar.tsx'
import { plainTextOf } from './report-doc/plain-text.ts'
import { ReportHead } from './report-head.tsx'
import { isHeldBy, mayAddress, mayChooseTemplate, mayMakeLetter } from './report-rights.ts'
import { LockedNotice } from './saving/locked-notice.tsx'
import { useAutosave, useAutosaveState } from './saving/use-autosave.ts'
import { useLeaveGuard } from './saving/use-leave-guard.tsx'
import { useReportActions } from './use-report-actions.tsx'

type ReviewDeskProps = {
  readonly report: ReportReply
  readonly recording: RecordingReply | null
  readonly onReload: (isForced?: boolean) => Promise<void>
}

/** One edition of a report on the desk: its recording, its text, and what can be done with it. */
export function ReviewDesk({ report, recording, onReload }: ReviewDeskProps) {
  const { words } = useLanguage()
  const user = useUser()
  const server = useServer()
  const { entered } = useSession()
  const people = useLoaded(entered, server.users)
  const [editor, setEditor] = useState<ReportEditor | null>(null)
  const [player, setPlayer] = useState<Player | null>(null)
  const [follows, setFollows] = useState(false)
  const [clickPlays, setClickPlays] = useState(true)
  const [tab, setTab] = useState<PanelTab>('source')
  const [viewing, setViewing] = useState<number | null>(null)

  const isHeld = isHeldBy(report, user)
  const autosave = useAutosave(report, editor, isHeld)
  const saving = useAutosaveState(autosave)
  const leaveQuestion = useLeaveGuard(autosave)
  const isLocked = saving?.phase.kind === 'locked'
  const mayEdit = isHeld && !isLocked && viewing === null
  const findings = useFindings({ report, recording, editor, player, autosave, mayEdit })
  const actions = useReportActions({ report, editor, autosave, findings, onReload })
  const macroChoice = useMacroChoice(report, editor)

  useHands(editor, { isHeld, mayWrite: mayEdit && !actions.isBusy })
  useVoice(editor, player, follows)
  useKeys(reviewCommands, {
    player,
    editor,
    findings: viewing === null ? findings : null,
    mayEdit,
    hasRecording: recording?.playable ?? false,
    toggleFollow: () => setFollows(!follows),
    saveNow: () => void autosave?.flush(),
    finalise: () => void actions.finalise(),
    chooseMacro: macroChoice.open,
    letter: mayMakeLetter(report) || mayAddress(report, user) ? actions.askAddressees : null,
    chooseTemplate: mayEdit && mayChooseTemplate(report, user) ? actions.askTemplate : null,
    showTab: setTab,
  })

  return (
    <>
      <ReportHead
        report={report}
        editor={editor}
        autosave={autosave}
        findings={findings}
        actions={actions}
        mayAct={!isLocked}
      />
      <PlayerBar
        dictationId={report.dictationId}
        recording={recording}
        follows={follows}
        clickPlays={clickPlays}
        onFollows={setFollows}
        onClickPlays={setClickPlays}
        onReady={setPlayer}
      />
      {saving?.phase.kind === 'locked' && (
        <LockedNotice
          problem={saving.phase.problem}
          textToCopy={() => (editor ? plainTextOf(editor.text()) : '')}
          onReload={() => void onReload(true)}
        />
      )}
      <div className="desk">
        <DeskSheet
          report={report}
          people={people.value?.items ?? []}
          viewing={viewing}
          onBack={() => setViewing(null)}
        >
          <AddresseeBox
            text={report.text}
            mayChoose={mayEdit && mayAddress(report, user)}
            onChoose={actions.askAddressees}
          />
          <ReportEditorView
            report={report}
            onReady={setEditor}
            onEdited={() => {
              autosave?.edited()
              actions.forgetProblem()
            }}
            onWordClicked={(piece) => {
              if (clickPlays && recording?.playable) player?.playFrom(piece.startMs)
            }}
          />
        </DeskSheet>
        <SidePanel
          label={words.review.panel}
          {...{ report, recording, tab, viewing, editor, findings }}
          onTab={setTab}
          version={saving?.version ?? report.currentVersion}
          onView={setViewing}
          player={recording?.playable ? player : null}
          people={people.value?.items ?? []}
        />
      </div>
      {actions.dialog}
      {macroChoice.dialog}
      {leaveQuestion}
    </>
  )
}

/** The text can be changed while it is in these hands, and the cursor waits in it. */
function useHands(
  editor: ReportEditor | null,
  { isHeld, mayWrite }: { readonly isHeld: boolean; readonly mayWrite: boolean },
): void {
  useEffect(() => editor?.setEditable(mayWrite), [editor, mayWrite])
  useEffect(() => {
    if (isHeld) editor?.focus()
  }, [editor, isHeld])
}

/** The voice and the text go together: what is being said is marked, and the cursor may follow. */
function useVoice(editor: ReportEditor | null, player: Player | null, follows: boolean): void {
  useEffect(() => {
    if (!editor || !player) return
    let wasPlaying = false
    const stopMoves = player.onPosition((ms) =>
      editor.voice.showPlaying(ms, { follow: follows && player.glance().playing }),
    )
    const stopChanges = player.subscribe(() => {
      const { playing } = player.glance()
      if (playing && !wasPlaying) editor.voice.attach()
      wasPlaying = playing
    })
    return () => {
      stopMoves()
      stopChanges()
    }
  }, [editor, player, follows])
}
