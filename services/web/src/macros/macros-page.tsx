import type { MacroReply } from '@plume/contracts'
import { useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import { SelectField, TextField } from '../controls/fields.tsx'
import { isFoundIn } from '../controls/fold.ts'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { RemoveDialog } from '../controls/remove-dialog.tsx'
import { useKeptThings } from '../controls/use-kept-things.ts'
import { useTitle } from '../controls/use-title.ts'
import { useLanguage } from '../language/language.tsx'
import { useLoaded } from '../server/use-loaded.ts'
import { useServer } from '../server/use-server.tsx'
import { useUser } from '../session/use-session.tsx'
import { EditMacroDialog } from './edit-macro-dialog.tsx'
import { MacroTable } from './macro-table.tsx'
import { MacrosFile } from './macros-file.tsx'

/** The macros of the site and of an author: found, made, changed, removed, and as files. */
export function MacrosPage() {
  const { words } = useLanguage()
  const user = useUser()
  const server = useServer()
  const isDoctor = user.role === 'doctor'
  const [owner, setOwner] = useState<string | null>(isDoctor ? user.id : null)
  const [query, setQuery] = useState('')
  const { open, setOpen, said, changes, changed } = useKeptThings<MacroReply>()
  const loaded = useLoaded(`${owner} ${changes}`, () => server.macros(owner))
  const users = useLoaded(user.id, server.users)
  const doctors = (users.value?.items ?? []).filter(({ role }) => role === 'doctor')
  const macros = (loaded.value?.items ?? []).filter((macro) =>
    isFoundIn(query, [macro.name, ...macro.spoken, macro.body].join(' ')),
  )
  useTitle(words.macros.title)

  return (
    <div className="list-page">
      <div className="page-head">
        <h1 className="page-title">{words.macros.title}</h1>
        <search className="filters" aria-label={words.macros.search}>
          <TextField label={words.macros.search} type="search" value={query} onChange={setQuery} />
          {!isDoctor && (
            <SelectField
              label={words.macros.owner}
              value={owner ?? ''}
              onChange={(value) => setOwner(value === '' ? null : value)}
            >
              <option value="">{words.macros.site}</option>
              {doctors.map((doctor) => (
                <option key={doctor.id} value={doctor.id}>
                  {doctor.displayName}
                </option>
              ))}
            </SelectField>
          )}
        </search>
        <MacrosFile owner={owner} onTaken={changed} />
        <ActionButton look="primary" icon="pen" onPress={() => setOpen({ to: 'make' })}>
          {words.macros.make}
        </ActionButton>
      </div>
      {loaded.problem && <ProblemNotice problem={loaded.problem} />}
      <p className="list-said" role="status">
        {said}
      </p>
      {loaded.value && (
        <MacroTable
          macros={macros}
          onEdit={(thing) => setOpen({ to: 'edit', thing })}
          onRemove={(thing) => setOpen({ to: 'remove', thing })}
        />
      )}
      {(open?.to === 'make' || open?.to === 'edit') && (
        <EditMacroDialog
          macro={open.to === 'edit' ? open.thing : null}
          owner={open.to === 'edit' ? open.thing.authorId : owner}
          onSaved={() => changed(words.macros.saved)}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.to === 'remove' && (
        <RemoveDialog
          title={words.macros.removeTitle}
          text={words.macros.removeText(open.thing.name)}
          remove={() => server.removeMacro(open.thing.id)}
          onRemoved={() => changed(words.macros.removed)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
