import { z } from 'zod'
import { cleanLine, cleanText } from '../clean-string.ts'
import { localeSchema } from '../report-text.ts'

/** A piece of a macro's text: text as it is, or something to fill in. */
export const macroPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('fill-in'), label: z.string(), choices: z.array(z.string()) }),
])

export const macroSchema = z
  .object({
    id: z.uuid(),
    /** The author whose own it is; null for one of the site. */
    authorId: z.uuid().nullable(),
    name: z.string(),
    locale: localeSchema,
    /** Other ways of saying its name. */
    spoken: z.array(z.string()),
    body: z.string(),
    /** The body, cut at its fill-ins. */
    parts: z.array(macroPartSchema),
    version: z.int(),
    changedAt: z.iso.datetime(),
    /** Whether who asks may change it. */
    changeable: z.boolean(),
  })
  .meta({ id: 'Macro' })

/** `author`: whose own stand before the site's. Without it a doctor gets their own, others the site's. */
export const listMacrosQuery = z.strictObject({ author: z.uuid().optional() })

export const macrosReply = z.object({ items: z.array(macroSchema) })

const macroName = cleanLine().min(1).max(100)

export const putMacroBody = z.strictObject({
  authorId: z.uuid().nullable(),
  name: macroName,
  locale: localeSchema,
  spoken: z.array(macroName).max(20).default([]),
  /** With `{{label}}` or `{{label: choice | choice}}` where something is filled in. */
  body: cleanText().min(1).max(20_000),
})

export const importMacrosBody = z.strictObject({
  authorId: z.uuid().nullable(),
  /** What the file holds. */
  content: cleanText().min(1).max(2_000_000),
})

export const importMacrosReply = z.object({ added: z.int(), replaced: z.int() })

export type MacroReply = z.infer<typeof macroSchema>
export type PutMacroBody = z.input<typeof putMacroBody>
