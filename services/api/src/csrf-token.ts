import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token that a page sends with each change. It follows from the session's secret, so that it is
 * right for this session only and needs no memory of its own ("HMAC Based Token Pattern", OWASP
 * Cross-Site Request Forgery Prevention Cheat Sheet): the secret itself no script can read.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf token').digest('base64url')
}

export function isCsrfTokenOf(sessionToken: string, sent: unknown): boolean {
  const right = Buffer.from(csrfTokenOf(sessionToken))
  const given = Buffer.from(typeof sent === 'string' ? sent : '')
  return given.length === right.length && timingSafeEqual(given, right)
}
