import { type Part, readSaidNumbers } from './said-numbers.ts'
import { isNumberWord, isUnitName, pieceOf } from './said-words.ts'

/**
 * What a few English words say, whatever their form: "five point oh milligrams", "5.0 mg" and "5 mg" have one
 * value, and so have "three quarters" and 3/4, "five to ten" and 5-10, "stage one" and "stage I". Made for the
 * score and independent of the writer, so that the writer is not its own judge. Two texts with one value differ in
 * form alone; it errs towards calling things different.
 */
export function saidValue(words: readonly string[]): string {
  return joinParts(readSaidNumbers(pieces(words.join(' '))))
}

/** Words in lower case without marks, cut also at hyphens and slashes that are not between digits. */
export function plainWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s\u00a0\u202f]+/u)
    .flatMap(cutAtMarks)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}%°+$.-]+|[^\p{L}\p{N}%°+/]+$/gu, ''))
    .map((word) => word.replace(/^[.-](?!\d)/, '').replaceAll(/(?<=\d),(?=\d{3})/g, ''))
    .filter((word) => word !== '')
}

/** "mg/dL" is two words, 3/4 and 5-10 are one each, and so is an address with a path. */
function cutAtMarks(word: string): readonly string[] {
  const isAddress = /\p{L}{2}\.\p{L}{2}[^/]*\//u.test(word)
  return word.split(
    isAddress ? /[–—]/u : /(?<![\d.])\/|\/(?!\d)|(?<=[^\d])[–—-](?=\d)|[–—-](?!\d)|(?<!^|\d)[–—-]/u,
  )
}

/** Whether a word is of a class that no silent change may touch: number, unit, side, negation. */
export function isProtected(word: string): boolean {
  return /\d/.test(word) || isNumberWord(word) || isUnitName(word) || guarded.has(word)
}

const guarded = new Set(
  "left right bilateral no not none never without nor neither cannot can't don't doesn't didn't isn't wasn't aren't won't half hundred double triple mg mcg ml kg cm mm".split(
    ' ',
  ),
)

/** Fillers, and words whose mark is written elsewhere or not at all ("grams per litre", g/L). */
const dropped = new Set('uh uhm um umm er erm hmm youknow dollars $ per'.split(' '))

const months =
  'january february march april may june july august september october november december'
const monthOf = new RegExp(
  `\\b(${months.replaceAll(' ', '|')}) of (?=\\d|two thousand|twenty|nineteen)`,
  'g',
)

function pieces(text: string): readonly string[] {
  return (
    text
      .replaceAll('you know', 'youknow')
      .replaceAll('out of', 'over')
      .replaceAll('per cent', 'percent')
      .replaceAll('kilo hertz', 'kilohertz')
      .replaceAll(/(millimet(?:er|re)s) of mercury/g, '$1ofmercury')
      .replaceAll(monthOf, '$1 ')
      .replaceAll(/\ban? (?=hundred|thousand|million)/g, 'one ')
      .replaceAll(/(\d)(st|nd|rd|th)\b/g, '$1')
      .replaceAll(/(?<!\p{L})(?:\p{L}\.)+\p{L}(?!\p{L})/gu, (letters) =>
        letters.replaceAll('.', ''),
      )
      .replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, ' dot ')
      .match(/\d+(?:\.\d+)?|\.\d+|\p{L}[\p{L}']*|[%°+$/:@-]/gu) ?? []
  )
    .filter((piece) => !dropped.has(piece))
    .map(pieceOf)
}

/**
 * Words stand next to each other ("c o two", CO2), and so do numbers that were said ("one twenty", 120); digits that
 * were written apart stay apart (3 4 is not 34), but for three and more that were read out one by one.
 */
function joinParts(parts: readonly Part[]): string {
  const text = parts.map((part, at) => gapBefore(parts[at - 1], part) + part.text).join('')
  return text.replaceAll(/(?<![\d.])\d(?: \d(?![\d.])){2,}/g, (digits) =>
    digits.replaceAll(' ', ''),
  )
}

function gapBefore(before: Part | undefined, part: Part): string {
  if (!before || before.kind === 'word' || part.kind === 'word') return ''
  return before.kind === 'spoken' && part.kind === 'spoken' ? '' : ' '
}
