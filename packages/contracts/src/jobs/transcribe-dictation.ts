import { z } from 'zod'

/** Decode, recognise, write and merge one dictation. The queue holds its id and nothing else. */
export const transcribeDictationJob = {
  queue: 'transcribe-dictation',
  payload: z.strictObject({ dictationId: z.uuid() }),
} as const

export type TranscribeDictationPayload = z.infer<typeof transcribeDictationJob.payload>
