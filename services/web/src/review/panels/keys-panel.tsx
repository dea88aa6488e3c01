import { keyName } from '../../keyboard/command.ts'
import { useLanguage } from '../../language/language.tsx'
import { reviewCommands } from '../commands/review-commands.ts'

const groups = ['listen', 'write', 'check', 'finish', 'look'] as const

/** The help page: the command table itself, so that it cannot be out of date. */
export function KeysPanel() {
  const { words } = useLanguage()
  return (
    <>
      <h2 className="panel-title">{words.commands.title}</h2>
      {groups.map((group) => (
        <section key={group} className="keys-group">
          <h3 className="panel-heading">{words.commands.groups[group]}</h3>
          <dl className="keys">
            {reviewCommands
              .filter((command) => command.group === group)
              .map((command) => (
                <div className="keys-row" key={command.id}>
                  <dt>{words.commands.labels[command.id]}</dt>
                  <dd>
                    <KeyNames keys={command.keys} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function KeyNames({ keys }: { readonly keys: readonly string[] }) {
  const { words } = useLanguage()
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && <span className="faint">{` ${words.commands.also} `}</span>}
      <kbd className="key">{keyName(key, words.commands.keyNames)}</kbd>
    </span>
  ))
}
