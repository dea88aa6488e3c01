import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SpeechLanguage, SpeechPiece } from '@plume/records'
import { z } from 'zod'

export type SmokeClip = SpeechPiece & { readonly expected: readonly string[] }

const clipSchema = z.object({ spoken: z.string(), expected: z.array(z.string()).min(5) })
const clipsSchema = z.object({ en: clipSchema, fr: clipSchema })

/** The header of a WAV file as sox writes it, and the bytes of a millisecond at 16 kHz with 16 bits. */
const headerBytes = 44
const bytesPerMs = 32

/** The clip of a language, and the words that an engine has to hear in it. */
export function smokeClip(language: SpeechLanguage): SmokeClip {
  const text = readFileSync(new URL('clips/clips.json', import.meta.url), 'utf8')
  const { expected } = clipsSchema.parse(JSON.parse(text))[language]
  const wavPath = fileURLToPath(new URL(`clips/${language}.wav`, import.meta.url))
  const durationMs = Math.floor((statSync(wavPath).size - headerBytes) / bytesPerMs)
  return { wavPath, durationMs, expected }
}
