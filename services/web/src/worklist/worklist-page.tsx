import { useEffect, useEffectEvent, useState } from 'react'
import type { WorklistFilter } from '../address/address.ts'
import { useNavigator } from '../address/use-address.tsx'
import { ActionButton } from '../controls/action-button.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useTitle } from '../controls/use-title.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { useLanguage } from '../language/language.tsx'
import { PrintDialog } from '../print/print-dialog.tsx'
import { mostPrinted } from '../print/print-kinds.ts'
import { createScope } from '../scope.ts'
import { useLoaded } from '../server/use-loaded.ts'
import { useServer } from '../server/use-server.tsx'
import { useSession, useUser } from '../session/use-session.tsx'
import { UploadDialog } from '../upload/upload-dialog.tsx'
import { useWorklist } from './use-worklist.ts'
import { worklistCommands } from './worklist-commands.ts'
import { WorklistFilters } from './worklist-filters.tsx'
import { WorklistPaging } from './worklist-paging.tsx'
import { WorklistTable } from './worklist-table.tsx'

type UploadState = { readonly file: File | null } | null

type WorklistPageProps = {
  readonly filter: WorklistFilter
  readonly lastReportId: string | null
}

export function WorklistPage({ filter, lastReportId }: WorklistPageProps) {
  const { words } = useLanguage()
  const server = useServer()
  const navigator = useNavigator()
  const user = useUser()
  const { entered } = useSession()
  const { worklist, problem, reload } = useWorklist(filter)
  const users = useLoaded(entered, server.users)
  const templates = useLoaded(entered, server.templates)
  const [upload, setUpload] = useState<UploadState>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isPrinting, setPrinting] = useState(false)
  const mayUpload = user.role !== 'administrator'
  const doctors = (users.value?.items ?? []).filter((person) => person.role === 'doctor')

  useTitle(words.worklist.title)
  useKeys(worklistCommands, {
    mayUpload,
    openUpload: () => setUpload({ file: null }),
    mayPrint: chosen.size > 0,
    openPrint: () => setPrinting(true),
  })
  useDroppedFile(mayUpload, (file) => setUpload({ file }))

  return (
    <div className="worklist-page">
      <div className="page-head">
        <h1 className="page-title">{words.worklist.title}</h1>
        <WorklistFilters
          filter={filter}
          doctors={doctors}
          onChange={(next) =>
            void navigator.go({ page: 'worklist', filter: next }, { replace: true })
          }
        />
        {chosen.size > 0 && (
          <ActionButton
            icon="page"
            shortcut={keyOf('print')}
            isDisabled={chosen.size > mostPrinted}
            onPress={() => setPrinting(true)}
          >
            {words.print.button(chosen.size)}
          </ActionButton>
        )}
        {mayUpload && (
          <ActionButton
            look="primary"
            icon="send"
            shortcut={keyOf('upload')}
            onPress={() => setUpload({ file: null })}
          >
            {words.worklist.upload}
          </ActionButton>
        )}
      </div>
      {problem && (
        <ProblemNotice problem={problem}>
          <ActionButton onPress={reload}>{words.app.tryAgain}</ActionButton>
        </ProblemNotice>
      )}
      {worklist ? (
        <>
          <WorklistTable
            items={worklist.items}
            templates={templates.value?.items ?? []}
            isFiltered={Boolean(filter.state ?? filter.priority ?? filter.authorId)}
            lastReportId={lastReportId}
            onChanged={reload}
            chosen={chosen}
            onChosen={setChosen}
          />
          <WorklistPaging filter={filter} worklist={worklist} />
        </>
      ) : (
        !problem && <p className="waiting">{words.app.loading}</p>
      )}
      {isPrinting && <PrintDialog reportIds={[...chosen]} onClose={() => setPrinting(false)} />}
      {upload && (
        <UploadDialog
          file={upload.file}
          doctors={doctors}
          templates={templates.value?.items ?? []}
          onReceived={reload}
          onClose={() => setUpload(null)}
        />
      )}
    </div>
  )
}

function keyOf(id: 'upload' | 'print'): string | undefined {
  return worklistCommands.find((command) => command.id === id)?.keys[0]
}

/** A recording dropped anywhere on the page opens the upload, instead of leaving the page for it. */
function useDroppedFile(isWanted: boolean, dropped: (file: File) => void): void {
  const onDrop = useEffectEvent((event: Event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    const file = event instanceof DragEvent ? event.dataTransfer?.files[0] : null
    if (file && isWanted) dropped(file)
  })
  useEffect(() => {
    const scope = createScope()
    scope.listen(window, 'dragover', (event) => event.preventDefault())
    scope.listen(window, 'drop', (event) => onDrop(event))
    return () => scope.dispose()
  }, [])
}
