import { useSyncExternalStore } from 'react'
import type { EditorGlance } from './glance.ts'
import type { ReportEditor } from './report-editor.ts'

const nobodyToHear = () => () => {}

export function useEditorGlance(editor: ReportEditor | null): EditorGlance | null {
  return useSyncExternalStore(editor?.subscribe ?? nobodyToHear, () => editor?.glance() ?? null)
}
