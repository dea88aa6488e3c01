import type { TemplateProblem } from '../template.ts'

/**
 * What no reader of a file sees: control characters, halves of characters, and marks that turn the
 * direction of what follows (Unicode UAX 9), so that "10 mg" can be shown as another dose.
 */
const ofNoText = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u
const ofNoTextInLines = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Bidi_Control}]/u

/** Where a text of several lines first holds a character of no text, or null. */
export function characterOfNoText(text: string): number | null {
  return ofNoTextInLines.exec(text)?.index ?? null
}

/** Whether a text is one line, with no character of no text in it. */
export function isLineOfText(text: string): boolean {
  return !ofNoText.test(text)
}

/** What is wrong with the text of a file that holds such characters, at the first; or null. */
export function problemOfCharacters(text: string): TemplateProblem | null {
  const at = characterOfNoText(text)
  if (at === null) return null
  const before = text.slice(0, at).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return { line: before.length, column, message: 'The file holds a character of no text here.' }
}
