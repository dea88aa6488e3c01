import { type TracedText, type WordFinding, type WordRange, wordsAt } from '@plume/transcript'
import type { Finding, Suggestion, WrittenText } from '../written-text.ts'

const misheard: Readonly<Record<'en' | 'fr', string>> = {
  en: 'No list and no dictionary knows this word; it sounds like the proposed one.',
  fr: 'Ni liste ni dictionnaire ne connaît ce mot; il ressemble à celui qui est proposé.',
}

/**
 * What the writer doubted and proposed, at the words that were recognised: those that the text was written from, or, where a
 * finding has no text of its own, the nearest ones. In the order of the text; none is left out.
 */
export function anchorFindings(
  written: WrittenText,
  {
    language,
    isDrug,
  }: { readonly language: 'en' | 'fr'; readonly isDrug: (word: string) => boolean },
): readonly WordFinding[] {
  const proposals = written.suggestions.map((suggestion) =>
    findingOf(suggestion, language, isDrug(suggestion.proposed)),
  )
  return [...written.findings, ...proposals]
    .sort((a, b) => a.part - b.part || a.start - b.start || a.end - b.end)
    .flatMap(({ part, start, end, ...finding }): readonly WordFinding[] => {
      const { text = [], headingWords = null } = written.parts[part] ?? {}
      const words = wordsAt(text, start, end) ?? wordsBeside(text, start) ?? headingWords
      return words ? [{ words, ...finding }] : []
    })
}

/** A misheard drug hurts; another misheard term is mostly seen. */
function findingOf(suggestion: Suggestion, language: 'en' | 'fr', isAboutDrug: boolean): Finding {
  const severity = isAboutDrug ? 'high' : 'medium'
  return { ...suggestion, severity, reason: misheard[language], source: 'lexicon' }
}

/** The words of the run that ends or begins here. */
function wordsBeside(text: TracedText, at: number): WordRange | null {
  return wordsAt(text, at - 1, at + 1)
}
