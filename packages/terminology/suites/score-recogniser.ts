import {
  recognitionFromText,
  type WrittenText,
  writeDictation,
  writtenToPlain,
} from '../src/index.ts'
import { alignWords, type Hunk } from './align-words.ts'
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
  const written = plainWords(text)
  const changes = changesBetween(heard, written).map((hunk) =>
    judge(heard, written, hunk, said.slice(toSaid.at[hunk.left[0]], toSaid.at[hunk.left[1]])),
  )
  const suggestions = result.suggestions.map((each) => judgeSuggestion(each, text, said))
  const flags = result.suggestions.length + result.findings.length
  return { words: heard.length, changes, suggestions, flags }
}

function judge(
  allHeard: readonly string[],
  allWritten: readonly string[],
  hunk: Hunk,
  reference: readonly string[],
): SilentChange {
  const heard = allHeard.slice(...hunk.left)
  const written = allWritten.slice(...hunk.right)
  const [before, after, meant] = [heard, written, reference].map(saidValue)
  const verdict = ((): Verdict => {
    if (saysTheSame(allHeard, allWritten, hunk)) return 'kept'
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

/** By itself or with a word beside it, which is the same on both sides: "stage" shows what "I" is. */
function saysTheSame(
  heard: readonly string[],
  written: readonly string[],
  { left, right }: Hunk,
): boolean {
  return contexts.some(
    ([before, after]) =>
      saidValue(heard.slice(Math.max(0, left[0] - before), left[1] + after)) ===
      saidValue(written.slice(Math.max(0, right[0] - before), right[1] + after)),
  )
}

const contexts = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

/**
 * What differs. Two stretches with one word between them that say the same only together are one: in "over 120 over
 * 80" either "over" can be the one that is still there.
 */
function changesBetween(heard: readonly string[], written: readonly string[]): readonly Hunk[] {
  const changes: Hunk[] = []
  for (const hunk of alignWords(heard, written).hunks) {
    const before = changes.at(-1)
    const both = before && joined(before, hunk)
    if (both && !saysTheSame(heard, written, hunk) && saysTheSame(heard, written, both)) {
      changes[changes.length - 1] = both
    } else changes.push(hunk)
  }
  return changes
}

function joined(first: Hunk, second: Hunk): Hunk | null {
  if (second.left[0] - first.left[1] !== 1) return null
  return { left: [first.left[0], second.left[1]], right: [first.right[0], second.right[1]] }
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
    const lost = changesBetween(heard, written)
      .filter((hunk) => !saysTheSame(heard, written, hunk))
      .map(({ left, right }) => ({
        heard: heard.slice(...left).join(' '),
        written: written.slice(...right).join(' '),
      }))
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
