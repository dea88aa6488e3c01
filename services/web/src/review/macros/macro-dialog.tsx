import type { MacroReply } from '@plume/contracts'
import type { Locale, TracedText } from '@plume/transcript'
import { useRef, useState } from 'react'
import { ActionButton } from '../../controls/action-button.tsx'
import { SelectField, TextField } from '../../controls/fields.tsx'
import { isFoundIn } from '../../controls/fold.ts'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { SearchList } from '../../controls/search-list.tsx'
import { useLanguage } from '../../language/language.tsx'
import { type FillIn, fillInsOf, macroRuns } from '../../macros/macro-parts.ts'
import { MacroPreview } from '../../macros/macro-preview.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { useServer } from '../../server/use-server.tsx'
import { useUser } from '../../session/use-session.tsx'

type MacroDialogProps = {
  readonly authorId: string
  readonly locale: Locale
  readonly onInsert: (runs: TracedText) => void
  readonly onClose: () => void
}

/** Finds a macro by a few letters, asks for what is to be filled in, and puts it in at the cursor. */
export function MacroDialog({ authorId, locale, onInsert, onClose }: MacroDialogProps) {
  const { words } = useLanguage()
  const server = useServer()
  const user = useUser()
  const { value, problem } = useLoaded(authorId, () => server.macros(authorId))
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map())
  const fields = useRef<HTMLFieldSetElement>(null)
  const macros = macrosFor(value?.items ?? [], locale).filter((macro) =>
    isFoundIn(query, [macro.name, ...macro.spoken, macro.body].join(' ')),
  )
  const active = macros.find(({ id }) => id === chosen) ?? macros[0]

  function insert() {
    if (!active) return
    onInsert(macroRuns(active, values, { id: user.id, at: new Date().toISOString() }))
  }

  function activate(id: string) {
    if (id !== active?.id) setValues(new Map())
    setChosen(id)
  }

  return (
    <PlainDialog
      title={words.macros.insertTitle}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <ActionButton look="primary" icon="pen" isDisabled={!active} onPress={insert}>
            {words.macros.insert}
          </ActionButton>
          <ActionButton onPress={onClose}>{words.app.cancel}</ActionButton>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <SearchList
        label={words.macros.search}
        none={value ? words.macros.noneFound : words.app.loading}
        items={macros.map(itemOf)}
        query={query}
        onQuery={setQuery}
        activeId={active?.id ?? null}
        onActive={activate}
        onChoose={() => {
          const first = fields.current?.querySelector<HTMLElement>('input, select')
          if (first) first.focus()
          else insert()
        }}
      />
      {active && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            insert()
          }}
        >
          <fieldset ref={fields} className="macro-fields" aria-label={words.macros.fillIns}>
            {fillInsOf(active).map((fillIn) => (
              <FillInField
                key={fillIn.label}
                fillIn={fillIn}
                value={values.get(fillIn.label) ?? ''}
                onChange={(text) => setValues(new Map([...values, [fillIn.label, text]]))}
              />
            ))}
          </fieldset>
          <MacroPreview parts={active.parts} locale={active.locale} values={values} />
          {/* Enter in any field puts it in; a form without a button would not listen. */}
          <input type="submit" hidden />
        </form>
      )}
    </PlainDialog>
  )
}

function FillInField(props: {
  readonly fillIn: FillIn
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  const { fillIn, value, onChange } = props
  const { words } = useLanguage()
  if (fillIn.choices.length === 0) {
    return <TextField label={fillIn.label} value={value} maxLength={500} onChange={onChange} />
  }
  return (
    <SelectField label={fillIn.label} value={value} onChange={onChange}>
      <option value="">{words.macros.leaveBlank}</option>
      {fillIn.choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </SelectField>
  )
}

/** Those in the report's language, its own place first; an author's own stay before the site's. */
function macrosFor(macros: readonly MacroReply[], locale: Locale): readonly MacroReply[] {
  const spoken = macros.filter((macro) => macro.locale.slice(0, 2) === locale.slice(0, 2))
  return spoken.toSorted((a, b) => Number(b.locale === locale) - Number(a.locale === locale))
}

function itemOf({ id, name, body }: MacroReply) {
  return { id, name, detail: body.replace(/\s+/g, ' ').slice(0, 120) }
}
