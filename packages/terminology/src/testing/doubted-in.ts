import type { Locale } from '@plume/transcript'
import { recognitionFromText, writeDictation } from '../index.ts'

/** The words that findings of a kind stand at in what the writer makes of an utterance. */
export function doubtedIn(kind: string, spoken: string, locale: Locale): readonly string[] {
  const recognition = recognitionFromText(spoken, { locale })
  const { findings } = writeDictation(recognition, { locale, headings: [], fragment: true })
  return findings.filter((finding) => finding.kind === kind).map(({ text }) => text)
}
