import type { FindingVerdict } from '@plume/records'
import type { WordFinding } from '@plume/transcript'
import { z } from 'zod'
import { cleanText } from '../clean-string.ts'
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

/** Ids of findings: one of a lint holds words of the report, so that it goes into bodies only. */
const findingId = cleanText().min(1).max(20_000)

const decisionSchema = z
  .object({
    verdict: findingVerdictSchema,
    by: z.uuid(),
    byName: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'FindingDecision' })

export const findingSchema = z
  .object({
    id: findingId,
    /** `writer`: found while the dictation was written. `lint`: found in the text as it stands. */
    origin: z.enum(['writer', 'lint']),
    kind: z.string(),
    /** The harm if it is wrong. */
    severity: severitySchema,
    /** What it is about; of the writer, as it was written then. */
    text: z.string(),
    /** One sentence for a person. */
    reason: z.string(),
    proposed: z.string().optional(),
    /** Which list or rule says so. */
    source: z.string(),
    /** The recognised words that it is about; null where nobody dictated the text. */
    words: wordRangeSchema.nullable(),
    /**
     * Where they stand in the report's `text`: a JSON Pointer to the text of a part, and UTF-16 positions in its runs,
     * joined. Null once a person has deleted or retyped them.
     */
    place: z.object({ path: z.string(), start: z.int(), end: z.int() }).nullable(),
    /** `edited`: settled because its words were deleted or retyped. */
    state: z.enum(['open', 'looked-at', 'edited']),
    /** The newest one. */
    decision: decisionSchema.nullable(),
  })
  .meta({ id: 'Finding' })

/** What a person should look at in a version of a report, the most harmful first. */
export const findingsReply = z
  .object({ version: z.int(), items: z.array(findingSchema) })
  .meta({ id: 'Findings' })

export const decideFindingBody = z.strictObject({
  /** The version in which the person saw it. */
  version: z.int().positive(),
  finding: findingId,
  verdict: findingVerdictSchema,
})

export const decideFindingReply = decisionSchema

export type FindingReply = z.infer<typeof findingSchema>
export type FindingDecisionReply = z.infer<typeof decisionSchema>
export type DecideFindingBody = z.infer<typeof decideFindingBody>
