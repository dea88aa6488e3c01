import type { ReportReply } from '@plume/contracts'
import { ActionButton } from '../controls/action-button.tsx'
import { Icon } from '../controls/icon.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useServer } from '../server/use-server.tsx'
import { useUser } from '../session/use-session.tsx'
import { StateBadge } from '../worklist/badges.tsx'
import { SpokenLanguage } from '../worklist/spoken-language.tsx'
import { keyOf } from './commands/review-commands.ts'
import type { ReportEditor } from './editor/report-editor.ts'
import { useEditorGlance } from './editor/use-editor-glance.ts'
import type { DeskFindings } from './findings/use-findings.ts'
import { LetterLinks } from './letters/letter-links.tsx'
import { NextDraftButton } from './next-draft-button.tsx'
import { isHeldBy, mayAddAddendum, mayChooseTemplate, maySign } from './report-rights.ts'
import type { Autosave } from './saving/autosave.ts'
import { SaveStatus } from './saving/save-status.tsx'
import type { ReportActions } from './use-report-actions.tsx'

type ReportHeadProps = {
  readonly report: ReportReply
  readonly editor: ReportEditor | null
  readonly autosave: Autosave | null
  readonly findings: DeskFindings
  readonly actions: ReportActions
  /** False while the text cannot be saved as it is: then nothing can be done with it either. */
  readonly mayAct: boolean
}

/** Whose report this is, how it stands, and what can be done next. */
export function ReportHead(props: ReportHeadProps) {
  const { report, editor, autosave, findings, actions, mayAct } = props
  const { words } = useLanguage()
  return (
    <section className="report-head" aria-label={words.review.report}>
      <div className="report-head-line">
        <div className="patient">
          <div className="patient-line">
            <PatientName report={report} />
            <StateBadge state={report.status} />
            {report.demonstrationEngine && (
              <span className="report-demonstration">
                <Icon name="warning" />
                {words.review.demonstration}
              </span>
            )}
            <SpokenLanguage
              locale={report.spokenLocale}
              languageOrigin={report.languageOrigin}
              templateLocale={report.text.template.locale}
            />
          </div>
          <PatientFacts report={report} />
        </div>
        <div className="report-actions">
          {autosave && (
            <SaveStatus
              autosave={autosave}
              onRetry={() => {
                void autosave.flush()
                // The button goes away; the hands stay on the text.
                editor?.focus()
              }}
            />
          )}
          {autosave && <BlankCount editor={editor} />}
          <OpenFindings findings={findings} isAwaited={actions.isWaiting} />
          <DocumentLinks report={report} />
          <ReportButtons report={report} actions={actions} isBusy={actions.isBusy || !mayAct} />
        </div>
      </div>
      {actions.problem && <ProblemNotice problem={actions.problem} />}
      <StateSentence report={report} />
      <LetterLinks report={report} />
    </section>
  )
}

function PatientName({ report: { patient } }: { readonly report: ReportReply }) {
  const { words } = useLanguage()
  return (
    <strong className="patient-name">
      {patient?.name ?? patient?.id ?? words.worklist.noPatient}
    </strong>
  )
}

function PatientFacts({ report }: { readonly report: ReportReply }) {
  const { words, format } = useLanguage()
  const { patient, order } = report
  const facts = [
    patient?.name ? patient.id : null,
    patient?.birthDate ? words.review.bornOn(format.date(patient.birthDate)) : null,
    patient?.sex ? words.sexes[patient.sex] : null,
    order?.accession ? `${words.review.order} ${order.accession}` : null,
    words.review.dictatedBy(report.authorName),
  ].filter((fact) => fact !== null)
  return <span className="patient-facts">{facts.join(' · ')}</span>
}

function BlankCount({ editor }: { readonly editor: ReportEditor | null }) {
  const { words } = useLanguage()
  const blanks = useEditorGlance(editor)?.blanks ?? 0
  if (blanks === 0) return <span className="faint">{words.review.noBlanks}</span>
  return (
    <ActionButton
      look="quiet"
      shortcut={keyOf('next-blank')}
      onPress={() => {
        editor?.run('next-blank')
        editor?.focus()
      }}
    >
      {words.review.blanks(blanks)}
    </ActionButton>
  )
}

