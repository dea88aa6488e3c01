import type { Locale, Recognition, SpokenHeading } from '@plume/transcript'
import type { CommandFamily } from './commands/command.ts'
import { closeMarks } from './corrections/close-marks.ts'
import { obeyCommands } from './corrections/obey-commands.ts'
import { doubtBeside } from './doubts/doubt-beside.ts'
import { doubtFindings } from './doubts/doubt-findings.ts'
import { doubtHesitantSides } from './doubts/hesitant-sides.ts'
import { doubtJoinedArticle } from './doubts/joined-article.ts'
import { lowConfidenceFindings } from './doubts/low-confidence.ts'
import { settleDates } from './doubts/settle-dates.ts'
import { doubtTwoInOne } from './doubts/two-numbers-in-one.ts'
import { doubtTwoStrengths } from './doubts/two-strengths.ts'
import { indexHeadings } from './headings/read-heading.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { localeProfile, type SiteProfile } from './locale-profile.ts'
import { hearTokens } from './reading/hear-tokens.ts'
import { keptFor } from './reading/kept-for.ts'
import { readSpans } from './reading/read-spans.ts'
import type { Language } from './reading/reading.ts'
import { indexRules, type Rule, type RuleIndex } from './reading/rule.ts'
import { layOutParts } from './rendering/lay-out-parts.ts'
import { listenTo, type Suggester } from './suggestions/suggest-terms.ts'
import type { WrittenText } from './written-text.ts'

export type WriteOptions = {
  readonly locale: Locale
  /** The sections that may be named, as the template knows them. */
  readonly headings: readonly SpokenHeading[]
  /** True to add no capital and no full stop that was not said. */
  readonly fragment?: boolean
  /** What a site writes otherwise than its locale does. */
  readonly site?: SiteProfile
  /** The spoken commands that the author has switched off: families of them. */
  readonly commands?: { readonly off?: readonly CommandFamily[] }
  /** The rule that reads the terms of a lexicon; asked last, about words that no other rule took. */
  readonly terms?: Rule
  /** The rule that puts right what a site's table of mishearings says; asked first. */
  readonly mishearings?: Rule
  /** Who looks for misheard terms in what was written; without one there are no suggestions. */
  readonly suggester?: Suggester
}

/**
 * Turns recognised words into the text that a secretary would type, cut at the spoken headings.
 * The same words always give the same text; every word is in a run, in a heading, or among the dropped.
 */
export function writeDictation(recognition: Recognition, options: WriteOptions): WrittenText {
  const profile = { ...localeProfile(options.locale), ...options.site }
  const language = profile.language === 'fr' ? french : english
  const heard = hearTokens(recognition.words, language.isFiller)
  const headings = indexHeadings(options.headings)
  const read = readSpans(heard.tokens, {
    language,
    headings,
    rules: rulesOf(language, options),
    off: new Set(options.commands?.off),
  })
  const beside = doubtBeside(read, { tokens: heard.tokens, units: language.units, profile })
  const settled = settleDates(beside, heard.tokens, profile)
  const doubted = doubtTwoInOne(settled, heard.tokens, language.counted)
  const joined = doubtJoinedArticle(doubted, heard.tokens, language.counted, language.articles)
  const strengths = doubtTwoStrengths(joined, heard.tokens, language.counted)
  const sided = doubtHesitantSides(strengths, heard, language.corrections.sides)
  const obeyed = obeyCommands(sided, heard.tokens, language.corrections)
  const spans = closeMarks(obeyed, heard.tokens)
  const { written, doubts } = layOutParts(spans, {
    recognitionId: recognition.id,
    heard,
    profile,
    fragment: options.fragment ?? false,
  })
  const misheard = options.suggester ? listenTo(written, options.suggester) : nothingMisheard
  const findings = [
    ...doubtFindings(doubts, profile.language),
    ...misheard.findings,
    ...lowConfidenceFindings(written, recognition, options.suggester?.isDrug ?? noDrug),
  ]
  return { ...written, suggestions: misheard.suggestions, findings }
}

const noDrug = () => false
const nothingMisheard = { suggestions: [], findings: [] } as const

/** Kept for as long as the rules of a lexicon and a table live: a dictation of some words costs less than its index. */
const indexes = new WeakMap<Language, WeakMap<Rule, WeakMap<Rule, RuleIndex>>>()
const noRule: Rule = { begins: new Set(), read: () => null }

function rulesOf(language: Language, { terms, mishearings }: WriteOptions): RuleIndex {
  const ofLanguage = keptFor(indexes, language, () => new WeakMap<Rule, WeakMap<Rule, RuleIndex>>())
  const ofTerms = keptFor(ofLanguage, terms ?? noRule, () => new WeakMap<Rule, RuleIndex>())
  return keptFor(ofTerms, mishearings ?? noRule, () =>
    indexRules([
      ...(mishearings ? [mishearings] : []),
      ...language.rules,
      ...(terms ? [terms] : []),
    ]),
  )
}
