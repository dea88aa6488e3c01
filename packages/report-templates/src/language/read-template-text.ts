import {
  fieldSources,
  type TemplateField,
  type TemplateProblem,
  type TemplateText,
  type TextPart,
} from '../template.ts'
import { problemOfCharacters } from './characters-of-no-text.ts'
import { readCondition } from './read-condition.ts'
import { createTextBuilder } from './text-builder.ts'

/** Lines of a template file that make one text, and the number of the first. */
export type TextLines = { readonly lines: readonly string[]; readonly firstLine: number }

/** What the braces of a text may name. */
export type Nameable = {
  readonly fields: readonly TemplateField[]
  /** The text of a block that `{{include name}}` puts in; null where there is none. */
  readonly block: (name: string) => string | null
}

export type Complain = (problem: TemplateProblem) => void

/**
 * Reads a text with braces: `{{field}}`, `{{patient.name}}`, `{{include block}}`, and
 * `{{if field is value}} … {{otherwise}} … {{end}}`. All else is text as it stands, Markdown and HTML too.
 * `inside` names the blocks that this text was included by.
 */
export function readTemplateText(
  { lines, firstLine }: TextLines,
  nameable: Nameable,
  complain: Complain,
  inside: readonly string[] = [],
): TemplateText {
  const builder = createTextBuilder()
  for (const [index, line] of lines.entries()) {
    const place = firstLine + index
    if (index > 0 && !isOnlyCommand(lines[index - 1] ?? '')) {
      builder.add({ kind: 'text', text: '\n' })
    }
    for (const piece of cutAtBraces(line)) {
      if (piece.kind === 'text') {
        builder.add(piece)
        continue
      }
      const column = piece.column + 1
      const wrong =
        piece.kind === 'stray'
          ? piece.message
          : obey(piece.inner, { builder, nameable, inside, line: place, column })
      if (wrong !== null) complain({ line: place, column, message: wrong })
    }
  }
  for (const { line, column } of builder.unended()) {
    complain({ line, column, message: 'This "if" is never ended: {{end}} is missing.' })
  }
  return builder.text()
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'braced'; readonly inner: string; readonly column: number }
  | { readonly kind: 'stray'; readonly message: string; readonly column: number }

function cutAtBraces(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let open: number | null = null
  // A backslash makes text of what would be a heading.
  const addText = (to: number) =>
    pieces.push({ kind: 'text', text: line.slice(from === 0 && /^\\#/.test(line) ? 1 : from, to) })
  for (const { 0: mark, index } of line.matchAll(/\{\{|\}\}/g)) {
    if (mark === '{{' && open === null) {
      addText(index)
      open = index
    } else if (mark === '}}' && open !== null) {
      const inner = line
        .slice(open + 2, index)
        .trim()
        .replace(/\s+/g, ' ')
      pieces.push({ kind: 'braced', inner, column: open })
      from = index + 2
      open = null
    } else {
      const message =
        mark === '{{' ? 'Braces cannot stand within braces.' : 'These braces close nothing.'
      pieces.push({ kind: 'stray', message, column: index })
    }
  }
  if (open === null) addText(line.length)
  else {
    const message = 'These braces are never closed: "}}" is missing on this line.'
    pieces.push({ kind: 'stray', message, column: open })
  }
  return pieces
}

/** A line that holds nothing but a condition's words leaves no empty line behind. */
function isOnlyCommand(line: string): boolean {
  const words = /^\{\{([^{}]*)\}\}$/.exec(line.trim())?.[1]?.trim() ?? ''
  return words.startsWith('if ') || words === 'otherwise' || words === 'end'
}

type Place = {
  readonly builder: ReturnType<typeof createTextBuilder>
  readonly nameable: Nameable
  readonly inside: readonly string[]
  readonly line: number
  readonly column: number
}

/** Does what the words between braces say; what is wrong with them, or null. */
function obey(words: string, place: Place): string | null {
  const { builder, nameable } = place
  if (words === 'otherwise') return builder.otherwise()
  if (words === 'end') return builder.endIf()
  if (words.startsWith('include ')) return include(words.slice('include '.length), place)
  if (words.startsWith('if ')) {
    const condition = readCondition(words.slice('if '.length), nameable.fields)
    if (typeof condition === 'string') return condition
    return builder.beginIf(condition, place.line, place.column)
  }
  const part = named(words, nameable.fields)
  if (typeof part === 'string') return part
  builder.add(part)
  return null
}

function include(name: string, { builder, nameable, inside }: Place): string | null {
  if (inside.includes(name)) {
    return `The blocks go round in a circle: ${[...inside, name].join(' → ')}.`
  }
  const source = nameable.block(name)
  if (source === null) return `There is no block "${name}" to include.`
  let wrong: string | null = null
  const complain: Complain = ({ line, message }) => {
    wrong ??= `In the block "${name}", line ${line}: ${message}`
  }
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const strange = problemOfCharacters(text)
  if (strange) complain(strange)
  const block = { lines: text.split('\n'), firstLine: 1 }
  const parts = readTemplateText(block, nameable, complain, [...inside, name])
  for (const part of parts) builder.add(part)
  return wrong
}

function named(name: string, fields: readonly TemplateField[]): TextPart | string {
  const from = fieldSources.find((source) => source === name)
  if (from) return { kind: 'fact', from }
  const field = fields.find(({ id }) => id === name)
  if (field?.kind === 'known') return { kind: 'fact', from: field.from }
  if (field) return { kind: 'field', id: field.id }
  return name === ''
    ? 'Braces need a name between them: {{field}}.'
    : `"${name}" is neither a field of this template nor one of ${fieldSources.join(', ')}.`
}
