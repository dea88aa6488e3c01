import type { ReportReply } from '@plume/contracts'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLanguage } from '../../language/language.tsx'
import { useUser } from '../../session/use-session.tsx'
import { createReportEditor, type ReportEditor } from './report-editor.ts'
import type { SpokenPiece } from './spoken-pieces.ts'

type ReportEditorViewProps = {
  readonly report: ReportReply
  readonly onReady: (editor: ReportEditor | null) => void
  readonly onEdited: () => void
  readonly onWordClicked: (piece: SpokenPiece) => void
}

/** The place of the editor on the page. React makes the place and then leaves it alone. */
export function ReportEditorView(props: ReportEditorViewProps) {
  const { report, onReady } = props
  const { words } = useLanguage()
  const user = useUser()
  const mount = useRef<HTMLDivElement>(null)
  const made = useRef<ReportEditor>(null)
  const edited = useEffectEvent(() => props.onEdited())
  const wordClicked = useEffectEvent((piece: SpokenPiece) => props.onWordClicked(piece))
  const make = useEffectEvent((place: HTMLElement) =>
    createReportEditor({
      mount: place,
      base: report.text,
      recognitions: report.recognitions,
      typist: { id: user.id, at: new Date().toISOString() },
      words: words.document,
      onEdited: () => edited(),
      onWordClicked: (piece) => wordClicked(piece),
    }),
  )

  useEffect(() => {
    if (!mount.current) return
    const editor = make(mount.current)
    made.current = editor
    onReady(editor)
    return () => {
      made.current = null
      onReady(null)
      editor.dispose()
    }
  }, [onReady])
  useEffect(() => made.current?.setWords(words.document), [words])

  return <div ref={mount} className="sheet" lang={report.text.template.locale} />
}