/** What is still to be looked at; a press goes to the worst of it. */
function OpenFindings(props: { readonly findings: DeskFindings; readonly isAwaited: boolean }) {
  const { findings, isAwaited } = props
  const { words } = useLanguage()
  if (isAwaited && findings.arrival === 'loading')
    return (
      <span className="faint" role="status">
        {words.checks.loading}
      </span>
    )
  if (findings.open === 0) return null
  return (
    <ActionButton
      look="quiet"
      icon="warning"
      shortcut={keyOf('next-finding')}
      onPress={() => findings.next()}
    >
      {words.checks.open(findings.open)}
    </ActionButton>
  )
}

function DocumentLinks({ report }: { readonly report: ReportReply }) {
  const { words } = useLanguage()
  const server = useServer()
  const { id, text } = report
  const link = (href: string, label: string) => (
    <a className="document-link" href={href} target="_blank" rel="noreferrer">
      {label}
    </a>
  )
  return (
    <nav className="document-links" aria-label={words.review.formats}>
      {link(server.reportPath(id, 'pdf'), words.review.asPdf)}
      {link(server.reportPath(id, 'docx'), words.review.asDocx)}
      {link(server.reportPath(id, 'html'), words.review.asHtml)}
      {link(server.reportPath(id, 'txt'), words.review.asText)}
      {text.recipients?.length ? link(server.printPath([id], 'no10'), words.print.envelopes) : null}
    </nav>
  )
}

function ReportButtons(props: {
  readonly report: ReportReply
  readonly actions: ReportActions
  readonly isBusy: boolean
}) {
  const { report, actions, isBusy } = props
  const { words } = useLanguage()
  const user = useUser()
  switch (report.status) {
    case 'draft':
      return (
        <ActionButton
          look="primary"
          icon="pen"
          autoFocus
          isDisabled={isBusy}
          onPress={actions.take}
        >
          {words.review.take}
        </ActionButton>
      )
    case 'in-review':
      return isHeldBy(report, user) ? (
        <>
          {mayChooseTemplate(report, user) && (
            <ActionButton
              look="quiet"
              shortcut={keyOf('template')}
              isDisabled={isBusy}
              onPress={actions.askTemplate}
            >
              {words.review.template}
            </ActionButton>
          )}
          <ActionButton isDisabled={isBusy} onPress={actions.release}>
            {words.review.release}
          </ActionButton>
          <ActionButton
            look="primary"
            icon="check"
            shortcut={keyOf('finalise')}
            isDisabled={isBusy}
            onPress={actions.finalise}
          >
            {words.review.finalise}
          </ActionButton>
        </>
      ) : (
        <ActionButton isDisabled={isBusy} onPress={actions.askTakeOver}>
          {words.review.takeOver}
        </ActionButton>
      )
    case 'finalised':
      return (
        <>
          <ActionButton isDisabled={isBusy} onPress={actions.reopen}>
            {words.review.reopen}
          </ActionButton>
          {maySign(report, user) ? (
            <ActionButton look="primary" icon="seal" isDisabled={isBusy} onPress={actions.askSign}>
              {words.review.sign}
            </ActionButton>
          ) : (
            <NextDraftButton reportId={report.id} />
          )}
        </>
      )
    case 'signed':
    case 'addended':
      return (
        <>
          <ActionButton
            icon="page"
            shortcut={keyOf('letter')}
            isDisabled={isBusy}
            onPress={actions.askAddressees}
          >
            {words.letters.make}
          </ActionButton>
          {mayAddAddendum(report, user) ? (
            <ActionButton icon="pen" isDisabled={isBusy} onPress={actions.askAddendum}>
              {words.review.addAddendum}
            </ActionButton>
          ) : (
            <NextDraftButton reportId={report.id} />
          )}
        </>
      )
  }
}

function StateSentence({ report }: { readonly report: ReportReply }) {
  const { words, format } = useLanguage()
  const user = useUser()
  const sentence = () => {
    switch (report.status) {
      case 'draft':
        return `${words.review.takeText} ${words.review.takeHint}`
      case 'in-review':
        return isHeldBy(report, user)
          ? null
          : words.review.heldByOther(report.claimedByName ?? words.source.unknownPerson)
      case 'finalised':
        return words.review.finalised
      case 'signed':
      case 'addended':
        return report.signature
          ? words.review.signed(
              report.signature.byName,
              format.dateTime(report.signature.at),
              report.signature.version,
            )
          : null
    }
  }
  const text = sentence()
  if (!text) return null
  return (
    <p className="state-sentence" role="status">
      <Icon name={report.signature ? 'seal' : 'lock'} />
      {text}
    </p>
  )
}
