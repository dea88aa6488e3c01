import type { FindingVerdict } from '../ports/finding-store.ts'

/**
 * What happened, who did it, to which record. A closed union: old events must always parse.
 * Events hold ids, never a patient's words.
 */
export type AuditEvent = {
  /** A user id, or null for the system itself. */
  readonly actor: string | null
  readonly at: Date
} & (
  | /** A recording was stored durably. */ {
      readonly kind: 'dictation-received'
      readonly dictationId: string
    }
  | /** A recording was added to it. */ {
      readonly kind: 'recording-appended'
      readonly dictationId: string
    }
  | /** A worker turned it into a draft report. */ {
      readonly kind: 'dictation-drafted'
      readonly dictationId: string
      readonly reportId: string
    }
  | /** A worker could not go on; the status says why. */ {
      readonly kind: 'dictation-set-aside'
      readonly dictationId: string
      readonly status: string
    }
  | /** A person asked for another try. */ {
      readonly kind: 'dictation-retried'
      readonly dictationId: string
    }
  | /** Somebody gave the password of an encrypted recording. */ {
      readonly kind: 'recording-unlocked'
      readonly dictationId: string
    }
  | /** Somebody listened to the recording. */ {
      readonly kind: 'recording-played'
      readonly dictationId: string
    }
  | /** Somebody opened the recognised words. */ {
      readonly kind: 'recognition-read'
      readonly dictationId: string
    }
  | /** Somebody opened the report, as this version. */ {
      readonly kind: 'report-read'
      readonly reportId: string
      readonly version: number
    }
  | /** Somebody took the report to work on it; `takenFrom` had it before. */ {
      readonly kind: 'report-claimed'
      readonly reportId: string
      readonly takenFrom: string | null
    }
  | /** Somebody laid the report back. */ {
      readonly kind: 'report-released'
      readonly reportId: string
    }
  | /** The text was changed. */ {
      readonly kind: 'report-edited'
      readonly reportId: string
      readonly version: number
    }
  | /** The text was put into another template. */ {
      readonly kind: 'report-template-changed'
      readonly reportId: string
      readonly version: number
      readonly templateId: string
    }
  | /** Somebody decided about a finding of this kind in this version. */ {
      readonly kind: 'finding-decided'
      readonly reportId: string
      readonly version: number
      readonly finding: string
      readonly verdict: FindingVerdict
    }
  | /** Ready for signature. */ {
      readonly kind: 'report-finalised'
      readonly reportId: string
      readonly version: number
    }
  | /** Taken back for more work before signature. */ {
      readonly kind: 'report-reopened'
      readonly reportId: string
      readonly version: number
    }
  | /** The author signed this version. */ {
      readonly kind: 'report-signed'
      readonly reportId: string
      readonly version: number
    }
  | /** The author added to a signed report. */ {
      readonly kind: 'report-addended'
      readonly reportId: string
      readonly version: number
    }
  | /** A letter was made of this version of a signed report; `reportId` is the letter's own. */ {
      readonly kind: 'letter-made'
      readonly reportId: string
      readonly letterOf: string
      readonly version: number
    }
  | /** The author's own vocabulary was replaced by a list of so many terms. */ {
      readonly kind: 'vocabulary-replaced'
      readonly authorId: string
      readonly terms: number
    }
  | /** An author's spoken commands were switched: so many families of them are off. */ {
      readonly kind: 'spoken-commands-replaced'
      readonly authorId: string
      readonly off: number
    }
  | /** A macro was made or changed; `authorId` is null for one of the site. */ {
      readonly kind: 'macro-changed'
      readonly macroId: string
      readonly authorId: string | null
    }
  | /** A file of so many macros was taken in. */ {
      readonly kind: 'macros-imported'
      readonly authorId: string | null
      readonly macros: number
    }
  | /** A macro was removed; its texts stay readable. */ {
      readonly kind: 'macro-removed'
      readonly macroId: string
      readonly authorId: string | null
    }
  | /** A correspondent was put into the directory, or changed. */ {
      readonly kind: 'correspondent-changed'
      readonly correspondentId: string
    }
  | /** A list of so many correspondents was taken in. */ {
      readonly kind: 'correspondents-imported'
      readonly correspondents: number
    }
  | /** A correspondent was removed; letters keep what they say of them. */ {
      readonly kind: 'correspondent-removed'
      readonly correspondentId: string
    }
  | /** A speech engine's language model is made from this many finalised reports. */ {
      readonly kind: 'reports-learned-from'
      readonly reports: number
    }
  | /** A session began. */ { readonly kind: 'signed-in' }
  | /** A session ended by its owner. */ { readonly kind: 'signed-out' }
  | /** A wrong login or password; `login` is not kept, it may hold a password typed in the wrong box. */ {
      readonly kind: 'sign-in-refused'
    }
)

export type AuditKind = AuditEvent['kind']
