import { stringify } from 'yaml'
import type { Macro } from './macro.ts'

/** Macros as one file that `parseMacros` reads back as the same macros. */
export function formatMacros(macros: readonly Macro[]): string {
  return macros.map(formatMacro).join('\n')
}

function formatMacro({ name, locale, spoken, body }: Macro): string {
  const facts = { name, locale, ...(spoken.length > 0 ? { say: spoken } : {}) }
  // Without folding: a value stays on its line, where a person looks for it.
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n${body}\n`
}
