import type { ReportReply, UserReply } from '@plume/contracts'

/**
 * Which buttons a person sees. The server decides what is allowed; this only spares people buttons
 * that would be refused.
 */

export function isHeldBy(report: ReportReply, user: UserReply): boolean {
  return report.status === 'in-review' && report.claimedBy === user.id
}

export function maySign(report: ReportReply, user: UserReply): boolean {
  return report.status === 'finalised' && user.role === 'doctor' && report.authorId === user.id
}

export function mayAddAddendum(report: ReportReply, user: UserReply): boolean {
  const isSigned = report.status === 'signed' || report.status === 'addended'
  return isSigned && user.role === 'doctor' && report.authorId === user.id
}

/** Letters are made of signed text: it cannot change behind them. */
export function mayMakeLetter(report: ReportReply): boolean {
  return report.status === 'signed' || report.status === 'addended'
}

/** A letter that was made of a report is no dictation to be merged. */
export function mayChooseTemplate(report: ReportReply, user: UserReply): boolean {
  return isHeldBy(report, user) && report.letterOf === null
}

/** The addressees of a letter are chosen by whoever holds it. */
export function mayAddress(report: ReportReply, user: UserReply): boolean {
  return report.text.layout === 'letter' && isHeldBy(report, user)
}
