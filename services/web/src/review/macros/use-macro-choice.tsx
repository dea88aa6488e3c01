import type { ReportReply } from '@plume/contracts'
import { type ReactNode, useState } from 'react'
import { createScope } from '../../scope.ts'
import type { ReportEditor } from '../editor/report-editor.ts'
import { MacroDialog } from './macro-dialog.tsx'

/**
 * The browser tells the editor of a moved cursor a moment after the key; the dialog must not take the focus
 * away before, or the macro would be put in where the cursor was.
 */
const cursorSettlesMs = 30

/** Choosing a macro for the place where the cursor stands, and the dialog while that goes on. */
export function useMacroChoice(
  report: ReportReply,
  editor: ReportEditor | null,
): { readonly open: () => void; readonly dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  return {
    open: () => void createScope().after(cursorSettlesMs, () => setOpen(true)),
    dialog: isOpen && (
      <MacroDialog
        authorId={report.authorId}
        locale={report.text.template.locale}
        onClose={() => setOpen(false)}
        onInsert={(runs) => {
          setOpen(false)
          editor?.insert(runs)
          editor?.focus()
        }}
      />
    ),
  }
}
