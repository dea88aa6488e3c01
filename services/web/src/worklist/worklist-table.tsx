import type { DictationReply, TemplatesReply } from '@plume/contracts'
import { useEffect, useRef, useState } from 'react'
import { Cell, Checkbox, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { useNavigator } from '../address/use-address.tsx'
import { useLanguage } from '../language/language.tsx'
import { createScope } from '../scope.ts'
import { useUser } from '../session/use-session.tsx'
import { PriorityBadge } from './badges.tsx'
import { HearAlongButton } from './hear-along-button.tsx'
import { HearAlongDialog } from './hear-along-dialog.tsx'
import { RetryButton } from './retry-button.tsx'
import { SpokenLanguage } from './spoken-language.tsx'
import { StateCell } from './state-cell.tsx'
import { UnlockButton } from './unlock-button.tsx'
import { useNow } from './use-now.ts'
import { asksForPassword, canHearAlong, canRetry } from './work-state.ts'

type WorklistTableProps = {
  readonly items: readonly DictationReply[]
  readonly templates: TemplatesReply['items']
  readonly isFiltered: boolean
  /** The report one comes back from, if any. */
  readonly lastReportId: string | null
  readonly onChanged: () => void
  /** Reports that are chosen for something that is done with several. */
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (reportIds: ReadonlySet<string>) => void
}

export function WorklistTable(props: WorklistTableProps) {
  const { items, templates, isFiltered, lastReportId, onChanged } = props
  const { language, words } = useLanguage()
  const navigator = useNavigator()
  const user = useUser()
  const now = useNow()
  const frame = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  // Not in its row: the button goes when recognition ends, and the words stay.
  const [heard, setHeard] = useState<DictationReply | null>(null)
  const [firstFocus] = useState(() =>
    rowKeyOf(items.find((item) => item.report?.id === lastReportId) ?? items[0]),
  )
  useRowFocus(frame, firstFocus)

  const mayRead = user.role !== 'administrator'
  const selection = mayRead ? selectionOf(items, props) : {}

  function open(id: string | number) {
    const report = items.find((item) => rowKeyOf(item) === id)?.report
    if (user.role === 'administrator') setSaid(words.worklist.notForAdministrators)
    else if (report) void navigator.go({ page: 'review', reportId: report.id })
    else setSaid(words.worklist.notDrafted)
  }

  useEnterOnRow(frame, open)

  const { columns } = words.worklist
  return (
    <div className="table-frame" ref={frame}>
      <Table className="table" aria-label={words.worklist.title} onRowAction={open} {...selection}>
        <TableHeader>
          {mayRead && (
            <Column className="column-choice">
              <RowChoice label={words.print.chooseAll} />
            </Column>
          )}
          <Column className="column-state">{columns.state}</Column>
          <Column>{columns.priority}</Column>
          <Column isRowHeader>{columns.patient}</Column>
          <Column>{columns.report}</Column>
          <Column>{columns.author}</Column>
          <Column className="column-number">{columns.received}</Column>
          <Column className="column-number">{columns.length}</Column>
          <Column className="column-action">{columns.action}</Column>
        </TableHeader>
        <TableBody
          items={[...items]}
          dependencies={[language, now, templates]}
          renderEmptyState={() => <EmptyWorklist isFiltered={isFiltered} />}
        >
          {(dictation) => (
            <Row
              id={rowKeyOf(dictation) ?? dictation.id}
              className={`row row-${dictation.priority}`}
              textValue={dictation.fileName}
            >
              {mayRead && (
                <Cell>
                  <RowChoice label={words.print.choose} />
                </Cell>
              )}
              <Cell>
                <StateCell dictation={dictation} />
              </Cell>
              <Cell>
                <PriorityBadge priority={dictation.priority} />
              </Cell>
              <Cell>
                <PatientLines dictation={dictation} />
              </Cell>
              <Cell>
                <ReportLines dictation={dictation} templates={templates} />
              </Cell>
              <Cell>{dictation.authorName}</Cell>
              <Cell className="column-number">
                <ReceivedTime dictation={dictation} now={now} />
              </Cell>
              <Cell className="column-number">
                <AudioLength dictation={dictation} />
              </Cell>
              <Cell className="column-action">
                {canHearAlong(dictation, user) && (
                  <HearAlongButton dictation={dictation} onPress={() => setHeard(dictation)} />
                )}
                {asksForPassword(dictation, user) && (
                  <UnlockButton dictation={dictation} onDone={onChanged} onSaid={setSaid} />
                )}
                {canRetry(dictation) && !asksForPassword(dictation, user) && (
                  <RetryButton dictation={dictation} onDone={onChanged} onSaid={setSaid} />
                )}
              </Cell>
            </Row>
          )}
        </TableBody>
      </Table>
      {heard && <HearAlongDialog dictation={heard} onClose={() => setHeard(null)} />}
      <p className="table-said" role="status">
        {said}
      </p>
    </div>
  )
}

/** Rows with a report can be chosen; opening one stays as it is. */
function selectionOf(
  items: readonly DictationReply[],
  { chosen, onChosen }: Pick<WorklistTableProps, 'chosen' | 'onChosen'>,
) {
  const withReport = items.filter(({ report }) => report !== null)
  const keysOf = (some: readonly DictationReply[]) => some.map((item) => rowKeyOf(item) ?? item.id)
  return {
    selectionMode: 'multiple',
    disabledBehavior: 'selection',
    disabledKeys: keysOf(items.filter(({ report }) => report === null)),
    selectedKeys: keysOf(withReport.filter(({ report }) => report && chosen.has(report.id))),
    onSelectionChange: (keys: 'all' | ReadonlySet<string | number>) => {
      const taken = withReport.filter((item) => keys === 'all' || keys.has(rowKeyOf(item) ?? ''))
      onChosen(new Set(taken.flatMap(({ report }) => (report ? [report.id] : []))))
    },
  } as const
}

function RowChoice({ label }: { readonly label: string }) {
  return (
    <Checkbox slot="selection" className="choice" aria-label={label}>
      <span className="choice-box" aria-hidden="true" />
    </Checkbox>
  )
}

/** A dictation has a line, and each letter made of its report another. */
function rowKeyOf(item: DictationReply | undefined): string | null {
  if (!item) return null
  return item.report?.letterOf ? item.report.id : item.id
}

function PatientLines({ dictation: { patient } }: { readonly dictation: DictationReply }) {
  const { words } = useLanguage()
  if (!patient) return <span className="faint">{words.worklist.noPatient}</span>
  return (
    <span className="lines">
      <strong>{patient.name ?? patient.id}</strong>
      {patient.name && <span className="faint">{patient.id}</span>}
    </span>
  )
}

function ReportLines(props: {
  readonly dictation: DictationReply
  readonly templates: TemplatesReply['items']
}) {
  const { words } = useLanguage()
  const { template, locale, givenLocale, languageOrigin, workType, report } = props.dictation
  const same = props.templates.filter((one) => one.id === template)
  const found =
    same.find((one) => one.locale === locale) ??
    same.find((one) => one.locale.slice(0, 2) === locale.slice(0, 2)) ??
    same.find((one) => one.locale === givenLocale)
  return (
    <span className="lines">
      <span>{found?.title ?? template}</span>
      <span className="faint">{report?.letterOf ? words.letters.letter : workType}</span>
      <SpokenLanguage
        locale={locale}
        languageOrigin={languageOrigin}
        templateLocale={found?.locale ?? locale}
      />
    </span>
  )
}

function ReceivedTime(props: { readonly dictation: DictationReply; readonly now: number }) {
  const { format } = useLanguage()
  const { receivedAt } = props.dictation
  return (
    <time dateTime={receivedAt} title={format.dateTime(receivedAt)}>
      {format.age(props.now - Date.parse(receivedAt))}
    </time>
  )
}

function AudioLength({ dictation: { durationMs } }: { readonly dictation: DictationReply }) {
  const { words, format } = useLanguage()
  if (durationMs !== null) return format.clock(durationMs)
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="unseen">{words.worklist.lengthUnknown}</span>
    </>
  )
}

