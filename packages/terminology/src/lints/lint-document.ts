import type { Locale } from '@plume/transcript'
import { foldLetters } from '../lexicon/fold-form.ts'
import { type PlacedWord, wordsInText } from '../suggestions/words-in-text.ts'
import type { LintFinding } from './lint-finding.ts'
import { roleOf, type SectionRole } from './section-role.ts'

/** One section of a finished text; `title` is what stands above it. */
export type LintSection = { readonly title?: string; readonly text: string }

/** Who the text is about, as the record says; age in whole years. */
export type LintPatient = {
  readonly sex?: 'female' | 'male' | undefined
  readonly age?: number | undefined
}

export type LintWord = PlacedWord & {
  /** Small letters without accents, without an article before an apostrophe or a possessive after one. */
  readonly folded: string
  /** What stands between this word and the next. */
  readonly after: string
}

/** The words up to a full stop, a semicolon or a line break. */
export type Sentence = readonly LintWord[]

export type ReadSection = {
  readonly part: number
  readonly role: SectionRole
  readonly title: string
  readonly text: string
  readonly sentences: readonly Sentence[]
}

/** A finished text, read once for every lint. */
export type LintDocument = {
  readonly locale: Locale
  readonly language: 'en' | 'fr'
  readonly patient: LintPatient
  readonly sections: readonly ReadSection[]
}

/** One kind of trouble, looked for in a whole document. */
export type Lint = (document: LintDocument) => readonly LintFinding[]

export function readSection(
  { title = '', text }: LintSection,
  part: number,
  locale: Locale,
): ReadSection {
  const language = languageOf(locale)
  const placed = wordsInText(text)
  const words = placed.map((word, nth) => ({
    ...word,
    folded: foldWord(word, language),
    after: placed[nth + 1]?.gap ?? text.slice(word.end),
  }))
  return { part, role: roleOf(title, locale), title, text, sentences: sentencesOf(words) }
}

export function languageOf(locale: Locale): 'en' | 'fr' {
  return locale.startsWith('fr') ? 'fr' : 'en'
}

/** Where the words `[from, to)` of a sentence stand, and what they are. */
export function placeOf(
  { part, text }: ReadSection,
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
): Pick<LintFinding, 'part' | 'start' | 'end' | 'text'> {
  const start = sentence[from]?.start ?? 0
  const end = sentence[to - 1]?.end ?? start
  return { part, start, end, text: text.slice(start, end) }
}

/** What a lint says of every sentence, in order. */
export function inEverySentence(
  { sections }: LintDocument,
  look: (section: ReadSection, sentence: Sentence) => readonly LintFinding[],
): readonly LintFinding[] {
  return sections.flatMap((section) =>
    section.sentences.flatMap((sentence) => look(section, sentence)),
  )
}

function foldWord({ text }: PlacedWord, language: 'en' | 'fr'): string {
  const folded = foldLetters(text).replaceAll('’', "'")
  if (!folded.includes("'")) return folded
  return language === 'fr' ? folded.replace(/^(?:[cdjlmnst]|qu)'/, '') : folded.replace(/'s$/, '')
}

function sentencesOf(words: readonly LintWord[]): readonly Sentence[] {
  const sentences: LintWord[][] = []
  let sentence: LintWord[] = []
  for (const word of words) {
    if (sentence.length > 0 && endsSentence(word)) {
      sentences.push(sentence)
      sentence = []
    }
    sentence.push(word)
  }
  if (sentence.length > 0) sentences.push(sentence)
  return sentences
}

/** After "b.i.d." a sentence goes on in a small letter. */
function endsSentence({ gap, text }: LintWord): boolean {
  if (gap === ' ' || gap === '') return false
  if (/[;!?\n\r\f]/.test(gap)) return true
  return /^\W*\.\s/.test(gap) && !/^\p{Ll}/u.test(text)
}
