import type { CorrespondentReply } from '@plume/contracts'
import { useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import { TextField } from '../controls/fields.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { RemoveDialog } from '../controls/remove-dialog.tsx'
import { useKeptThings } from '../controls/use-kept-things.ts'
import { useTitle } from '../controls/use-title.ts'
import { useLanguage } from '../language/language.tsx'
import { useServer } from '../server/use-server.tsx'
import { CorrespondentTable } from './correspondent-table.tsx'
import { EditCorrespondentDialog } from './edit-correspondent-dialog.tsx'
import { useFoundCorrespondents } from './use-found-correspondents.ts'

/** More than anybody reads through: who looks for somebody types a few letters more. */
const shownAtOnce = 100

/** The directory: found by a few letters, put in, changed, removed. Lists come in by the command line. */
export function CorrespondentsPage() {
  const { words } = useLanguage()
  const server = useServer()
  const [query, setQuery] = useState('')
  const { open, setOpen, said, changes, changed } = useKeptThings<CorrespondentReply>()
  const found = useFoundCorrespondents(query, { pageSize: shownAtOnce, changes })
  useTitle(words.correspondents.title)

  return (
    <div className="list-page">
      <div className="page-head">
        <h1 className="page-title">{words.correspondents.title}</h1>
        <search className="filters">
          <TextField
            label={words.correspondents.search}
            type="search"
            autoFocus
            value={query}
            onChange={setQuery}
          />
          {found.value && (
            <span className="faint" role="status">
              {words.correspondents.count(found.value.items.length, found.value.total)}
            </span>
          )}
        </search>
        <ActionButton look="primary" icon="person" onPress={() => setOpen({ to: 'make' })}>
          {words.correspondents.make}
        </ActionButton>
      </div>
      {found.problem && <ProblemNotice problem={found.problem} />}
      <p className="list-said" role="status">
        {said}
      </p>
      {found.value && (
        <CorrespondentTable
          people={found.value.items}
          onEdit={(thing) => setOpen({ to: 'edit', thing })}
          onRemove={(thing) => setOpen({ to: 'remove', thing })}
        />
      )}
      {(open?.to === 'make' || open?.to === 'edit') && (
        <EditCorrespondentDialog
          person={open.to === 'edit' ? open.thing : null}
          onSaved={() => changed(words.correspondents.saved)}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.to === 'remove' && (
        <RemoveDialog
          title={words.correspondents.removeTitle}
          text={words.correspondents.removeText(open.thing.writtenName)}
          remove={() => server.removeCorrespondent(open.thing.id)}
          onRemoved={() => changed(words.correspondents.removed)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
