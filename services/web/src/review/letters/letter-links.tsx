import type { ReportReply } from '@plume/contracts'
import { type Address, formatAddress } from '../../address/address.ts'
import { useNavigator } from '../../address/use-address.tsx'
import { Doubt } from '../../controls/doubt.tsx'
import { useLanguage } from '../../language/language.tsx'
import { StateBadge } from '../../worklist/badges.tsx'

/** From a letter to the report that it was made of, and from a report to its letters. */
export function LetterLinks({ report }: { readonly report: ReportReply }) {
  const { words } = useLanguage()
  const { letterOf, letters } = report
  if (!letterOf && letters.length === 0) return null
  return (
    <nav className="letter-links" aria-label={words.letters.links}>
      {letterOf && (
        <>
          <ReportLink reportId={letterOf.reportId}>
            {words.letters.madeOf(letterOf.version)}
          </ReportLink>
          {letterOf.newestVersion > letterOf.version && <Doubt text={words.letters.addedSince} />}
        </>
      )}
      {letters.map(({ id, to, status }) => (
        <span key={id} className="letter-link">
          <ReportLink reportId={id}>
            {words.letters.to(to ?? words.letters.nobodyChosen)}
          </ReportLink>
          <StateBadge state={status} />
        </span>
      ))}
    </nav>
  )
}

function ReportLink(props: { readonly reportId: string; readonly children: string }) {
  const navigator = useNavigator()
  const address: Address = { page: 'review', reportId: props.reportId }
  return (
    <a
      href={formatAddress(address)}
      className="document-link"
      onClick={(event) => {
        event.preventDefault()
        void navigator.go(address)
      }}
    >
      {props.children}
    </a>
  )
}
