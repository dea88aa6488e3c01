import { worklistAddress } from '../address/address.ts'
import { useNavigator } from '../address/use-address.tsx'
import { ActionButton } from '../controls/action-button.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useTitle } from '../controls/use-title.ts'
import { useLanguage } from '../language/language.tsx'
import { useChanges } from '../server/use-server.tsx'
import { useUser } from '../session/use-session.tsx'
import { isHeldBy } from './report-rights.ts'
import { ReviewDesk } from './review-desk.tsx'
import { useReport } from './use-report.ts'

export function ReviewPage({ reportId }: { readonly reportId: string }) {
  const { words } = useLanguage()
  const navigator = useNavigator()
  const user = useUser()
  const { open, problem, reload } = useReport(reportId)
  useTitle(words.review.report)
  useChanges((change) => {
    // Text in somebody's hands is not changed under them: their next save says what happened.
    if (change?.id === reportId && open && !isHeldBy(open.report, user)) void reload()
  })

  return (
    <div className="review-page">
      {problem && (
        <ProblemNotice problem={problem}>
          <ActionButton onPress={() => void reload()}>{words.app.tryAgain}</ActionButton>
          <ActionButton onPress={() => void navigator.go(worklistAddress)}>
            {words.app.backToWorklist}
          </ActionButton>
        </ProblemNotice>
      )}
      {open ? (
        <ReviewDesk key={open.edition} {...open} onReload={reload} />
      ) : (
        !problem && <p className="waiting">{words.review.loading}</p>
      )}
    </div>
  )
}
