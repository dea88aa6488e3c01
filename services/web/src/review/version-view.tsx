import type { ReportReply, UserReply } from '@plume/contracts'
import { ActionButton } from '../controls/action-button.tsx'
import { Icon } from '../controls/icon.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useLoaded } from '../server/use-loaded.ts'
import { useServer } from '../server/use-server.tsx'
import { ReportAddenda, ReportSheet } from './report-sheet.tsx'

type VersionViewProps = {
  readonly report: ReportReply
  readonly number: number
  readonly people: readonly UserReply[]
  readonly onBack: () => void
}

/** An older version, to be read. The text being edited waits behind it, untouched. */
export function VersionView({ report, number, people, onBack }: VersionViewProps) {
  const { words } = useLanguage()
  const server = useServer()
  const version = useLoaded(number, () => server.reportVersion(report.id, number))
  return (
    <>
      <div className="notice notice-plain" role="status">
        <Icon name="clock" />
        <p className="notice-text">
          {words.versions.viewing(number, version.value?.currentVersion ?? report.currentVersion)}
        </p>
        <ActionButton look="primary" autoFocus onPress={onBack}>
          {words.versions.back}
        </ActionButton>
      </div>
      {version.problem && <ProblemNotice problem={version.problem} />}
      {version.value && (
        <>
          <ReportSheet text={version.value.text} />
          <ReportAddenda addenda={version.value.text.addenda} people={people} />
        </>
      )}
    </>
  )
}
