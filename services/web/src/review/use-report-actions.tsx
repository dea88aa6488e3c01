import type { ReportReply } from '@plume/contracts'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useNavigator } from '../address/use-address.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Answer, Problem } from '../server/problem.ts'
import { useServer } from '../server/use-server.tsx'
import { useUser } from '../session/use-session.tsx'
import { AddendumDialog } from './dialogs/addendum-dialog.tsx'
import type { ReportDialogProps } from './dialogs/dialog-props.ts'
import { FinaliseDialog } from './dialogs/finalise-dialog.tsx'
import { SignDialog } from './dialogs/sign-dialog.tsx'
import { TakeOverDialog } from './dialogs/take-over-dialog.tsx'
import { type ChosenTemplate, TemplateDialog } from './dialogs/template-dialog.tsx'
import type { ReportEditor } from './editor/report-editor.ts'
import type { DeskFindings } from './findings/use-findings.ts'
import { type Addressees, AddresseesDialog } from './letters/addressees-dialog.tsx'
import { mayAddress } from './report-rights.ts'
import type { Autosave } from './saving/autosave.ts'

export type ReportActions = {
  readonly isBusy: boolean
  /** Finalising goes on once it is known what is to be looked at. */
  readonly isWaiting: boolean
  readonly problem: Problem | null
  /** Typing on is the answer to most refusals. */
  readonly forgetProblem: () => void
  readonly take: () => void
  readonly release: () => void
  readonly finalise: () => void
  readonly reopen: () => void
  readonly askTakeOver: () => void
  readonly askSign: () => void
  readonly askAddendum: () => void
  readonly askTemplate: () => void
  /** Asks to whom a letter goes: one that is to be made of a signed report, or the one on the desk. */
  readonly askAddressees: () => void
  /** The question that is being asked, if any. */
  readonly dialog: ReactNode
}

/** What is asked of the person, or what is to be done as soon as it can be. */
type Asking = Question | Intention | null
type Intention = 'look' | 'finalise-once-known'
type Question = 'finalise' | 'take-over' | 'sign' | 'addendum' | 'addressees' | 'template'

const isIntention = (asking: Asking): asking is Intention =>
  asking === 'look' || asking === 'finalise-once-known'

