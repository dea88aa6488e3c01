import type { CorrespondentReply } from '@plume/contracts'
import type { Locale } from '@plume/transcript'
import { useState } from 'react'
import { ActionButton } from '../../controls/action-button.tsx'
import { Doubt } from '../../controls/doubt.tsx'
import { PlainDialog } from '../../controls/plain-dialog.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { SearchList } from '../../controls/search-list.tsx'
import { EditCorrespondentDialog } from '../../correspondents/edit-correspondent-dialog.tsx'
import { useFoundCorrespondents } from '../../correspondents/use-found-correspondents.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Problem } from '../../server/problem.ts'
import { addresseesOf, type Chosen, withChosen, withFirst } from './chosen-addressees.ts'

export type Addressees = NonNullable<ReturnType<typeof addresseesOf>>

/** As many as a list shows without being searched further. */
const foundAtOnce = 30

type AddresseesDialogProps = {
  readonly title: string
  readonly confirm: string
  /** Of the letter's text. */
  readonly locale: Locale
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly onConfirm: (addressees: Addressees) => void
  readonly onClose: () => void
}

/** Chooses from the directory to whom a letter goes: the first one chosen, and copies to the others. */
export function AddresseesDialog(props: AddresseesDialogProps) {
  const { title, confirm, locale, isBusy, problem, onConfirm, onClose } = props
  const { words } = useLanguage()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen>([])
  const found = useFoundCorrespondents(query, { pageSize: foundAtOnce })
  const people = found.value?.items ?? []
  const [isMaking, setMaking] = useState(false)
  const addressees = addresseesOf(chosen)

  function choose(id: string) {
    const person = people.find((one) => one.id === id)
    if (person) setChosen(withChosen(chosen, person))
    setQuery('')
    setActive(null)
  }

  return (
    <PlainDialog
      title={title}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <ActionButton
            look="primary"
            icon="page"
            isDisabled={isBusy || addressees === null}
            onPress={() => addressees && onConfirm(addressees)}
          >
            {confirm}
          </ActionButton>
          <ActionButton onPress={onClose}>{words.app.cancel}</ActionButton>
        </>
      }
    >
      {(problem ?? found.problem) && (
        <ProblemNotice problem={problem ?? (found.problem as Problem)} />
      )}
      <SearchList
        label={words.letters.search}
        none={found.value ? words.letters.noneFound : words.app.loading}
        items={people.map(itemOf)}
        query={query}
        onQuery={setQuery}
        activeId={people.some(({ id }) => id === active) ? active : (people[0]?.id ?? null)}
        onActive={setActive}
        onChoose={choose}
      />
      <div className="addressee-help">
        <p className="faint">{words.letters.chooseHint}</p>
        <ActionButton look="quiet" icon="person" onPress={() => setMaking(true)}>
          {words.correspondents.make}
        </ActionButton>
      </div>
      <ol className="addressees" aria-label={words.letters.addressees}>
        {chosen.map((person, index) => (
          <AddresseeLine
            key={person.id}
            person={person}
            isFirst={index === 0}
            isOtherLanguage={person.language !== locale.slice(0, 2)}
            onFirst={() => setChosen(withFirst(chosen, person.id))}
            onRemove={() => setChosen(chosen.filter(({ id }) => id !== person.id))}
          />
        ))}
      </ol>
      {isMaking && (
        <EditCorrespondentDialog
          person={null}
          onSaved={(person) => {
            setMaking(false)
            setChosen(withChosen(chosen, person))
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </PlainDialog>
  )
}

function itemOf({ id, writtenName, specialty, lines }: CorrespondentReply) {
  return { id, name: writtenName, detail: [specialty, ...lines].filter(Boolean).join(', ') }
}

function AddresseeLine(props: {
  readonly person: CorrespondentReply
  readonly isFirst: boolean
  readonly isOtherLanguage: boolean
  readonly onFirst: () => void
  readonly onRemove: () => void
}) {
  const { person, isFirst, isOtherLanguage, onFirst, onRemove } = props
  const { words } = useLanguage()
  const { writtenName } = person
  return (
    <li className="addressee">
      <span className="tag">{words.letters.roles[isFirst ? 'to' : 'copy']}</span>
      <span className="lines">
        <strong>{writtenName}</strong>
        <span className="faint">{person.lines.join(', ')}</span>
        {person.lines.length === 0 && <Doubt text={words.letters.noAddress} />}
        {isOtherLanguage && (
          <Doubt
            text={words.letters.otherLanguage(words.correspondents.languages[person.language])}
          />
        )}
      </span>
      <span className="cell-actions">
        {!isFirst && (
          <ActionButton look="quiet" label={words.letters.writeTo(writtenName)} onPress={onFirst}>
            {words.letters.makeFirst}
          </ActionButton>
        )}
        <ActionButton
          look="quiet"
          label={words.letters.removeLabel(writtenName)}
          onPress={onRemove}
        >
          {words.app.remove}
        </ActionButton>
      </span>
    </li>
  )
}
