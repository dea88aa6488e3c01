import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Around, Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { lettersInRow } from './letters-in-row.ts'

/** What is told apart by a letter: hepatitis B, Child-Pugh A. */
const takesLetter = wordSet(`
  hepatitis influenza vitamin hemophilia haemophilia pugh type group class grade category plan option
`)
/** What is told apart by a number and a letter: apartment 2B, segment 4A, BI-RADS 4A. */
const takesNumberAndLetter = wordSet(`
  apartment suite room ward bed seat exit gate unit figure table segment rads birads type grade level zone class
`)

/** After a letter; an article is before none of these. */
const afterLetter = wordSet(`
  and or was is were are shows showed in on with for to at by from then but the strep streptococcus positive negative
  virus vaccine antibody antigen infection deficiency level levels pneumonia aortic dissection
  period comma colon semicolon
`)

/** Whether an "a" is a letter by what comes after it: "stage three a period", "type a next line". */
export function isLetterA(atoms: readonly Atom[], at: number): boolean {
  const after = close(atoms, at + 1)
  if (after === '') return true
  if (/^(?:new|next)$/.test(after)) return /^(?:line|paragraph)$/.test(close(atoms, at + 2))
  return afterLetter.has(after) && !(after === 'period' && isSpan.test(close(atoms, at + 2)))
}
const isSpan = /^(?:of|for|when|where|in|with)$/

/** "hepatitis a comma": what stands before a mark that was said is a letter, and no article. */
export function endsWithLetter({ before, after }: Pick<Around, 'before' | 'after'>): boolean {
  const [first, second = '', third = ''] = before
  if (first !== 'a' || isSpan.test(after[0] ?? '')) return false
  return takesLetter.has(second) || takesNumberAndLetter.has(third) || third === 'stage'
}

/** "apartment two b", "segment four a": 2B, 4A. More letters are an abbreviation: "room two b p cuff". */
export function readEnglishNumberWithLetter(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!takesNumberAndLetter.has(previous(atoms, from))) return null
  const [number, more] = englishRunAt(atoms, from)
  if (!number || more || !/^\d{1,3}$/.test(number.digits)) return null
  const letter = close(atoms, number.to)
  if (!/^[a-h]$/.test(letter) || /^.$/.test(close(atoms, number.to + 1))) return null
  if (letter === 'a' && !isLetterA(atoms, number.to)) return null
  const write = number.digits + letter.toUpperCase()
  const step = { from, to: number.to + 1, rule: 'code.number-with-letter', write }
  const span = valueFrom(reading, 'code', [step])
  return span && [span]
}

/** "group b strep" is group B strep, "hepatitis a b and c" hepatitis A B and C. "vitamin b twelve" is another name. */
export function readEnglishNamedLetter(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!isNamedByLetter(atoms, from)) return null
  const row = lettersInRow(atoms, from, () => false)
  const rowTo = from + row.length
  const last = lastOfList(atoms, rowTo)
  // More letters, with no list that ends, are an abbreviation.
  const isName = last !== null || (row.length === 1 && (row !== 'a' || isLetterA(atoms, from)))
  if (!/^[a-hko]+$/.test(row) || !isName) return null
  const letters = row.toUpperCase().split('').join(' ')
  const write = last === null ? letters : `${letters} ${close(atoms, rowTo)} ${last.toUpperCase()}`
  const to = last === null ? rowTo : rowTo + 2
  const span = valueFrom(reading, 'code', [{ from, to, rule: 'code.named-letter', write }])
  return span && [span]
}

/** A term of the lexicon may have taken the first letter: "hepatitis A", b and c. */
function isNamedByLetter(atoms: readonly Atom[], from: number): boolean {
  const before = previous(atoms, from)
  if (before === 'vitamin') return englishRunAt(atoms, from + 1).length === 0
  return (
    takesLetter.has(before) || (/^[a-e]$/.test(before) && takesLetter.has(previous(atoms, from, 2)))
  )
}

/** The letter after "and" or "or", where no other follows it. */
function lastOfList(atoms: readonly Atom[], at: number): string | null {
  const letter = close(atoms, at + 1)
  if (!/^(?:and|or)$/.test(close(atoms, at)) || !/^[a-hko]$/.test(letter)) return null
  if (/^.$/.test(close(atoms, at + 2)) || (letter === 'a' && !isLetterA(atoms, at + 1))) return null
  return letter
}
