import { z } from 'zod'
import { cleanLine, cleanText } from '../clean-string.ts'

export const roleSchema = z.enum(['doctor', 'secretary', 'administrator'])

export const userSchema = z
  .object({
    id: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    role: roleSchema,
  })
  .meta({ id: 'User' })

export const signInBody = z.strictObject({
  login: cleanLine().min(1).max(200),
  password: cleanText().min(1).max(1000),
})

/** `csrfToken` goes into the `x-csrf-token` header of every request that changes something. */
export const sessionReply = z
  .object({ user: userSchema, csrfToken: z.string() })
  .meta({ id: 'Session' })

export const listUsersQuery = z.strictObject({ role: roleSchema.optional() })
export const usersReply = z.object({ items: z.array(userSchema) })

export type UserReply = z.infer<typeof userSchema>
export type SessionReply = z.infer<typeof sessionReply>