function EmptyWorklist({ isFiltered }: { readonly isFiltered: boolean }) {
  const { words } = useLanguage()
  return (
    <div className="empty">
      <p className="empty-title">{words.worklist.none}</p>
      <p>{isFiltered ? words.worklist.noneFiltered : words.worklist.noneText}</p>
    </div>
  )
}

/**
 * The arrow keys work at once when the page opens, from the report one comes back from or else from
 * the top. Somebody who is typing or choosing is left alone.
 */
function useRowFocus(frame: { readonly current: HTMLElement | null }, rowKey: string | null) {
  useEffect(() => {
    if (!rowKey) return
    const scope = createScope()
    // The table draws its rows a moment after it is told of them.
    const stop = scope.eachFrame(() => {
      const row = frame.current?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(rowKey)}"]`)
      if (!row) return
      stop()
      if (!isTypingPlace(document.activeElement)) row.focus()
    })
    return () => scope.dispose()
  }, [frame, rowKey])
}

/** React Aria's table opens with Enter only while nothing is chosen; then its Enter would choose, as Space does. */
function useEnterOnRow(
  frame: { readonly current: HTMLElement | null },
  open: (rowKey: string) => void,
) {
  useEffect(() => {
    if (!frame.current) return
    const scope = createScope()
    const heard = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter') return
      const row = event.target instanceof HTMLTableRowElement ? event.target.dataset.key : undefined
      if (row === undefined) return
      event.stopPropagation()
      open(row)
    }
    scope.listen(frame.current, 'keydown', heard, true)
    return () => scope.dispose()
  }, [frame, open])
}

function isTypingPlace(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement
}
