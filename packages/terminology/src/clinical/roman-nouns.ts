import type { ReadRun } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { PhraseIndex } from '../reading/phrase-index.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'
import { romanOf } from './roman.ts'

/** What is counted in Roman numerals. */
export type RomanNoun = {
  readonly most: number
  /** Written in digits wherever it stands: a category of a report. */
  readonly isArabic?: true
  /** Words around it without which it is Arabic: "class two" is a class only of these. */
  readonly only?: ReadonlySet<string>
  /** Words around it that make it Arabic: stages of kidney disease and pressure injuries. */
  readonly except?: ReadonlySet<string>
  readonly hasLetter?: true
  readonly isList?: true
  /** Words of which one must stand before it, unless it begins what is said: elsewhere it is a verb. */
  readonly onlyAfter?: ReadonlySet<string>
  /** Words after it that show that something else was meant: "a factor two increase". */
  readonly notBefore?: ReadonlySet<string>
  /** How the noun itself is written, where it has one way only. */
  readonly name?: string
}

export type RomanLanguage = {
  readonly nouns: PhraseIndex<RomanNoun>
  readonly runAt: ReadRun
  /** Words between two numbers of a list; 'range' where a mark is written for them. */
  readonly joints: ReadonlyMap<string, 'word' | 'range'>
  /** True where the number goes on or is counted: "two point five", "two milligrams", "two thirds". */
  readonly saysMore: (atoms: readonly Atom[], from: number, to: number) => boolean
  /** Whether an "a" after a stage is its letter, not an article. */
  readonly isLetter: (atoms: readonly Atom[], at: number) => boolean
  /** Whether a noun that needs a word around it has it spelled before it: "n y h a". */
  readonly spelled: RegExp
  /** What makes a noun with exceptions Arabic where it is spelled beside it: "c k d stage three a", "stage four c k d". */
  readonly spelledException?: string
}

/** "class two to three", « stade trois ou quatre »; not the factors, which also multiply: "a factor two to ten". */
function isEither(joint: 'word' | 'range' | undefined, word: string, { most }: RomanNoun): boolean {
  return joint !== undefined && most <= 6 && !/^(?:and|et)$/.test(word)
}

