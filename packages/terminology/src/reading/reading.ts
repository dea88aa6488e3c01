import type { CommandFamily } from '../commands/command.ts'
import type { IsFiller } from '../commands/fillers.ts'
import type { ItemWords } from '../commands/item-phrases.ts'
import type { BreakPhrases } from '../commands/line-breaks.ts'
import type { CommandPhrases } from '../commands/read-command.ts'
import type { EscapePhrases } from '../commands/read-escape.ts'
import type { MarkPhrases } from '../commands/read-mark.ts'
import type { SpellingWords } from '../commands/read-spelling.ts'
import type { CorrectionWords } from '../corrections/correction-words.ts'
import type { ReplacePhrases } from '../corrections/replace-named.ts'
import type { CountedWords } from '../doubts/counted-words.ts'
import type { ArticleWords } from '../doubts/joined-article.ts'
import type { HeadingPhrases } from '../headings/heading-phrases.ts'
import type { MarkName } from '../locale-profile.ts'
import type { Unit } from '../measures/unit.ts'
import type { Atoms } from './atoms.ts'
import type { PhraseIndex } from './phrase-index.ts'
import type { Rule } from './rule.ts'
import type { Span } from './span.ts'
import type { Token } from './token.ts'

/** Everything about a language that reading needs. One value per language, in `src/languages/`. */
export type Language = {
  readonly marks: MarkPhrases
  readonly breaks: BreakPhrases
  readonly commands: CommandPhrases
  readonly replace: ReplacePhrases
  readonly corrections: CorrectionWords
  readonly counted: CountedWords
  readonly articles: ArticleWords
  readonly escapes: EscapePhrases
  readonly headingPhrases: HeadingPhrases
  readonly units: PhraseIndex<Unit>
  /** Marks that an engine sets apart after a word, as the language does: « Est-ce nouveau ? ». */
  readonly spacedMarks: ReadonlyMap<string, MarkName>
  readonly items: ItemWords
  readonly spelling: SpellingWords
  readonly isFiller: IsFiller
  /** Everything that can be said in this language, in the order in which it is asked about a token. */
  readonly rules: readonly Rule[]
}

/** What a rule may look at: all the tokens, and what was read before the one at hand. */
export type Reading = Atoms & {
  readonly tokens: readonly Token[]
  readonly language: Language
  readonly headings: PhraseIndex<string>
  /** Families of commands that the author has switched off. */
  readonly off: ReadonlySet<CommandFamily>
  /** The list that is open, and the number of its next item; null for bullets. */
  readonly list: { readonly next: number | null } | null
  /** The last span that left something behind. */
  readonly last: Span | null
  /** The token where the sentence at hand began. */
  readonly sentenceFrom: number
}

/** The words on either side of a phrase, for guards that tell a command from prose. */
export type Around = {
  /** Up to five atoms before it in its sentence, the nearest first; none beyond a mark. */
  readonly before: readonly string[]
  /** Up to three atoms after it, the nearest first; none beyond a mark. */
  readonly after: readonly string[]
  /** Tokens of the sentence that come before the phrase. */
  readonly wordsSoFar: number
}

/** What was looked at last in a dictation: one family after the other looks around the same words. */
type LookedAt = { from: number; to: number; sentenceFrom: number; around: Around }
const lookedAt = new WeakMap<Reading['tokens'], LookedAt>()

export function aroundOf({ tokens, sentenceFrom }: Reading, from: number, to: number): Around {
  const last = lookedAt.get(tokens)
  if (last?.from === from && last.to === to && last.sentenceFrom === sentenceFrom) {
    return last.around
  }
  const around = lookAround(tokens, sentenceFrom, from, to)
  lookedAt.set(tokens, { from, to, sentenceFrom, around })
  return around
}

/** The same for what is told by its first atom and the one after its last. */
export function aroundAtoms(reading: Reading, from: number, to: number): Around {
  const { atoms } = reading
  return aroundOf(reading, atoms[from]?.token ?? 0, (atoms[to - 1]?.token ?? 0) + 1)
}

function lookAround(
  tokens: Reading['tokens'],
  sentenceFrom: number,
  from: number,
  to: number,
): Around {
  const before: string[] = []
  for (let at = from - 1; at >= sentenceFrom && before.length < 5; at--) {
    const token = tokens[at]
    if (token?.after !== '') break
    // Pushed one by one: a copy for each look around is much of the writer's work.
    const { atoms } = token
    for (let atom = atoms.length - 1; atom >= 0 && atom >= atoms.length - 5; atom--) {
      before.push(atoms[atom] ?? '')
    }
  }
  const after: string[] = []
  let previous = tokens[to - 1]
  for (let at = to; at < tokens.length && after.length < 3; at++) {
    if (previous?.after !== '') break
    previous = tokens[at]
    const atoms = previous?.atoms ?? []
    for (let atom = 0; atom < atoms.length && atom < 3; atom++) after.push(atoms[atom] ?? '')
  }
  return { before, after, wordsSoFar: from - sentenceFrom }
}

/** The nearest atom before a token, or '' at the start and after a mark. */
export function atomBefore(tokens: readonly Token[], at: number): string {
  const token = tokens[at - 1]
  return (token?.after === '' && token.atoms.at(-1)) || ''
}
