import type { User } from '@plume/records'
import type { Needs } from '../../needs.ts'
import { RefusedRequest } from '../../refused-request.ts'

/** Doctors keep their own; secretaries and administrators those of the site and of any author. */
export function mayKeepMacrosOf(authorId: string | null, user: User): boolean {
  return user.role !== 'doctor' || authorId === user.id
}

/** Ends the request where the owner is no author, or not one that this user may keep macros of. */
export async function checkMacroOwner(
  authorId: string | null,
  user: User,
  needs: Pick<Needs, 'accounts'>,
): Promise<void> {
  if (!mayKeepMacrosOf(authorId, user)) throw new RefusedRequest('not-allowed')
  if (authorId === null) return
  const author = await needs.accounts.findUser(authorId)
  if (author?.role !== 'doctor') throw new RefusedRequest('unknown-author')
}