/** What can be done with a report as a whole. Each is asked of the server, and the answer is loaded. */
export function useReportActions(desk: {
  readonly report: ReportReply
  readonly editor: ReportEditor | null
  readonly autosave: Autosave | null
  readonly findings: DeskFindings
  readonly onReload: (isForced?: boolean) => Promise<void>
}): ReportActions {
  const { report, editor, autosave, findings, onReload } = desk
  const server = useServer()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [asking, setAsking] = useState<Asking>(null)
  const { id, currentVersion } = report
  const navigator = useNavigator()
  const user = useUser()
  const isLetter = mayAddress(report, user)

  async function change(ask: () => Promise<Answer<unknown>>): Promise<Problem | null> {
    setBusy(true)
    setProblem(null)
    const answer = await ask()
    if ('problem' in answer) setProblem(answer.problem)
    else {
      setAsking(null)
      await onReload()
    }
    setBusy(false)
    return 'problem' in answer ? answer.problem : null
  }

  /** Everything typed must be on the server before the report leaves these hands. */
  async function changeSaved(ask: (version: number) => Promise<Answer<unknown>>) {
    if (!autosave) return null
    setBusy(true)
    const isSaved = await autosave.flush()
    setBusy(false)
    return isSaved ? change(() => ask(autosave.state().version)) : null
  }

  async function finalise() {
    const refused = await changeSaved((version) => server.finaliseReport(id, version))
    if (refused?.code !== 'blank-left') return
    setAsking(null)
    editor?.setEditable(true)
    editor?.run('next-blank')
    editor?.focus()
  }

  const address = (addressees: Addressees) =>
    changeSaved((version) => server.addressLetter(id, { version, ...addressees }))

  const choose = (template: ChosenTemplate) =>
    changeSaved((version) =>
      server.chooseTemplate(id, { version, template: template.id, locale: template.locale }),
    )

  async function make(addressees: Addressees) {
    const letterId = crypto.randomUUID()
    const wish = { letterId, version: currentVersion, ...addressees }
    const refused = await change(() => server.makeLetter(id, wish))
    if (!refused) await navigator.go({ page: 'review', reportId: letterId })
  }

  const isWaiting = asking === 'finalise-once-known' && findings.arrival === 'loading'
  useIntention(isWaiting || !isIntention(asking) ? null : asking, {
    look() {
      setAsking(null)
      if (!findings.next()) editor?.focus()
    },
    'finalise-once-known'() {
      const isAsked = findings.arrival === 'missing' || findings.openHigh > 0
      setAsking(isAsked ? 'finalise' : null)
      if (!isAsked) void finalise()
    },
  })

  const close = () => {
    setAsking(null)
    setProblem(null)
  }
  return {
    isBusy: isBusy || isWaiting,
    isWaiting,
    problem: asking ? null : problem,
    forgetProblem: () => setProblem(null),
    take: () => void change(() => server.claimReport(id, false)),
    release: () => void changeSaved(() => server.releaseReport(id)),
    finalise: () => setAsking('finalise-once-known'),
    reopen: () => void change(() => server.reopenReport(id, currentVersion)),
    askTakeOver: () => setAsking('take-over'),
    askSign: () => setAsking('sign'),
    askAddendum: () => setAsking('addendum'),
    askAddressees: () => setAsking('addressees'),
    askTemplate: () => setAsking('template'),
    dialog: asking && !isIntention(asking) && (
      <AskedQuestion
        asking={asking}
        {...{ report, findings, isBusy, problem, onClose: close }}
        onFinalise={() => void finalise()}
        onLook={() => setAsking('look')}
        onTakeOver={() => void change(() => server.claimReport(id, true))}
        onSign={() => void change(() => server.signReport(id, currentVersion))}
        onAddendum={(text) => void change(() => server.addAddendum(id, currentVersion, text))}
        onTemplate={(template) => void choose(template)}
        onAddressees={(addressees) => void (isLetter ? address(addressees) : make(addressees))}
      />
    ),
  }
}

/** Acts once the question before it is gone: while that is there it keeps the focus to itself. */
function useIntention(
  intention: Intention | null,
  acts: Readonly<Record<Intention, () => void>>,
): void {
  const act = useEffectEvent((intended: Intention) => acts[intended]())
  useEffect(() => {
    if (intention) act(intention)
  }, [intention])
}

/** The question that is being asked about a report. */
function AskedQuestion(
  props: ReportDialogProps & {
    readonly asking: Question
    readonly findings: DeskFindings
    readonly onFinalise: () => void
    readonly onLook: () => void
    readonly onTakeOver: () => void
    readonly onSign: () => void
    readonly onAddendum: (text: string) => void
    readonly onTemplate: (template: ChosenTemplate) => void
    readonly onAddressees: (addressees: Addressees) => void
  },
) {
  const { asking, report, findings, isBusy, problem, onClose } = props
  const { words } = useLanguage()
  const user = useUser()
  const dialogProps = { report, isBusy, problem, onClose }
  switch (asking) {
    case 'finalise':
      return (
        <FinaliseDialog
          {...{ findings, isBusy, problem, onClose }}
          onConfirm={props.onFinalise}
          onLook={props.onLook}
        />
      )
    case 'take-over':
      return <TakeOverDialog {...dialogProps} onConfirm={props.onTakeOver} />
    case 'sign':
      return <SignDialog {...dialogProps} findings={findings} onConfirm={props.onSign} />
    case 'addendum':
      return <AddendumDialog {...dialogProps} onConfirm={props.onAddendum} />
    case 'template':
      return <TemplateDialog {...dialogProps} onConfirm={props.onTemplate} />
    case 'addressees': {
      const wish = mayAddress(report, user) ? words.letters.choose : words.letters.make
      return (
        <AddresseesDialog
          {...dialogProps}
          title={wish}
          confirm={wish}
          locale={report.text.template.locale}
          onConfirm={props.onAddressees}
        />
      )
    }
  }
}
