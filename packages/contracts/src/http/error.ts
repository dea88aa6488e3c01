import { z } from 'zod'
import { type ErrorCode, errorCatalogue } from '../errors/catalogue.ts'

const codes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]

/** Every error answer: a code to act on, a sentence for a person, an id to find it in the log. */
export const errorReply = z
  .object({
    code: z.enum(codes),
    message: z.object({ en: z.string(), fr: z.string() }),
    requestId: z.string(),
    /** Which parts of the request or of the file are wrong. Never repeats their values. */
    problems: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
  })
  .meta({ id: 'Error' })

export type ErrorReply = z.infer<typeof errorReply>
