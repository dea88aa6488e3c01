import { z } from 'zod'
import { cleanLine } from '../clean-string.ts'

/** As in `correspondentLimits` of `@plume/records`. */
const line = cleanLine().max(100)

const correspondentFields = {
  /** By which the site or the licensing body knows them; empty where there is none. */
  number: line,
  /** Before the name: "Dr.", « Dre ». */
  title: line,
  givenName: line,
  /** Or the whole name of a clinic. */
  familyName: line.min(1),
  /** Behind the name: "MD, FRCPC". */
  degrees: line,
  specialty: line,
  /** The address below the name, as it is to be printed. */
  lines: z.array(line.min(1)).max(8),
  /** In which they are written to. */
  language: z.enum(['en', 'fr']),
  /** How a letter to them begins, where it is not the usual form. */
  salutations: z.strictObject({ en: line, fr: line }),
  phone: line,
  fax: line,
}

export const putCorrespondentBody = z.strictObject(correspondentFields)

export const correspondentSchema = z
  .object({
    id: z.uuid(),
    ...correspondentFields,
    /** Name with title and degrees, as on an envelope. */
    writtenName: z.string(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Correspondent' })

/** In a body: a site may have patients among its correspondents, and names stay out of addresses. */
export const searchCorrespondentsBody = z.strictObject({
  /** Parts of words of name, number, specialty, address or telephone; each has to be there. */
  search: cleanLine().max(200).default(''),
  page: z.int().min(1).max(100_000).default(1),
  pageSize: z.int().min(1).max(200).default(50),
})

export const correspondentsReply = z.object({
  items: z.array(correspondentSchema),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})

export type CorrespondentReply = z.infer<typeof correspondentSchema>
export type CorrespondentsReply = z.infer<typeof correspondentsReply>
export type PutCorrespondentBody = z.infer<typeof putCorrespondentBody>
export type SearchCorrespondentsBody = z.input<typeof searchCorrespondentsBody>
