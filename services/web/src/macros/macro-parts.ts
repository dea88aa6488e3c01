import type { MacroReply } from '@plume/contracts'
import type { Run, TracedText } from '@plume/transcript'

export type MacroPart = MacroReply['parts'][number]
export type FillIn = Extract<MacroPart, { kind: 'fill-in' }>

/** What is to be filled in, each label once. */
export function fillInsOf(macro: MacroReply): readonly FillIn[] {
  const found = new Map<string, FillIn>()
  for (const part of macro.parts) {
    if (part.kind === 'fill-in' && !found.has(part.label)) found.set(part.label, part)
  }
  return [...found.values()]
}

/**
 * The macro's text with its values, as the server's `expandMacro` writes it: what is not filled in becomes
 * a blank, which stops finalising.
 */
export function macroRuns(
  macro: MacroReply,
  values: ReadonlyMap<string, string>,
  typist: { readonly id: string; readonly at: string },
): TracedText {
  return macro.parts.map((part): Run => {
    if (part.kind === 'text') {
      const source = { kind: 'template', template: `macro:${macro.id}`, version: macro.version }
      return { text: part.text, source: { ...source, kind: 'template' } }
    }
    const value = values.get(part.label)?.trim() ?? ''
    return value === ''
      ? { text: '____', source: { kind: 'blank', reason: 'not-dictated' } }
      : { text: value, source: { kind: 'typed', by: typist.id, at: typist.at } }
  })
}

/**
 * A text that is being written, cut at its fill-ins, to be looked at: the server says whether it can be
 * read, this only shows it.
 */
export function roughParts(body: string): readonly MacroPart[] {
  return body.split(/(\{\{[^{}\n]+\}\})/).flatMap((piece): MacroPart[] => {
    const inside = /^\{\{(.+)\}\}$/.exec(piece)?.[1]
    if (inside === undefined) return piece === '' ? [] : [{ kind: 'text', text: piece }]
    const [label = '', choices = ''] = inside.split(/:(.*)/s)
    const named = choices.split('|').map((choice) => choice.trim())
    return [
      { kind: 'fill-in', label: label.trim(), choices: named.filter((choice) => choice !== '') },
    ]
  })
}
