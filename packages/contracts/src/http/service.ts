import { z } from 'zod'
import { localeSchema } from '../report-text.ts'

export const templatesReply = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      locale: localeSchema,
      title: z.string(),
    }),
  ),
})

export const healthReply = z
  .object({
    status: z.enum(['ok', 'degraded']),
    database: z.boolean(),
    workers: z.array(
      z.object({
        id: z.string(),
        engines: z.array(
          z.object({
            engine: z.string(),
            model: z.string(),
            demonstrationOnly: z.boolean(),
            languages: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Health' })

/** One server-sent event: something about this record changed; fetch it to see what. */
export const changeEventSchema = z.object({
  kind: z.enum(['dictation', 'report']),
  id: z.uuid(),
})

export type TemplatesReply = z.infer<typeof templatesReply>
export type HealthReply = z.infer<typeof healthReply>
export type ChangeEvent = z.infer<typeof changeEventSchema>
