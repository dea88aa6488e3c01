import type { Reading } from './reading.ts'
import type { Span } from './span.ts'
import type { Token } from './token.ts'

/**
 * A family of rules: what it may begin with, and how it reads what begins there. `docs`: the package README,
 * "How to add a rule".
 */
export type Rule = {
  /**
   * First atoms that it can begin with; `digits` stands for any token that begins with a digit, `marksAlone` for
   * any without a word in it. 'any' asks the rule about every token, which costs time on each of them.
   */
  readonly begins: ReadonlySet<string> | 'any'
  /** The spans that begin at a token, next to each other, or null where the rule has nothing to say. */
  readonly read: (reading: Reading, at: number) => readonly Span[] | null
}

/** In `Rule.begins`: any token that begins with a digit. */
export const digits = '0'

/** For `Rule.begins`: the letters, each said by itself. */
export const letters: ReadonlySet<string> = new Set('abcdefghijklmnopqrstuvwxyz')

/** In `Rule.begins`: any token without a word: a mark, or line breaks, that an engine gave by itself. */
export const marksAlone = ''

/** The rules to be asked about a token, in the order in which they were listed. */
export type RuleIndex = (token: Token | undefined) => readonly Rule[]

/** So that a word of prose costs one look and not one for every family. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const keys = new Set(rules.flatMap(({ begins }) => (begins === 'any' ? [] : [...begins])))
  const byKey = new Map([...keys].map((key) => [key, rulesFor(key)] as const))
  const always = rulesFor(null)
  const ofMarks = byKey.get(marksAlone) ?? always

  function rulesFor(key: string | null): readonly Rule[] {
    return rules.filter(({ begins }) => begins === 'any' || (key !== null && begins.has(key)))
  }

  function otherRules(first: string): readonly Rule[] {
    if (startsWithDigit(first)) return byKey.get(digits) ?? always
    return first.startsWith('\n') ? ofMarks : always
  }

  return (token) => {
    const first = token?.atoms[0]
    if (first === undefined) return ofMarks
    return byKey.get(first) ?? otherRules(first)
  }
}

function startsWithDigit(atom: string): boolean {
  // ".5", « ,5 » and "-5" are numbers as well.
  const code = atom.charCodeAt(/^[-+.,]/.test(atom) ? 1 : 0)
  return code >= 48 && code <= 57
}
