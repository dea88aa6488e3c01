/**
 * A refusal is an answer, not an exception: a person asked for something that the rules do not allow.
 * Each code has one entry, with its HTTP status and its sentence in English and French, in the error
 * catalogue (`@plume/contracts`, docs/errors.md).
 */
export type RefusalCode =
  // receiving
  | 'empty-upload'
  | 'upload-too-large'
  | 'not-audio'
  | 'unknown-template'
  | 'unknown-author'
  // people
  | 'wrong-login'
  | 'not-signed-in'
  | 'not-allowed'
  // dictations
  | 'dictation-not-found'
  | 'dictation-not-waiting'
  | 'recording-known-otherwise'
  | 'report-in-work'
  | 'wrong-recording-password'
  // macros
  | 'macro-not-found'
  | 'macro-name-taken'
  | 'macro-unreadable'
  // correspondents
  | 'correspondent-not-found'
  | 'correspondent-known'
  | 'not-a-letter'
  | 'no-recipient'
  | 'letter-without-addressee'
  // reports
  | 'report-not-found'
  | 'version-not-found'
  | 'claimed-by-another'
  | 'not-claimed'
  | 'stale-version'
  | 'already-signed'
  | 'not-finalised'
  | 'not-signed'
  | 'blank-left'
  | 'required-part-empty'
  | 'not-the-author'
  | 'empty-addendum'
  | 'sections-changed'
  | 'finding-not-found'

export type Refusal = { readonly refused: RefusalCode }

export function refuse(code: RefusalCode): Refusal {
  return { refused: code }
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}
