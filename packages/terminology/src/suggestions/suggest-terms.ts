import { textOf, type WrittenDictation } from '@plume/transcript'
import type { Lexicon } from '../lexicon/create-lexicon.ts'
import { foldForm } from '../lexicon/fold-form.ts'
import { wordSet } from '../reading/word-set.ts'
import type { Finding, Suggestion } from '../written-text.ts'
import { isDoseAt, isDrugSlot } from './drug-slot.ts'
import { joinAt } from './join-words.ts'
import { createKnownWords, type KnownWords, type WordFacts, withoutElision } from './known-words.ts'
import { createProposer, type ProposeTerm } from './propose-term.ts'
import type { SpellingWords } from './spelling-words.ts'
import { isNamed } from './titles.ts'
import { unclearDrug, unknownDrug } from './unclear-drugs.ts'
import { type PlacedWord, wordsInText } from './words-in-text.ts'

/** A suggestion for a text, before it is known which part of a dictation the text is. */
export type TextSuggestion = Omit<Suggestion, 'part'>
export type TextFinding = Omit<Finding, 'part'>

/** What may be misheard in a text: with a better word, or without one. */
export type Misheard = {
  readonly suggestions: readonly TextSuggestion[]
  readonly findings: readonly TextFinding[]
}

/** Finds words that may be misheard terms. The same text always gives the same. */
export type Suggester = {
  readonly inText: (text: string) => Misheard
  /** True for the name of a drug. */
  readonly isDrug: (word: string) => boolean
}

/** The words of a text, and what is known of each. */
export type HeardWords = {
  readonly words: readonly PlacedWord[]
  readonly facts: readonly WordFacts[]
}

/** What a suggester works with. */
export type Listening = {
  readonly known: KnownWords
  readonly propose: ProposeTerm
  readonly language: 'en' | 'fr'
  /** Words that no term begins with. */
  readonly functionWords: ReadonlySet<string>
}

/** What a lexicon has to say about strange words. Made once for a lexicon; the layers' own indexes are kept. */
export function createSuggester(lexicon: Lexicon, spelling: SpellingWords): Suggester {
  const { language } = lexicon
  const known = createKnownWords(lexicon, spelling)
  const listening = {
    known,
    propose: createProposer(known, language),
    language,
    functionWords: functionWords[language],
  }
  return {
    isDrug: (word) => lexicon.lookUp(word).some((entry) => entry.class.startsWith('drug-')),
    inText: (text) => {
      const words = wordsInText(text)
      // Each word is looked at from several others.
      const facts = words.map((word) => known.factsOf(word.text))
      const suggestions: TextSuggestion[] = []
      const findings: TextFinding[] = []
      for (let at = 0; at < words.length; ) {
        const { takes, suggestion, finding } = listenAt({ words, facts }, at, listening)
        if (suggestion) suggestions.push(suggestion)
        if (finding) findings.push(finding)
        at += takes
      }
      return { suggestions, findings }
    },
  }
}

const functionWords = {
  en: wordSet(
    'a an and as at by for he her his i in is it my no of on or our she so the to we with',
  ),
  fr: wordSet(
    'a au aux ce ces d de des du elle en et il je l la le les ma mon ne nous on ou par pas sa se ses si son sur un une y',
  ),
}

type Found = {
  /** How many words it is about. */
  readonly takes: number
  readonly suggestion?: TextSuggestion
  readonly finding?: TextFinding
}

const nothing: Found = { takes: 1 }

function listenAt(heard: HeardWords, at: number, listening: Listening): Found {
  const { words, facts } = heard
  const { propose, language } = listening
  const word = words[at]
  if (!word) return nothing
  const join = joinAt(heard, at, listening)
  if (join) return { takes: join.takes, suggestion: suggestionFor(words, at, join) }
  if (!facts[at]?.isStrange || isNamed(words, at, language)) return nothing
  if (isCombining(heard, at, language)) return nothing
  const text = withoutElision(word.text, language)
  const slot = isDrugSlot(words, { from: at, to: at + 1 }, language)
  const proposal = propose(foldForm(text, language), slot)
  const start = word.start + word.text.indexOf(text)
  const place = { start, end: start + text.length, text }
  if (proposal && !proposal.rival) {
    const suggestion = suggestionFor(words, at, { ...place, proposed: proposal.word })
    return { takes: 1, suggestion }
  }
  if (proposal?.rival) return { takes: 1, ...unclearDrug(place, proposal, language) }
  return isDoseAt(words, at + 1) ? { takes: 1, ...unknownDrug(place, language) } : nothing
}

const adjective = {
  en: /(?:ar|al|ic|ous|ive|ary)$/,
  fr: /(?:aires?|al|ales?|aux|iques?|eux|euses?|ifs?|ives?|iens?|iennes?)$/,
}

/** « bloc auriculo ventriculaire »: a form that is joined to the adjective after it, and no word misheard. */
function isCombining({ words, facts }: HeardWords, at: number, language: 'en' | 'fr'): boolean {
  const next = words[at + 1]
  if (!/^\p{Ll}+o$/u.test(words[at]?.text ?? '') || next?.gap !== ' ') return false
  return facts[at + 1]?.isStrange === false && adjective[language].test(next.text)
}

function suggestionFor(
  words: readonly PlacedWord[],
  at: number,
  found: Pick<TextSuggestion, 'start' | 'end' | 'text' | 'proposed'>,
): TextSuggestion {
  const { start, end, text } = found
  // A capital belongs to the sentence or to the name that the engine thought it heard.
  const isCapital = /^\p{Lu}/u.test(text) && (at === 0 || /[.!?:\n]/.test(words[at]?.gap ?? ''))
  const proposed = isCapital ? capitalised(found.proposed) : found.proposed
  return { start, end, text, proposed, kind: 'misheard-term' }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What may be misheard in each part of what was written. */
export function listenTo(
  { parts }: WrittenDictation,
  { inText }: Suggester,
): { readonly suggestions: readonly Suggestion[]; readonly findings: readonly Finding[] } {
  const heard = parts.map(({ text }) => inText(textOf(text)))
  return {
    suggestions: heard.flatMap((each, part) =>
      each.suggestions.map((suggestion) => ({ part, ...suggestion })),
    ),
    findings: heard.flatMap((each, part) => each.findings.map((finding) => ({ part, ...finding }))),
  }
}
