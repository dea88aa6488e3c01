import { z } from 'zod'

/** A finished text to lint, and what the record says of the patient: age in whole years. */
export const lintedTextSchema = z.object({
  text: z.string(),
  patient: z
    .object({
      sex: z.enum(['female', 'male']).optional(),
      age: z.int().min(0).max(150).optional(),
    })
    .optional(),
})

export type LintedText = z.infer<typeof lintedTextSchema>
