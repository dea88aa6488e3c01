import type { Locale } from '@plume/transcript'
import { ActionButton } from '../../controls/action-button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { keyOf } from '../commands/review-commands.ts'
import type { DeskFinding } from './desk-findings.ts'
import type { DeskFindings } from './use-findings.ts'

/** One finding: what, how bad, why, and what can be done. A press goes to its words and plays them. */
export function FindingLine(props: {
  readonly finding: DeskFinding
  readonly isCurrent: boolean
  /** Of the report's text, in which reason and proposal are written. */
  readonly locale: Locale
  readonly onChoose: (finding: DeskFinding) => void
  readonly decide: DeskFindings['decide']
}) {
  const { finding, isCurrent, locale, onChoose, decide } = props
  const { words } = useLanguage()
  const { severity, proposed } = finding
  return (
    <li className={`check check-${severity}`} aria-current={isCurrent}>
      <button
        type="button"
        className="check-go"
        disabled={!finding.range}
        onClick={() => onChoose(finding)}
      >
        <span className="check-head">
          <span className={`severity severity-${severity}`}>
            {words.checks.severities[severity]}
          </span>
          <span className="panel-heading">{kindName(finding.kind, words.checks)}</span>
        </span>
        <q className="check-text" lang={locale}>
          {finding.text}
        </q>
        <span lang={locale}>{finding.reason}</span>
        {proposed !== undefined && (
          <span>
            {words.checks.proposed} <q lang={locale}>{proposed}</q>
          </span>
        )}
      </button>
      <Became finding={finding} />
      {isCurrent && decide && finding.range && <Deciding finding={finding} decide={decide} />}
      {isCurrent && <span className="faint">{sourceName(finding.source, words.checks)}</span>}
    </li>
  )
}

type CheckWords = ReturnType<typeof useLanguage>['words']['checks']

/** Lists of a site, and of newer versions, may have kinds that have no name here. */
function kindName(kind: string, { kinds, otherKind }: CheckWords): string {
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : otherKind
}

function sourceName(source: string, { source: name, sources }: CheckWords): string {
  return name(Object.hasOwn(sources, source) ? sources[source as keyof typeof sources] : source)
}

function Became({ finding: { state, decision } }: { readonly finding: DeskFinding }) {
  const { words, format } = useLanguage()
  if (state === 'open') return null
  const who = decision?.byName ?? words.source.unknownPerson
  const when = decision ? format.dateTime(decision.at) : ''
  if (state === 'looked-at')
    return <span className="faint">{words.checks.lookedAt(who, when)}</span>
  return (
    <span className="faint">
      {decision?.verdict === 'taken' ? words.checks.taken(who, when) : words.checks.edited}
    </span>
  )
}

function Deciding(props: {
  readonly finding: DeskFinding
  readonly decide: NonNullable<DeskFindings['decide']>
}) {
  const { finding, decide } = props
  const { words } = useLanguage()
  return (
    <span className="check-actions">
      {finding.state === 'open' && finding.proposal !== null && (
        <ActionButton
          look="primary"
          icon="pen"
          shortcut={keyOf('take-proposal')}
          onPress={() => decide.take(finding)}
        >
          {words.checks.take}
        </ActionButton>
      )}
      <ActionButton
        icon="check"
        shortcut={keyOf('look-at-finding')}
        onPress={() => decide.look(finding)}
      >
        {finding.state === 'open' ? words.checks.right : words.checks.reopen}
      </ActionButton>
    </span>
  )
}
