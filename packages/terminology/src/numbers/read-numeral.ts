import type { Language } from '../reading/reading.ts'
import type { Token } from '../reading/token.ts'
import { frenchNumbers } from './french-numbers.ts'
import type { NumberLanguage } from './number-language.ts'
import { type Numeral, writtenNumeral } from './numeral.ts'

/** Neighbouring tokens that say nothing but numbers. */
export type NumberRun = {
  readonly atoms: readonly string[]
  readonly to: number
  /** True if the speaker hesitated between two of them. */
  readonly isBroken: boolean
}

/** Tokens from `at` on that say numbers, with the joints between them; null if the first does not. */
export function gatherNumbers(
  _language: Language,
  tokens: readonly Token[],
  at: number,
): NumberRun | null {
  const atoms: string[] = []
  let isBroken = false
  let to = at
  for (let token = tokens[to]; token; token = tokens[to]) {
    if (to > at && token.before !== '') break
    const next = token.after === '' ? (tokens[to + 1]?.atoms[0] ?? '') : ''
    if (!writtenNumeral(token) && !saysNumber(token.atoms, atoms.at(-1) ?? '', next, frenchNumbers))
      break
    atoms.push(...token.atoms)
    isBroken ||= to > at && token.hesitant
    to++
    if (token.after !== '') break
  }
  return to > at ? { atoms, to, isBroken } : null
}

function saysNumber(
  atoms: readonly string[],
  previous: string,
  next: string,
  { isNumberWord, isJoint }: NumberLanguage,
): boolean {
  return (
    atoms.length > 0 &&
    atoms.every(
      (atom, index) =>
        isNumberWord(atom) || isJoint(atoms[index - 1] ?? previous, atom, atoms[index + 1] ?? next),
    )
  )
}

export type ReadNumeral = {
  readonly numeral: Numeral
  /** The token after the number. */
  readonly to: number
  /** True for "one", « un », « une » alone. */
  readonly isOne: boolean
  /** True if the engine wrote all of it in digits itself. */
  readonly isWritten: boolean
}

/** One number said as one number, with its decimals; null where the words could be several. */
export function readNumeral(
  language: Language,
  tokens: readonly Token[],
  at: number,
): ReadNumeral | null {
  const run = gatherNumbers(language, tokens, at)
  const whole = run && wholeNumeral(language, tokens, at, run)
  if (!whole) return null
  const decimal = readDecimal(language, tokens, run.to)
  const integer = 'written' in whole ? whole.written : whole.integer
  if (decimal && /^\d+$/.test(integer)) {
    const numeral = { integer, fraction: decimal.fraction }
    return { numeral, to: decimal.to, isOne: false, isWritten: false }
  }
  return {
    numeral: whole,
    to: run.to,
    isOne: frenchNumbers.isOne(run.atoms),
    isWritten: 'written' in whole,
  }
}

function wholeNumeral(
  _language: Language,
  tokens: readonly Token[],
  at: number,
  run: NumberRun,
): Numeral | null {
  if (run.to === at + 1) {
    const written = writtenNumeral(tokens[at])
    if (written) return written
  }
  const value = run.isBroken ? null : frenchNumbers.cardinalOf(run.atoms)
  return value === null ? null : { integer: String(value), fraction: null }
}

export type ReadDecimal = { readonly fraction: string; readonly to: number; readonly word: string }

/** "point five", « virgule vingt-cinq », from the word for the decimal mark on. */
export function readDecimal(
  language: Language,
  tokens: readonly Token[],
  at: number,
): ReadDecimal | null {
  const word = decimalWordAt(language, tokens, at)
  if (word === null) return null
  const from = at + 1
  const first = tokens[from]
  const startsWithOh = first?.core === 'oh' && first.before === '' && first.after === ''
  const run = gatherNumbers(language, tokens, startsWithOh ? from + 1 : from)
  if (!run || first?.before !== '' || isHesitant(tokens, at, run.to)) return null
  const atoms = startsWithOh ? ['oh', ...run.atoms] : run.atoms
  const fraction = fractionOf(language, atoms)
  if (fraction === null || isNotDecimal(language, tokens, run.to, word)) return null
  return { fraction, to: run.to, word }
}

/** True if the speaker hesitated before one of the tokens `[from, to)`. */
export function isHesitant(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => token.hesitant)
}

function fractionOf(_language: Language, atoms: readonly string[]): string | null {
  const [only] = atoms
  if (atoms.length === 1 && only !== undefined && /^\d{1,6}$/.test(only)) return only
  return frenchNumbers.fractionOf(atoms)
}

/** The word for the decimal mark between two numbers, with no mark of the engine's around it. */
export function decimalWordAt(
  _language: Language,
  tokens: readonly Token[],
  at: number,
): string | null {
  const token = tokens[at]
  const [word] = token?.atoms ?? []
  if (!token || word === undefined || token.atoms.length !== 1) return null
  if (token.before !== '' || token.after !== '' || !frenchNumbers.decimalWords.has(word))
    return null
  return at > 0 && tokens[at - 1]?.after !== '' ? null : word
}

/**
 * True where the words after it show that a "decimal" is two things, or may be: « dix virgule trois fois
 * par jour », a list « deux virgule trois virgule quatre », « dix point trois jours ».
 */
function isNotDecimal(
  language: Language,
  tokens: readonly Token[],
  to: number,
  word: string,
): boolean {
  if (tokens[to - 1]?.after !== '') return false
  const { repeatWords, units } = frenchNumbers
  if (decimalWordAt(language, tokens, to) !== null && saysNumberAt(tokens, to + 1)) {
    return true
  }
  // An English "point" is nothing but a decimal mark; « point » and « virgule » are commands as well.
  if (!language.marks.has(word)) return false
  const [next = ''] = tokens[to]?.atoms ?? []
  const [afterNext] = tokens[to + 1]?.atoms ?? []
  if (repeatWords.has(next)) return word === 'point' || afterNext === frenchNumbers.perWord
  return word === 'point' && (units.get(next) ?? []).some(({ meaning }) => meaning.kind === 'word')
}

function saysNumberAt(tokens: readonly Token[], at: number): boolean {
  const [first = ''] = tokens[at]?.atoms ?? []
  return tokens[at]?.before === '' && (/^\d/.test(first) || frenchNumbers.isNumberWord(first))
}
