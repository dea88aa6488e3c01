import type { ReportReply } from '@plume/contracts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createScope } from '../../scope.ts'
import { useServer } from '../../server/use-server.tsx'
import { useSession, useUser } from '../../session/use-session.tsx'
import type { ReportEditor } from '../editor/report-editor.ts'
import { type Autosave, createAutosave } from './autosave.ts'
import { type AutosaveState, holdsUnsavedText } from './autosave-state.ts'
import { createSaveReport } from './save-report.ts'

/** Saving for as long as a person holds the report; null while it is only read. */
export function useAutosave(
  report: ReportReply,
  editor: ReportEditor | null,
  mayEdit: boolean,
): Autosave | null {
  const server = useServer()
  const user = useUser()
  const { entered } = useSession()
  const [autosave, setAutosave] = useState<Autosave | null>(null)
  const { id: reportId, currentVersion } = report
  const userId = user.id

  useEffect(() => {
    if (!editor || !mayEdit) return
    const scope = createScope()
    const created = createAutosave({
      version: currentVersion,
      save: createSaveReport({ server, reportId, userId, editor }),
      after: scope.after,
    })
    scope.listen(window, 'blur', () => void created.flush())
    scope.listen(document, 'visibilitychange', () => {
      if (document.hidden) void created.flush()
    })
    scope.listen(window, 'beforeunload', (event) => {
      if (!holdsUnsavedText(created.state().phase)) return
      void created.flush()
      event.preventDefault()
    })
    setAutosave(created)
    return () => {
      setAutosave(null)
      created.dispose()
      scope.dispose()
    }
  }, [server, editor, mayEdit, reportId, currentVersion, userId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each signing in lets a save go on
  useEffect(() => autosave?.signedIn(), [autosave, entered])
  return autosave
}

const nobodyToHear = () => () => {}

export function useAutosaveState(autosave: Autosave | null): AutosaveState | null {
  return useSyncExternalStore(autosave?.subscribe ?? nobodyToHear, () => autosave?.state() ?? null)
}
