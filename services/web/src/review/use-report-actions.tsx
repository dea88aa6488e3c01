import type { ReportReply } from '@plume/contracts'
import { type ReactNode, useState } from 'react'
import { useNavigator } from '../address/use-address.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Answer, Problem } from '../server/problem.ts'
import { useServer } from '../server/use-server.tsx'
import { useUser } from '../session/use-session.tsx'
import { AddendumDialog } from './dialogs/addendum-dialog.tsx'
import { SignDialog } from './dialogs/sign-dialog.tsx'
import { TakeOverDialog } from './dialogs/take-over-dialog.tsx'
import type { ReportEditor } from './editor/report-editor.ts'
import { type Addressees, AddresseesDialog } from './letters/addressees-dialog.tsx'
import { mayAddress } from './report-rights.ts'
import type { Autosave } from './saving/autosave.ts'

export type ReportActions = {
  readonly isBusy: boolean
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
  /** Asks to whom a letter goes: one that is to be made of a signed report, or the one on the desk. */
  readonly askAddressees: () => void
  /** The question that is being asked, if any. */
  readonly dialog: ReactNode
}

type Asking = 'take-over' | 'sign' | 'addendum' | 'addressees' | null

/** What can be done with a report as a whole. Each is asked of the server, and the answer is loaded. */
export function useReportActions(desk: {
  readonly report: ReportReply
  readonly editor: ReportEditor | null
  readonly autosave: Autosave | null
  readonly onReload: (isForced?: boolean) => Promise<void>
}): ReportActions {
  const { report, editor, autosave, onReload } = desk
  const server = useServer()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [asking, setAsking] = useState<Asking>(null)
  const { id, currentVersion } = report
  const { words } = useLanguage()
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
    editor?.setEditable(true)
    editor?.run('next-blank')
    editor?.focus()
  }

  const address = (addressees: Addressees) =>
    changeSaved((version) => server.addressLetter(id, { version, ...addressees }))

  async function make(addressees: Addressees) {
    const letterId = crypto.randomUUID()
    const wish = { letterId, version: currentVersion, ...addressees }
    const refused = await change(() => server.makeLetter(id, wish))
    if (!refused) await navigator.go({ page: 'review', reportId: letterId })
  }

  const close = () => {
    setAsking(null)
    setProblem(null)
  }
  const dialogProps = { report, isBusy, problem, onClose: close }
  return {
    isBusy,
    problem: asking ? null : problem,
    forgetProblem: () => setProblem(null),
    take: () => void change(() => server.claimReport(id, false)),
    release: () => void changeSaved(() => server.releaseReport(id)),
    finalise: () => void finalise(),
    reopen: () => void change(() => server.reopenReport(id, currentVersion)),
    askTakeOver: () => setAsking('take-over'),
    askSign: () => setAsking('sign'),
    askAddendum: () => setAsking('addendum'),
    askAddressees: () => setAsking('addressees'),
    dialog: (
      <>
        {asking === 'take-over' && (
          <TakeOverDialog
            {...dialogProps}
            onConfirm={() => void change(() => server.claimReport(id, true))}
          />
        )}
        {asking === 'sign' && (
          <SignDialog
            {...dialogProps}
            onConfirm={() => void change(() => server.signReport(id, currentVersion))}
          />
        )}
        {asking === 'addendum' && (
          <AddendumDialog
            {...dialogProps}
            onConfirm={(text) => void change(() => server.addAddendum(id, currentVersion, text))}
          />
        )}
        {asking === 'addressees' && (
          <AddresseesDialog
            {...dialogProps}
            title={isLetter ? words.letters.choose : words.letters.make}
            confirm={isLetter ? words.letters.choose : words.letters.make}
            locale={report.text.template.locale}
            onConfirm={(addressees) => void (isLetter ? address(addressees) : make(addressees))}
          />
        )}
      </>
    ),
  }
}
