import type { User } from '@plume/records'
import type { Needs } from '../../needs.ts'
import { RefusedRequest } from '../../refused-request.ts'

/** The author whose vocabulary it is about. A doctor has to do with their own only. */
export async function authorOf(id: string, user: User, needs: Needs): Promise<User> {
  const author = id === 'me' ? user : await needs.accounts.findUser(id)
  if (author?.role !== 'doctor') throw new RefusedRequest('unknown-author')
  if (user.role === 'doctor' && author.id !== user.id) throw new RefusedRequest('not-allowed')
  return author
}
