import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import { letters } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { lettersInRow } from './letters-in-row.ts'

/** What a letter may be joined to: « l'o n u », « d'e h p a d ». */
const elisions = wordSet("l' d'")

export const frenchLetterStarts: ReadonlySet<string> = new Set([...letters, ...elisions])

/** Two letters that are always an abbreviation; « y a » and « d e » are not. */
const pairs = wordSet('cv pv bd ip tv pc wc rh')

/** « s n c f » is SNCF: three letters and more, each a word of its own. « Il n y a pas » is prose. */
export function readFrenchLetters(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, tokens, firstAtom } = reading
  const first = firstAtom[at] ?? 0
  const isElided = elisions.has(atoms[first]?.text ?? '')
  const from = isElided ? first + 1 : first
  if (isElided && !atoms[from]?.closes) return null
  const said = lettersFrom(atoms, from)
  if (said.length < 2) return null
  const spelled = withoutVerb(atoms, from, said)
  const to = from + spelled.length
  const isShort = spelled.length < 3 && !pairs.has(said)
  if (isShort || isProse(spelled) || (!isElided && beginsWithVerb(atoms, from))) return null
  // A last letter with a number is more often a code of its own, « l quatre »; more digits are none.
  const run = close(atoms, to) === '' ? [] : frenchRunAt(atoms, to)
  if (run.length > 0 && run.length < 3) return null
  // « L'E H P A D » keeps its article as it was said.
  const article = isElided ? (tokens[at]?.core.slice(0, -1) ?? '') : ''
  const write = article + spelled.toUpperCase()
  const span = valueFrom(reading, 'code', [{ from: first, to, rule: 'code.letters', write }])
  return span && [span]
}

/** « il n y a », « l e c g » for « l'ECG »: an engine left the apostrophe out. */
const isProse = (letters: string) =>
  letters.includes('ya') || (letters.length > 3 && /^[ld][aeiouhy]/.test(letters))

const lettersFrom = (atoms: readonly Atom[], from: number) =>
  lettersInRow(atoms, from, (letters, at) => letters !== '' && saysHowOften(atoms, at))

/** « i v b i d », « i v q huit h »: how often begins anew. */
function saysHowOften(atoms: readonly Atom[], at: number): boolean {
  const three = [0, 1, 2].map((ahead) => close(atoms, at + ahead)).join('')
  return /^(?:[btq]id|prn)$/.test(three) || close(atoms, at) === 'q'
}

/** « la s n c f a annoncé »: a last a is a verb before a participle or an article; « n y h a classe deux » ends in one. */
function withoutVerb(atoms: readonly Atom[], from: number, letters: string): string {
  const after = close(atoms, from + letters.length)
  const isVerb = letters.endsWith('a') && (verbGoesOn.has(after) || isParticiple(after))
  return isVerb ? letters.slice(0, -1) : letters
}

const isParticiple = (word: string) => /(?:[éiu]e?s?|it)$/.test(word) && word.length > 2
const verbGoesOn = wordSet("pas jamais toujours déjà un une le la les l' des ouvert offert")

/** « le patient a v u »: a first a is a letter after an article, or where nothing stands before it. */
function beginsWithVerb(atoms: readonly Atom[], from: number): boolean {
  if (atoms[from]?.text !== 'a') return false
  const before = previous(atoms, from)
  return before !== '' && !/^(?:l'|la|le|les|une?|des?|du|d'|au|aux)$/.test(before)
}
