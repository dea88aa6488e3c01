import { type Shape, shapeOf } from './shape.ts'

/**
 * French cardinals, as said in Québec and France (soixante-dix, quatre-vingts) and, because it costs
 * nothing, in Belgium and Switzerland (septante, huitante, nonante). Hyphens make no difference.
 */

export const frenchDigits: ReadonlyMap<string, number> = new Map(
  ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'].map(
    (word, value) => [word, value] as const,
  ),
)
const teens = new Map(
  ['dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize'].map(
    (word, index) => [word, index + 10] as const,
  ),
)
export const frenchTens: ReadonlyMap<string, number> = new Map([
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
])
/** Long scale: a billion is a million millions. */
const scales = new Map([
  ['billion', 1_000_000_000_000],
  ['billions', 1_000_000_000_000],
  ['milliard', 1_000_000_000],
  ['milliards', 1_000_000_000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
])
const others = new Set(['zero', 'une', 'vingts', 'cent', 'cents', 'mille', 'mil', ...scales.keys()])

/** Words that begin or go on with a number; « et » only between others. */
export const frenchNumberWords: ReadonlySet<string> = new Set([
  ...frenchDigits.keys(),
  ...teens.keys(),
  ...frenchTens.keys(),
  ...others,
])

export function isFrenchNumberWord(atom: string): boolean {
  return frenchNumberWords.has(atom)
}

type Value = { readonly digits: string; readonly shape: Shape }
type Cardinal = Value & { readonly to: number }

/** The longest cardinal that begins at `at`, up to 999 999 999 999 999; `word` gives '' where something else stands. */
export function frenchCardinalAt(word: (at: number) => string, at: number): Cardinal | null {
  const next = word(at + 1)
  if (next === 'et' || frenchNumberWords.has(next)) return readCardinal(word, at)
  const value = ofOneWord.get(word(at))
  return value ? { ...value, to: at + 1 } : null
}

function readCardinal(word: (at: number) => string, at: number): Cardinal | null {
  if (isZero(word(at))) return { digits: '0', shape: 'zero', to: at + 1 }
  const reader = { word, at }
  const value = readScales(reader)
  return value > 0 ? { digits: String(value), shape: shapeOf(value), to: reader.at } : null
}

/** The value of atoms that are, all together, one cardinal. */
export function frenchCardinalOf(atoms: readonly string[]): number | null {
  const cardinal = frenchCardinalAt((at) => atoms[at] ?? '', 0)
  return cardinal && cardinal.to === atoms.length ? Number(cardinal.digits) : null
}

type Reader = { readonly word: (at: number) => string; at: number }

const isZero = (word: string) => word === 'zéro' || word === 'zero'

/** « deux milliards trois millions cinq mille »: groups from the largest down, each at most once. */
function readScales(reader: Reader): number {
  let total = 0
  for (let last = Number.POSITIVE_INFINITY; ; ) {
    const count = readBelowThousand(reader)
    const size = scales.get(reader.word(reader.at)) ?? last
    if (count === 0 || size >= last) return total + readThousands(reader, count)
    reader.at++
    total += count * size
    last = size
  }
}

/** « mille » stands alone for 1000: « un mille » is not a cardinal. */
function readThousands(reader: Reader, count: number): number {
  if (count !== 1 && take(reader, 'mille', 'mil')) {
    return (count || 1) * 1000 + readBelowThousand(reader)
  }
  return count
}

/** 0 where no number begins. */
function readBelowThousand(reader: Reader): number {
  if (take(reader, 'cent')) return 100 + readRest(reader)
  const start = reader.at
  // « dix-neuf cent quatre-vingt-dix-neuf »
  const hundreds = readTeen(reader)
  if (hundreds > 10 && take(reader, 'cent', 'cents')) return hundreds * 100 + readRest(reader)
  reader.at = start
  const count = readDigit(reader)
  if (count > 1 && take(reader, 'cent', 'cents')) return count * 100 + readRest(reader)
  reader.at = start
  return readBelowHundred(reader)
}

/** What follows a hundred; « deux cents quatre cents » are two numbers. */
function readRest(reader: Reader): number {
  const start = reader.at
  const rest = readBelowHundred(reader)
  if (!/^cents?$/.test(reader.word(reader.at))) return rest
  reader.at = start
  return 0
}

function readBelowHundred(reader: Reader): number {
  if (reader.word(reader.at) === 'quatre') {
    const next = reader.word(reader.at + 1)
    if (next === 'vingt' || next === 'vingts') return readFourTwenties(reader)
  }
  const ten = readFrom(reader, frenchTens)
  if (ten === 0) return readTeen(reader) || readDigit(reader)
  const start = reader.at
  if (take(reader, 'et')) {
    const joined = ten === 60 && take(reader, 'onze') ? 11 : readOne(reader)
    // « vingt et trente » are two numbers.
    if (joined === 0) reader.at = start
    return ten + joined
  }
  if (ten === 60) return ten + (readTeen(reader) || readAboveOne(reader))
  return ten + readAboveOne(reader)
}

/** « quatre-vingts » ends a number, « quatre-vingt » may go on to « dix-neuf ». */
function readFourTwenties(reader: Reader): number {
  const isWhole = reader.word(reader.at + 1) === 'vingts'
  reader.at += 2
  if (isWhole) return 80
  // « quatre-vingt et un », as many say it.
  if (reader.word(reader.at) === 'et' && /^une?$/.test(reader.word(reader.at + 1))) {
    reader.at += 2
    return 81
  }
  return 80 + (readTeen(reader) || readDigit(reader))
}

/** Ten to nineteen. */
function readTeen(reader: Reader): number {
  const teen = readFrom(reader, teens)
  if (teen !== 10) return teen
  const unit = frenchDigits.get(reader.word(reader.at)) ?? 0
  if (unit < 7) return teen
  reader.at++
  return teen + unit
}

function readDigit(reader: Reader): number {
  return readOne(reader) || readAboveOne(reader)
}

function readOne(reader: Reader): number {
  return take(reader, 'un', 'une') ? 1 : 0
}

/** Two to nine: « vingt un » without « et » is two numbers. */
function readAboveOne(reader: Reader): number {
  // « cent vingt quatre vingts » are 120 and 80, not 124.
  if (reader.word(reader.at) === 'quatre' && /^vingts?$/.test(reader.word(reader.at + 1))) return 0
  const value = frenchDigits.get(reader.word(reader.at)) ?? 0
  if (value < 2) return 0
  reader.at++
  return value
}

function readFrom(reader: Reader, words: ReadonlyMap<string, number>): number {
  const value = words.get(reader.word(reader.at))
  if (value === undefined) return 0
  reader.at++
  return value
}

function take(reader: Reader, ...words: readonly string[]): boolean {
  if (!words.includes(reader.word(reader.at))) return false
  reader.at++
  return true
}

/** What each word is by itself: most numbers that are dictated are one word. */
const ofOneWord: ReadonlyMap<string, Value> = new Map(
  [...frenchNumberWords].flatMap((first) => {
    const cardinal = readCardinal((at) => (at === 0 ? first : ''), 0)
    return cardinal ? [[first, { digits: cardinal.digits, shape: cardinal.shape }] as const] : []
  }),
)
