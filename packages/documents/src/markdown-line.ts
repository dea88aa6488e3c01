import { visible } from './escape.ts'

/**
 * What makes markup of a mark wherever it stands (CommonMark 0.31, and GitHub's `~`, `|` and bare links).
 * Whether two `*` are emphasis depends on the rest of the paragraph, so each one counts.
 */
const anywhere = /[*_`[~|]|\\(?![\p{L}\p{N}])|(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@/giu

/** What begins a block at the start of a line: headings, quotes, lists, rules, and rows of a table's head. */
const atStart =
  /^(?:#(?=#{0,5}(?:[ \t]|$))|>|[-+](?=[ \t]|$)|[-:=](?=[-:= \t]*$))|(?<=^\d{1,9})[.)](?=[ \t]|$)/gmu

/** A heading loses number signs at its end. */
const atEnd = /(?<=[ \t])#(?=#*$)/gmu

/**
 * A line of text as Markdown that shows exactly it, escaping only what would be read as markup, so that a person can
 * read it too. Spaces at its ends, which would be dropped or break the line, become references.
 */
export function markdownLine(text: string): string {
  const escaped = visible(text)
    .replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;')
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(anywhere, '\\$&')
    .replace(atStart, '\\$&')
    .replace(atEnd, '\\$&')
  // The lookbehind keeps this linear: a long run of spaces inside a line is tried once, not from each space.
  return escaped.replace(/^[ \t]+|(?<![ \t])[ \t]+$/gm, (space) => '&#32;'.repeat(space.length))
}
