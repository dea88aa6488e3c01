import type { AuditEvent } from '../audit/audit-event.ts'

/** The words that an author wants to be heard right: names, drugs, devices. Most useful first. */
export interface AuthorTerms {
  of(authorId: string): Promise<readonly string[]>
  /** Puts this list in place of the one before, and the event beside it. */
  replace(authorId: string, terms: readonly string[], event: AuditEvent): Promise<void>
}
