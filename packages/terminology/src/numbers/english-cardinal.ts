import { type Shape, shapeOf } from './shape.ts'

/** English cardinals: "one hundred (and) five", "two thousand and twenty-four", "fifteen hundred". */

export const englishDigits: ReadonlyMap<string, number> = new Map(
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (word, value) => [word, value] as const,
  ),
)
const teens = new Map(
  [
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, index) => [word, index + 10] as const),
)
export const englishTens: ReadonlyMap<string, number> = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, index) => [word, (index + 2) * 10] as const,
  ),
)
/** Short scale: three more zeros each. */
const scaleNames = [
  'thousand',
  'million',
  'billion',
  'trillion',
  'quadrillion',
  'quintillion',
  'sextillion',
  'septillion',
  'octillion',
  'nonillion',
  'decillion',
]
const scales = new Map(scaleNames.map((name, index) => [name, 10n ** BigInt(3 * index + 3)]))

/** Words that begin or go on with a number; "and", "a" and "oh" only between others. */
export const englishNumberWords: ReadonlySet<string> = new Set([
  ...englishDigits.keys(),
  ...teens.keys(),
  ...englishTens.keys(),
  'hundred',
  ...scales.keys(),
])

export function isEnglishNumberWord(atom: string): boolean {
  return englishNumberWords.has(atom)
}

/** True for "million" and above: kept as a word after a decimal, "1.5 million". */
export function isLargeScale(word: string): boolean {
  return word !== 'thousand' && scales.has(word)
}

export function isScaleWord(word: string): boolean {
  return word === 'hundred' || scales.has(word)
}

export type Cardinal = {
  /** Without separators: "120". */
  readonly digits: string
  readonly shape: Shape
  readonly to: number
}

/** The longest cardinal that begins at `at`; `word` gives '' where something else stands between. */
export function englishCardinalAt(word: (at: number) => string, at: number): Cardinal | null {
  if (word(at) === 'zero') return { digits: '0', shape: 'zero', to: at + 1 }
  const reader = { word, at }
  const value = readHundreds(reader) ?? readAll(reader)
  return value === null
    ? null
    : { digits: String(value), shape: shapeOf(Number(value)), to: reader.at }
}

/** The value of words that are, all together, one cardinal. */
export function englishCardinalOf(atoms: readonly string[]): number | null {
  const cardinal = englishCardinalAt((at) => atoms[at] ?? '', 0)
  return cardinal && cardinal.to === atoms.length ? Number(cardinal.digits) : null
}

type Reader = { readonly word: (at: number) => string; at: number }

/** "fifteen hundred", "twenty-five hundred and ten": 1100 to 9999 said in hundreds. */
function readHundreds(reader: Reader): number | null {
  const start = reader.at
  const count = readBelowHundred(reader)
  if (count !== null && count > 10 && count % 10 !== 0 && take(reader, 'hundred')) {
    return count * 100 + readRest(reader)
  }
  reader.at = start
  return null
}

/** Groups from the largest down, each at most once. A number but where there is a scale: those pass 2^53. */
function readAll(reader: Reader): number | bigint | null {
  const begin = reader.at
  let total = 0n
  let smallest: bigint | null = null
  for (;;) {
    const start = reader.at
    const joined = start > begin && take(reader, 'and')
    const group = joined ? readBelowHundred(reader) : readBelowThousand(reader)
    const scale = group === null ? undefined : scales.get(reader.word(reader.at))
    if (start === begin && scale === undefined && group !== 0) return group
    if (scale !== undefined) reader.at++
    const size = scale ?? 1n
    const isNext = smallest === null || size < smallest
    const isOther = joined && (scale !== undefined || reader.word(reader.at) === 'hundred')
    if (group === null || !isNext || isOther || (start === begin && group === 0)) {
      reader.at = start
      return start === begin ? null : total
    }
    total += BigInt(group) * size
    smallest = size
    if (size === 1n) return total
  }
}

function readBelowThousand(reader: Reader): number | null {
  const start = reader.at
  const isArticle = take(reader, 'a')
  const hundreds = isArticle ? 1 : readDigit(reader)
  if (hundreds !== null && take(reader, 'hundred')) return hundreds * 100 + readRest(reader)
  if (isArticle) {
    if (scales.has(reader.word(reader.at))) return 1
    reader.at = start
    return null
  }
  reader.at = start
  return readBelowHundred(reader)
}

/** What follows "hundred": "and five", "five", or nothing. */
function readRest(reader: Reader): number {
  const start = reader.at
  take(reader, 'and')
  const rest = readBelowHundred(reader)
  // "one hundred and one hundred", "two hundred four hundred" are two numbers.
  if (rest === null || reader.word(reader.at) === 'hundred') {
    reader.at = start
    return 0
  }
  return rest
}

function readBelowHundred(reader: Reader): number | null {
  const ten = readFrom(reader, englishTens)
  if (ten !== null) return ten + (readDigit(reader) ?? 0)
  return readFrom(reader, teens) ?? readDigit(reader)
}

function readDigit(reader: Reader): number | null {
  return reader.word(reader.at) === 'zero' ? null : readFrom(reader, englishDigits)
}

function readFrom(reader: Reader, words: ReadonlyMap<string, number>): number | null {
  const value = words.get(reader.word(reader.at))
  if (value === undefined) return null
  reader.at++
  return value
}

function take(reader: Reader, word: string): boolean {
  if (reader.word(reader.at) !== word) return false
  reader.at++
  return true
}
