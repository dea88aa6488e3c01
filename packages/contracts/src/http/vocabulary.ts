import { z } from 'zod'
import { cleanLine } from '../clean-string.ts'

/** An author's own words for the speech engine, most useful first. Not for names of patients. */
export const vocabularySchema = z
  .strictObject({ terms: z.array(cleanLine().min(1).max(80)).max(500) })
  .meta({ id: 'Vocabulary' })

/** An author's user id, or `me`. */
export const vocabularyParams = z.strictObject({ id: z.union([z.literal('me'), z.uuid()]) })
