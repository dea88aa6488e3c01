import { z } from 'zod'

/**
 * Text of several lines. It may hold neither the NUL character nor half a character (a surrogate
 * without its other half), which no database and no document can keep.
 */
export function cleanText(): z.ZodString {
  return z.string().regex(/^[^\0\p{Cs}]*$/u)
}

/** One line, such as a name or an identifier: no control characters either, no space around it. */
export function cleanLine(): z.ZodString {
  return z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
}