/** "stage three a", "NYHA class three", "cranial nerves two through twelve", "lead two", "factor eight". */
export function romanRule(language: RomanLanguage): Rule {
  const { nouns, runAt, joints, saysMore, isLetter, spelled, spelledException } = language
  return { begins: new Set(nouns.keys()), read }

  function read(reading: Reading, at: number): readonly Span[] | null {
    const { atoms, firstAtom } = reading
    const from = firstAtom[at] ?? 0
    const noun = matchAtoms(nouns, atoms, from)
    if (!noun || isOther(atoms, from, noun.meaning)) return null
    const numbers = numbersAt(reading, noun.to, noun.meaning)
    const last = numbers.at(-1)
    if (!last || noun.meaning.notBefore?.has(close(atoms, last.to))) return null
    if (saysMore(atoms, last.numberFrom, last.to)) return null
    const write = isArabic(reading, from, last.to, noun.meaning) ? String : romanOf
    if (write === String && noun.meaning.only) return null
    const letter = noun.meaning.hasLetter ? letterAt(atoms, last.to) : ''
    const { name } = noun.meaning
    const head: Step = {
      from,
      to: noun.to,
      rule: 'clinical.roman',
      ...(name && { write: name }),
    }
    const steps = numbers.map((number, index) =>
      romanStep(number, index === numbers.length - 1 ? letter : '', write, index > 0),
    )
    const span = valueFrom(reading, 'grade', [head, ...steps], noun.meaning.isList ? ',' : '')
    return span && [span]
  }

  function isOther(atoms: readonly Atom[], from: number, { onlyAfter }: RomanNoun): boolean {
    const before = previous(atoms, from)
    if (!onlyAfter || before === '' || onlyAfter.has(before)) return false
    // "lead one and lead two"
    return !(joints.has(before) && runAt(atoms, from - 2).length > 0)
  }

  /** Numbers after a noun, each with the word before it; an engine may have put commas into a list. */
  function numbersAt(reading: Reading, from: number, noun: RomanNoun): readonly Listed[] {
    const { atoms } = reading
    const numbers: Listed[] = []
    let at = from
    while (numbers.length < 12) {
      const inList = numbers.length > 0
      const afterComma = inList && isAfterComma(reading, at)
      const word = afterComma ? (atoms[at]?.text ?? '') : close(atoms, at)
      if (word === '') break
      const joint = inList ? joints.get(word) : undefined
      const start = joint === undefined ? at : at + 1
      const isNext = start === at || close(atoms, start) !== ''
      const [group] = isNext ? runAt(atoms, start) : []
      const value = Number(group?.digits)
      if (!group || !(value >= 1 && value <= noun.most)) break
      // A number after a comma, or a second one after a noun of one, belongs to it only where nothing else is counted.
      const isSecond = inList && !noun.isList
      if (isSecond && !isEither(joint, word, noun)) break
      if ((afterComma || isSecond) && saysMore(atoms, start, group.to)) break
      numbers.push({
        value,
        from: at,
        numberFrom: start,
        to: group.to,
        joint: joint === undefined ? null : { kind: joint, word },
        comma: afterComma,
      })
      at = group.to
      if (isSecond) break
    }
    return numbers
  }

  function isArabic(
    reading: Reading,
    from: number,
    to: number,
    { only, except, isArabic: isAlways }: RomanNoun,
  ): boolean {
    if (isAlways) return true
    if (!only && !except) return false
    const { atoms } = reading
    const around = aroundAtoms(reading, from, to)
    const words = [...around.before, ...around.after]
    if (only) {
      const letters = [...around.before].reverse().join('')
      return !words.some((word) => only.has(word)) && !spelled.test(letters)
    }
    if (!except) return false
    return (
      words.some((word) => except.has(word)) || isSpelledBeside(atoms, from, to, spelledException)
    )
  }

  function letterAt(atoms: readonly Atom[], at: number): string {
    const word = close(atoms, at)
    if (isSpelledAt(atoms, at, spelledException)) return ''
    if (word === 'a' && isSpelledAt(atoms, at + 1, spelledException)) return word
    return /^[abc]$/.test(word) && (word !== 'a' || isLetter(atoms, at)) ? word : ''
  }
}

/** Whether letters are said right before an atom, right after another, or after the letter that stands there. */
function isSpelledBeside(
  atoms: readonly Atom[],
  from: number,
  to: number,
  letters: string | undefined,
): boolean {
  if (letters === undefined) return false
  const isBefore = [...letters]
    .reverse()
    .every((letter, back) => previous(atoms, from, back + 1) === letter)
  return isBefore || isSpelledAt(atoms, to, letters) || isSpelledAt(atoms, to + 1, letters)
}

const isSpelledAt = (atoms: readonly Atom[], at: number, letters: string | undefined) =>
  letters !== undefined &&
  [...letters].every((letter, ahead) => close(atoms, at + ahead) === letter)

/** A number in the list, with the word said before it, if any. */
type Listed = {
  readonly value: number
  readonly from: number
  readonly numberFrom: number
  readonly to: number
  readonly joint: { readonly kind: 'word' | 'range'; readonly word: string } | null
  readonly comma: boolean
}

function isAfterComma({ atoms, tokens }: Reading, at: number): boolean {
  const atom = atoms[at]
  return (
    atom?.joint === 'apart' &&
    tokens[atom.token - 1]?.after === ',' &&
    tokens[atom.token]?.before === ''
  )
}

function romanStep(
  { value, from, to, joint, comma }: Listed,
  letter: string,
  numeral: (value: number) => string,
  inList: boolean,
): Step {
  const end = letter === '' ? to : to + 1
  const roman = numeral(value) + letter.toUpperCase()
  const rule = 'clinical.roman'
  if (joint?.kind === 'range') {
    return { from, to: end, rule, write: ({ rangeMark }) => rangeMark + roman }
  }
  // Of leads and nerves one is said after the other: "leads two three and".
  const mark = comma || (inList && joint === null) ? ',' : ''
  const text = joint === null ? roman : `${joint.word} ${roman}`
  if (mark !== '') return { from, to: end, rule, write: `${mark} ${text}` }
  return { from, to: end, rule, left: 'space', write: text }
}
