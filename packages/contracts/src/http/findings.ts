import type { FindingVerdict } from '@plume/records'
import type { WordFinding } from '@plume/transcript'
import { z } from 'zod'
import { wordRangeSchema } from '../report-text.ts'

export const severitySchema = z.enum(['high', 'medium', 'low'])

export const findingVerdictSchema: z.ZodType<FindingVerdict> = z.enum([
  'taken',
  'looked-at',
  'reopened',
])

/** What the writer found, as it is stored with the version that it wrote. */
export const wordFindingsSchema: z.ZodType<readonly WordFinding[]> = z.array(
  z.strictObject({
    words: wordRangeSchema,
    kind: z.string(),
    severity: severitySchema,
    text: z.string(),
    reason: z.string(),
    proposed: z.string().exactOptional(),
    source: z.string(),
  }),
)
