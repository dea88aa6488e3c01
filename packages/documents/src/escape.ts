const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that HTML shows exactly as it is. Control characters, which HTML forbids, become spaces. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/**
 * Text that Markdown shows exactly as it is: every ASCII punctuation mark may be escaped (CommonMark
 * 0.31, 2.4), so all of them are, and a space at a line's start or end cannot make a block or a break.
 */
export function escapeMarkdown(text: string): string {
  return (
    visible(text)
      .replace(/[!-/:-@[-`{-~]/g, (mark) => entities[mark] ?? `\\${mark}`)
      // The lookbehind keeps this linear: a long run of spaces inside a line is tried once, not from each space.
      .replace(/^[ \t]+|(?<![ \t])[ \t]+$/gm, (space) => '&#32;'.repeat(space.length))
  )
}

/**
 * Without control characters, which terminals and printers obey: a space each, so that no two words or
 * numbers become one. Marks that turn the direction of what follows (Unicode UAX 9) are left out.
 */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, ' ').replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
}
