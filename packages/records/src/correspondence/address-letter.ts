import type { User } from '../people/user.ts'
import type { CorrespondentStore } from '../ports/correspondent-store.ts'
import type { ReportStore } from '../ports/report-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { loadHeld } from '../report/load-held.ts'
import type { ReportInReview } from '../report/report.ts'
import { saveEdit } from '../report/save-edit.ts'
import { type ChosenAddressees, findAddressees } from './find-addressees.ts'
import { addressText } from './letter-text.ts'

/**
 * Says to whom a letter goes, as the person who holds it: recipients, salutation and closing of its next
 * version. For letters of signed reports, and for reports whose template is a letter.
 */
export function createAddressLetter(needs: {
  readonly reports: ReportStore
  readonly correspondents: Pick<CorrespondentStore, 'find'>
  readonly now: () => Date
}) {
  return async function addressLetter(request: {
    readonly reportId: string
    readonly version: number
    readonly user: User
    readonly addressees: ChosenAddressees
  }): Promise<Refusal | ReportInReview> {
    const { reportId, version, user } = request
    const loaded = await loadHeld(needs.reports, { reportId, userId: user.id, version })
    if (isRefusal(loaded)) return loaded
    if (loaded.text.layout !== 'letter') return refuse('not-a-letter')
    const addressees = await findAddressees(request.addressees, needs.correspondents)
    if (isRefusal(addressees)) return addressees

    return saveEdit(needs, {
      held: loaded.held,
      before: loaded.text,
      text: addressText(loaded.text, addressees),
      by: user,
      event: (next, at) => ({ kind: 'report-edited', reportId, version: next, actor: user.id, at }),
    })
  }
}
