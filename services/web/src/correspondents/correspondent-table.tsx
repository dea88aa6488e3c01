import type { CorrespondentReply } from '@plume/contracts'
import { RowActions } from '../controls/row-actions.tsx'
import { useLanguage } from '../language/language.tsx'

type CorrespondentTableProps = {
  readonly people: readonly CorrespondentReply[]
  readonly onEdit: (person: CorrespondentReply) => void
  readonly onRemove: (person: CorrespondentReply) => void
}

export function CorrespondentTable({ people, onEdit, onRemove }: CorrespondentTableProps) {
  const { words } = useLanguage()
  const { columns } = words.correspondents
  if (people.length === 0) return <p className="empty">{words.correspondents.noneFound}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-frame" aria-label={words.correspondents.title} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.address}</th>
            <th scope="col">{columns.specialty}</th>
            <th scope="col">{columns.reach}</th>
            <th scope="col">{columns.language}</th>
            <th scope="col">{columns.action}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className="cell-name">
                <span className="lines">
                  {person.writtenName}
                  <span className="faint">{person.number}</span>
                </span>
              </th>
              <td className="cell-text">{person.lines.join('\n')}</td>
              <td>{person.specialty}</td>
              <td className="cell-text">
                {[person.phone, person.fax].filter((each) => each !== '').join('\n')}
              </td>
              <td>{words.correspondents.languages[person.language]}</td>
              <td className="column-action">
                <RowActions
                  editLabel={words.correspondents.editLabel(person.writtenName)}
                  removeLabel={words.correspondents.removeLabel(person.writtenName)}
                  onEdit={() => onEdit(person)}
                  onRemove={() => onRemove(person)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
