import type { VersionSummaryReply } from '@plume/contracts'
import { ActionButton } from '../../controls/action-button.tsx'
import { ProblemNotice } from '../../controls/problem-notice.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { useServer } from '../../server/use-server.tsx'
import type { SidePanelProps } from './side-panel.tsx'

/** Every version there has been, the newest first. */
export function VersionsPanel({ report, version, viewing, onView }: SidePanelProps) {
  const { words } = useLanguage()
  const server = useServer()
  const versions = useLoaded(version, () => server.reportVersions(report.id))
  const items = [...(versions.value?.items ?? [])].sort((a, b) => b.number - a.number)
  return (
    <>
      <h2 className="panel-title">{words.versions.title}</h2>
      {versions.problem && <ProblemNotice problem={versions.problem} />}
      <ol className="versions" reversed>
        {items.map((item, index) => (
          <VersionLine
            key={item.number}
            item={item}
            isCurrent={index === 0}
            isSigned={report.signature?.version === item.number}
            isShown={viewing === item.number}
            onView={() => onView(index === 0 ? null : item.number)}
          />
        ))}
      </ol>
    </>
  )
}

function VersionLine(props: {
  readonly item: VersionSummaryReply
  readonly isCurrent: boolean
  readonly isSigned: boolean
  readonly isShown: boolean
  readonly onView: () => void
}) {
  const { item, isCurrent, isSigned, isShown, onView } = props
  const { words, format } = useLanguage()
  return (
    <li className={isShown ? 'version version-shown' : 'version'}>
      <span className="lines">
        <strong>
          {words.versions.number(item.number)}
          {isCurrent && <span className="tag">{words.versions.current}</span>}
          {isSigned && <span className="tag tag-signed">{words.versions.signedMark}</span>}
        </strong>
        <span className="faint">{words.versions.kinds[item.kind]}</span>
        <span className="faint">
          {words.versions.by(
            item.savedByName ?? words.versions.system,
            format.dateTime(item.savedAt),
          )}
        </span>
      </span>
      <ActionButton
        look="quiet"
        label={isCurrent ? words.versions.back : words.versions.view(item.number)}
        icon="page"
        isDisabled={isShown}
        onPress={onView}
      />
    </li>
  )
}
