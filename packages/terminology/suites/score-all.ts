import { readPairs, readUnchanged, type SuiteLanguage } from './read-suite.ts'
import { isHeard, readRecogniserPairs } from './recogniser-pairs.ts'
import { type LintScore, scoreLints } from './score-lints.ts'
import { type Outcome, scorePairs, scoreUnchanged, type Unchanged } from './score-pairs.ts'
import { type RecogniserScore, scoreFalseCommands, scoreRecogniser } from './score-recogniser.ts'

export type LanguageScore = {
  readonly language: SuiteLanguage
  readonly outcomes: readonly Outcome[]
  readonly unchanged: readonly Unchanged[]
  readonly lints: LintScore
}

export type Score = {
  readonly languages: readonly LanguageScore[]
  /** Null where the recogniser pairs are not on this machine, or English is not asked for. */
  readonly real: {
    readonly falseCommands: Readonly<Record<string, ReturnType<typeof scoreFalseCommands>>>
    readonly recogniser: RecogniserScore
    readonly unheard: number
  } | null
}

/** The rows and the finished prose of one language; quick. */
export function measureLanguage(language: SuiteLanguage): LanguageScore {
  return {
    language,
    outcomes: scorePairs(readPairs(language)),
    unchanged: scoreUnchanged(readUnchanged(language), language === 'fr' ? 'fr-CA' : 'en-CA'),
    lints: scoreLints(language),
  }
}

/** Everything, with the real recogniser output where there is some. */
export function measure(languages: readonly SuiteLanguage[]): Score {
  return {
    languages: languages.map(measureLanguage),
    real: languages.includes('en') ? measureReal() : null,
  }
}

function measureReal(): Score['real'] {
  const pairs = readRecogniserPairs()
  if (!pairs) return null
  const references = pairs.map(({ reference }) => reference.toLowerCase())
  const heard = pairs.filter(isHeard)
  return {
    falseCommands: {
      'lower case': scoreFalseCommands(references),
      'lower case, no marks': scoreFalseCommands(references.map(withoutMarks)),
    },
    recogniser: scoreRecogniser(heard),
    unheard: pairs.length - heard.length,
  }
}

/** As an engine gives words that knows no punctuation: marks at the edges of words go. */
function withoutMarks(text: string): string {
  return text.replaceAll(/(?<=^|\s)[^\p{L}\p{N}\s]+|[^\p{L}\p{N}\s%]+(?=\s|$)/gu, '')
}
