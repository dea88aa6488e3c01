import type { Condition, TemplateText, TextPart } from '../template.ts'

type Open = {
  readonly condition: Condition
  readonly line: number
  readonly column: number
  readonly met: TextPart[]
  otherwise: TextPart[] | null
}

/** No template is deeper than this; a guard against one that is none. */
const deepest = 10

/** Puts a template text together, piece by piece; each method answers what is wrong with its call, or null. */
export function createTextBuilder() {
  const top: TextPart[] = []
  const open: Open[] = []

  function target(): TextPart[] {
    const last = open.at(-1)
    return last ? (last.otherwise ?? last.met) : top
  }
  function addText(text: string): void {
    if (text === '') return
    const parts = target()
    const last = parts.at(-1)
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text }
    else parts.push({ kind: 'text', text })
  }
  return {
    add(part: TextPart): void {
      if (part.kind === 'text') addText(part.text)
      else target().push(part)
    },
    beginIf(condition: Condition, line: number, column: number): string | null {
      if (open.length >= deepest) return 'Conditions stand too deep in each other.'
      open.push({ condition, line, column, met: [], otherwise: null })
      return null
    },
    otherwise(): string | null {
      const last = open.at(-1)
      if (!last || last.otherwise) return '"otherwise" stands between "if" and "end".'
      last.otherwise = []
      return null
    },
    endIf(): string | null {
      const last = open.pop()
      if (!last) return 'This "end" ends no "if".'
      const { condition, met, otherwise } = last
      target().push({ kind: 'if', condition, met, otherwise: otherwise ?? [] })
      return null
    },
    /** Conditions that were begun and never ended. */
    unended: (): readonly { readonly line: number; readonly column: number }[] => open,
    text: (): TemplateText => trimEnds(top),
  }
}

function trimEnds(parts: readonly TextPart[]): TemplateText {
  return parts
    .map((part, index): TextPart => {
      if (part.kind !== 'text') return part
      let { text } = part
      if (index === 0) text = text.trimStart()
      if (index === parts.length - 1) text = text.trimEnd()
      return { kind: 'text', text }
    })
    .filter((part) => part.kind !== 'text' || part.text !== '')
}
