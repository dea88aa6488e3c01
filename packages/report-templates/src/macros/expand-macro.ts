import type { Run, Source, TracedText, WordRange } from '@plume/transcript'
import type { KeptMacro } from './macro.ts'
import { readMacroBody } from './read-macro-body.ts'

/** What a run of a macro's text names as its template. */
export const macroTemplateId = (macro: Pick<KeptMacro, 'id'>): string => `macro:${macro.id}`

/** The macro that a run's template names; null where it is another template. */
export function macroIdIn(template: string): string | null {
  return /^macro:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(template)?.[1] ?? null
}

const blank: Run = { text: '____', source: { kind: 'blank', reason: 'not-dictated' } }

/** What a run of a macro's text says of itself. */
export function macroSource(macro: KeptMacro, over?: WordRange): Source {
  return {
    kind: 'template',
    template: macroTemplateId(macro),
    version: macro.version,
    ...(over ? { over } : {}),
  }
}

/**
 * The macro's text with its fill-ins filled. A fill-in without a value becomes a blank, which stops
 * finalising: nothing is guessed. `over` names the dictated words that asked for the macro.
 */
export function expandMacro(
  macro: KeptMacro,
  values: ReadonlyMap<string, TracedText> = new Map(),
  over?: WordRange,
): TracedText {
  const source = macroSource(macro, over)
  return readMacroBody(macro.body).parts.flatMap((part): TracedText => {
    if (part.kind === 'text') return [{ text: part.text, source }]
    const value = values.get(part.label) ?? []
    return value.some(({ text }) => text.trim() !== '') ? value : [blank]
  })
}
