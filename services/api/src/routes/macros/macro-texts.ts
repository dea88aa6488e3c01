import type { MacroTexts } from '@plume/records'
import { macroIdIn, readMacroBody } from '@plume/report-templates'
import type { MacroStore } from '@plume/storage'

/** The texts of every macro that there ever was. */
export function createMacroTexts(macros: Pick<MacroStore, 'bodyOf'>): MacroTexts {
  return {
    async of(template, version) {
      const id = macroIdIn(template)
      const body = id === null ? null : await macros.bodyOf(id, version)
      if (body === null) return []
      return readMacroBody(body).parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    },
  }
}
