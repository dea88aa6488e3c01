import { z } from 'zod'

/**
 * Decode, recognise, write and merge one dictation; or, with `share`, hear one share of a long one. Both stand in
 * one queue, so that a worker does so many things at the same time and the urgent first. The queue holds ids and
 * nothing else.
 */
export const transcribeDictationJob = {
  queue: 'transcribe-dictation',
  payload: z.strictObject({
    dictationId: z.uuid(),
    share: z
      .strictObject({
        /** The plan's name, a hash. */
        plan: z.string().regex(/^[0-9a-f]{64}$/),
        number: z.int().nonnegative(),
      })
      .exactOptional(),
  }),
} as const

export type TranscribeDictationPayload = z.infer<typeof transcribeDictationJob.payload>
