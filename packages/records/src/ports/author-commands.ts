import type { AuditEvent } from '../audit/audit-event.ts'

/** The families of spoken commands that an author has switched off. */
export interface AuthorCommands {
  offFor(authorId: string): Promise<readonly string[]>
  /** Puts this list in place of the one before, and the event beside it. */
  replace(authorId: string, off: readonly string[], event: AuditEvent): Promise<void>
}
