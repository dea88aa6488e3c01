import type { TextSource } from './build-adapted-model.ts'
import { readReportText } from './read-report-text.ts'
import { isScoredText } from './refuse-scored-texts.ts'

/** A name occurs in a report or two; what more reports than these hold is the hospital's language. */
const fewestReports = 3

/** What templates say: their headings as they open a section, and the report that each shows as an example. */
export function templateTexts(
  templates: readonly { readonly headings: readonly string[]; readonly example: string }[],
): readonly TextSource[] {
  const headings = new Set(templates.flatMap((template) => template.headings))
  return [
    {
      name: 'template headings',
      sentences: [...headings]
        .flatMap(readReportText)
        .flatMap((words) => [words, [...words, 'colon'], [...words, 'period']]),
    },
    {
      name: 'template examples',
      sentences: templates.flatMap(({ example }) => readReportText(example)),
    },
  ]
}

/** Terms, each where a sentence may hold it: what goes before and after is not known. */
export function lexiconTexts(name: string, terms: readonly string[]): TextSource {
  const sentences = [...new Set(terms)]
    .flatMap(readReportText)
    .flatMap((words) => [words, ['the', ...words], ['and', ...words], [...words, 'period']])
  return { name, sentences }
}

/**
 * Finalised reports, without the words that fewer than three of them hold (names, numbers of records), and without those
 * that are the dictations engines are scored on.
 */
export function finalisedReportTexts(reports: readonly string[]): TextSource {
  const read = reports.map(readReportText).filter((sentences) => !isScoredText(sentences))
  const heldBy = new Map<string, number>()
  for (const sentences of read) {
    for (const word of new Set(sentences.flat())) heldBy.set(word, (heldBy.get(word) ?? 0) + 1)
  }
  const isCommon = (word: string) => (heldBy.get(word) ?? 0) >= fewestReports
  return {
    name: 'finalised reports',
    sentences: read.flat().flatMap((sentence) => splitAtOthers(sentence, isCommon)),
  }
}

function splitAtOthers(
  sentence: readonly string[],
  isKept: (word: string) => boolean,
): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  for (const word of sentence) {
    if (isKept(word)) parts.at(-1)?.push(word)
    else parts.push([])
  }
  return parts.filter((part) => part.length > 1)
}
