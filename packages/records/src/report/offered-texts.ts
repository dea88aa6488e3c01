import { partsOfReport, type ReportText, type Run } from '@plume/transcript'
import type { MacroTexts } from '../ports/macro-texts.ts'
import { withoutWords } from './stored-runs.ts'

/** The texts of macros, which anybody may put into a report. */
export type OfferedTexts = {
  /** Whether a macro that the run names says its text, whole or cut between words. */
  hold(run: Run): boolean
}

/** Looks up every macro that the submitted text names as a source. */
export async function offeredTexts(
  submitted: ReportText,
  macros: MacroTexts,
): Promise<OfferedTexts> {
  const texts = new Map<string, Promise<readonly string[]>>()
  for (const run of partsOfReport(submitted).flat()) {
    const key = keyOf(run)
    if (key === null || texts.has(key) || run.source.kind !== 'template') continue
    texts.set(key, macros.of(run.source.template, run.source.version))
  }
  const known = new Map(
    await Promise.all([...texts].map(async ([key, found]) => [key, await found] as const)),
  )
  return {
    hold(run) {
      const offered = known.get(keyOf(run) ?? '') ?? []
      return offered.some((text) => withoutWords(text, run.text) !== null)
    },
  }
}

/** Macros are put in by hand: neither in place of words, nor as the template's own default. */
function keyOf({ source }: Run): string | null {
  if (source.kind !== 'template' || source.over || source.default) return null
  return `${source.version} ${source.template}`
}
