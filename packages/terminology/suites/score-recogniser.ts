import {
  recognitionFromText,
  type WrittenText,
  writeDictation,
  writtenToPlain,
} from '../src/index.ts'
import { alignWords } from './align-words.ts'
import type { RecogniserPair } from './recogniser-pairs.ts'
import { isProtected, plainWords, saidValue } from './said-value.ts'
import { starterSuggester, starterTerms } from './starter-terms.ts'

/**
 * A silent change is a stretch of recognised words that the text no longer has, with what stands there now;
 * capitals and marks are not looked at. Against what was really said there it is
 *
 * - `kept`: another form of the same words ("five milligrams", "5 mg"; "uh" left out);
 * - `right`: the engine had misheard, and the text now says what was said;
 * - `broken`: the engine had heard it rightly, and the text now says something else;
 * - `still-wrong`: misheard before and wrong after, in another way.
 *
 * Right per cent = (kept + right) / all. Broken per 10,000 counts recognised words inside broken stretches, at
 * least one each. What counts as the same words is judged by `saidValue`, not by the writer.
 */
export type Verdict = 'kept' | 'right' | 'broken' | 'still-wrong'

export type SilentChange = {
  readonly verdict: Verdict
  readonly heard: string
  readonly written: string
  readonly reference: string
  /** Touches a number, a unit, a side or a negation without keeping its value. */
  readonly touchesProtected: boolean
  readonly words: number
}

/** A suggestion beside what was really said in its place; right when taking it would put exactly that there. */
export type JudgedSuggestion = {
  readonly right: boolean
  readonly text: string
  readonly proposed: string
  readonly reference: string
}

export type RecogniserScore = {
  readonly words: number
  readonly changes: readonly SilentChange[]
  readonly suggestions: readonly JudgedSuggestion[]
  /** Suggestions and findings: each asks somebody to look. */
  readonly flags: number
}

const locale = 'en-CA'

/** Writes what the engine heard and judges every silent change and suggestion by what was said. */
export function scoreRecogniser(pairs: readonly RecogniserPair[]): RecogniserScore {
  const scores = pairs.map(scorePair)
  return {
    words: sum(scores.map(({ words }) => words)),
    changes: scores.flatMap(({ changes }) => changes),
    suggestions: scores.flatMap(({ suggestions }) => suggestions),
    flags: sum(scores.map(({ flags }) => flags)),
  }
}

function scorePair({ reference, hypothesis }: RecogniserPair): RecogniserScore {
  const result = write(hypothesis)
  const text = writtenToPlain(result)
  const heard = plainWords(hypothesis)
  const said = plainWords(reference)
  const toSaid = alignWords(heard, said)
  const changes = alignWords(heard, plainWords(text)).hunks.map(({ left, right }) =>
    judge(
      heard.slice(...left),
      plainWords(text).slice(...right),
      said.slice(toSaid.at[left[0]], toSaid.at[left[1]]),
    ),
  )
  const suggestions = result.suggestions.map((each) => judgeSuggestion(each, text, said))
  const flags = result.suggestions.length + result.findings.length
  return { words: heard.length, changes, suggestions, flags }
}

function judge(
  heard: readonly string[],
  written: readonly string[],
  reference: readonly string[],
): SilentChange {
  const [before, after, meant] = [heard, written, reference].map(saidValue)
  const verdict = ((): Verdict => {
    if (before === after) return 'kept'
    if (after === meant) return 'right'
    return before === meant ? 'broken' : 'still-wrong'
  })()
  return {
    verdict,
    heard: heard.join(' '),
    written: written.join(' '),
    reference: reference.join(' '),
    touchesProtected: verdict !== 'kept' && [...heard, ...written].some(isProtected),
    words: Math.max(1, heard.length),
  }
}

/** Takes the suggestion, and sees whether the words in its place are now those that were said. */
function judgeSuggestion(
  suggestion: WrittenText['suggestions'][number],
  text: string,
  said: readonly string[],
): JudgedSuggestion {
  const before = plainWords(text.slice(0, suggestion.start))
  const proposed = plainWords(suggestion.proposed)
  const after = plainWords(text.slice(suggestion.end))
  const { at } = alignWords([...before, ...proposed, ...after], said)
  const reference = said.slice(at[before.length], at[before.length + proposed.length])
  return {
    right: saidValue(proposed) === saidValue(reference),
    text: suggestion.text,
    proposed: suggestion.proposed,
    reference: reference.join(' '),
  }
}

/**
 * Prose in which nobody dictated anything: words that are gone from the text, other than by being written in
 * another form, were taken for a command, and so was a break that nobody said.
 */
export function scoreFalseCommands(texts: readonly string[]): {
  readonly words: number
  readonly commands: readonly { readonly heard: string; readonly written: string }[]
} {
  const commands = texts.flatMap((line) => {
    const text = writtenToPlain(write(line))
    const heard = plainWords(line)
    const written = plainWords(text)
    const lost = alignWords(heard, written)
      .hunks.map(({ left, right }) => [heard.slice(...left), written.slice(...right)] as const)
      .filter(([from, to]) => saidValue(from) !== saidValue(to))
      .map(([from, to]) => ({ heard: from.join(' '), written: to.join(' ') }))
    const breaks = text.match(/[\n\f]+/g) ?? []
    return [...lost, ...breaks.slice(lost.length).map(() => ({ heard: line, written: '\\n' }))]
  })
  return { words: sum(texts.map((text) => plainWords(text).length)), commands }
}

function write(line: string): WrittenText {
  const recognition = recognitionFromText(line, { locale })
  return writeDictation(recognition, {
    locale,
    headings: [],
    fragment: true,
    terms: starterTerms(locale),
    suggester: starterSuggester(locale),
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
