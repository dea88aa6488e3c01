import { useId, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { sentenceFor } from '../server/problem.ts'
import { useServer } from '../server/use-server.tsx'
import { decodeText } from './decode-text.ts'

/** The macros of an owner as a file, to keep or to give to another site, and back. */
export function MacrosFile(props: {
  readonly owner: string | null
  readonly onTaken: (sentence: string) => void
}) {
  const { owner, onTaken } = props
  const { language, words } = useLanguage()
  const server = useServer()
  const [isPending, setPending] = useState(false)
  const id = useId()

  async function takeIn(file: File) {
    setPending(true)
    const content = decodeText(new Uint8Array(await file.arrayBuffer()))
    const answer = await server.importMacros(owner, content)
    setPending(false)
    if ('value' in answer) onTaken(words.macros.takenIn(answer.value.added, answer.value.replaced))
    else {
      const [first] = answer.problem.places ?? []
      const where = first ? ` ${words.app.atPlace(...first)}` : ''
      onTaken(`${sentenceFor(answer.problem.code, language)}${where}`)
    }
  }

  return (
    <span className="file-actions">
      <a className="document-link" href={server.macrosFilePath(owner)} download="macros.md">
        {words.macros.exportFile}
      </a>
      <input
        id={id}
        className="file-input"
        type="file"
        accept=".md,.txt,text/markdown,text/plain"
        disabled={isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file again, corrected, is a change too.
          event.target.value = ''
          if (file) void takeIn(file)
        }}
      />
      <label className="button button-plain" htmlFor={id}>
        {words.macros.importFile}
      </label>
    </span>
  )
}
