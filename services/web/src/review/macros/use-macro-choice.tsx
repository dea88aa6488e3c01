import type { ReportReply } from '@plume/contracts'
import { type ReactNode, useState } from 'react'
import type { ReportEditor } from '../editor/report-editor.ts'
import { MacroDialog } from './macro-dialog.tsx'

/** Choosing a macro for the place where the cursor stands, and the dialog while that goes on. */
export function useMacroChoice(
  report: ReportReply,
  editor: ReportEditor | null,
): { readonly open: () => void; readonly dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  return {
    open: () => setOpen(true),
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
