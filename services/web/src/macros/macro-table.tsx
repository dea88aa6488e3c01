import type { MacroReply } from '@plume/contracts'
import { RowActions } from '../controls/row-actions.tsx'
import { useLanguage } from '../language/language.tsx'

type MacroTableProps = {
  readonly macros: readonly MacroReply[]
  readonly onEdit: (macro: MacroReply) => void
  readonly onRemove: (macro: MacroReply) => void
}

export function MacroTable({ macros, onEdit, onRemove }: MacroTableProps) {
  const { words } = useLanguage()
  const { columns } = words.macros
  if (macros.length === 0) return <p className="empty">{words.macros.noneFound}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-frame" aria-label={words.macros.title} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.text}</th>
            <th scope="col">{columns.language}</th>
            <th scope="col">{columns.owner}</th>
            <th scope="col">{columns.action}</th>
          </tr>
        </thead>
        <tbody>
          {macros.map((macro) => (
            <tr key={macro.id}>
              <th scope="row" className="cell-name">
                <span className="lines">
                  {macro.name}
                  {macro.spoken.length > 0 && (
                    <span className="faint">{macro.spoken.join(', ')}</span>
                  )}
                </span>
              </th>
              <td className="cell-text" lang={macro.locale}>
                {macro.body}
              </td>
              <td>{words.locales[macro.locale]}</td>
              <td>{macro.authorId === null ? words.macros.site : words.macros.own}</td>
              <td className="column-action">
                {macro.changeable && (
                  <RowActions
                    editLabel={words.macros.editLabel(macro.name)}
                    removeLabel={words.macros.removeLabel(macro.name)}
                    onEdit={() => onEdit(macro)}
                    onRemove={() => onRemove(macro)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
