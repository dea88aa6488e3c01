import type { RecordingReply, ReportReply, UserReply } from '@plume/contracts'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { oneOf } from '../../address/address.ts'
import { ShortcutKey } from '../../controls/action-button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { keyOf, type PanelTab } from '../commands/review-commands.ts'
import type { ReportEditor } from '../editor/report-editor.ts'
import type { DeskFindings } from '../findings/use-findings.ts'
import type { Player } from '../player/player.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { RecorderMarks } from './recorder-marks.tsx'
import { SourcePanel } from './source-panel.tsx'
import { VersionsPanel } from './versions-panel.tsx'

export type SidePanelProps = {
  readonly label: string
  readonly tab: PanelTab
  readonly onTab: (tab: PanelTab) => void
  readonly report: ReportReply
  readonly recording: RecordingReply | null
  /** The newest version on the server. */
  readonly version: number
  readonly viewing: number | null
  readonly onView: (version: number | null) => void
  readonly editor: ReportEditor | null
  readonly player: Player | null
  readonly findings: DeskFindings
  readonly people: readonly UserReply[]
}

const tabs = ['source', 'checks', 'versions', 'keys'] as const

/** What belongs to the report and is not the report. */
export function SidePanel(props: SidePanelProps) {
  const { words } = useLanguage()
  const names: Readonly<Record<PanelTab, string>> = {
    source: words.source.tab,
    checks: words.checks.tab,
    versions: words.versions.tab,
    keys: words.commands.tab,
  }
  return (
    <aside className="desk-side" aria-label={props.label}>
      <Tabs
        className="side"
        selectedKey={props.tab}
        onSelectionChange={(key) => props.onTab(oneOf(tabs, String(key)) ?? 'source')}
      >
        <TabList className="tab-list" aria-label={props.label}>
          {tabs.map((tab) => (
            <Tab key={tab} id={tab} className="tab">
              <span className="tab-name">
                {names[tab]}
                {tab === 'checks' && <OpenCount count={props.findings.open} />}
              </span>
              <ShortcutKey shortcut={keyOf(`show-${tab}`)} />
            </Tab>
          ))}
        </TabList>
        <TabPanel id="source" className="tab-panel">
          <SourcePanel {...props} />
          <RecorderMarks marks={props.recording?.facts?.marks} />
        </TabPanel>
        <TabPanel id="checks" className="tab-panel">
          <ChecksPanel {...props} />
        </TabPanel>
        <TabPanel id="versions" className="tab-panel">
          <VersionsPanel {...props} />
        </TabPanel>
        <TabPanel id="keys" className="tab-panel">
          <KeysPanel />
        </TabPanel>
      </Tabs>
    </aside>
  )
}

function OpenCount({ count }: { readonly count: number }) {
  const { words } = useLanguage()
  if (count === 0) return null
  return (
    <span className="tab-count">
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{words.checks.open(count)}</span>
    </span>
  )
}
