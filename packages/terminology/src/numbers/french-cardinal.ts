/**
 * French cardinals, as said in Québec and France (soixante-dix, quatre-vingts) and, because it costs
 * nothing, in Belgium and Switzerland (septante, huitante, nonante). Hyphens make no difference.
 */

const digits = new Map(
  ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'].map(
    (word, value) => [word, value] as const,
  ),
)
const teens = new Map(
  ['dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize'].map(
    (word, index) => [word, index + 10] as const,
  ),
)
const tens = new Map([
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
const others = new Set(['une', 'vingts', 'cent', 'cents', 'mille', 'mil', 'million', 'millions'])

export function isFrenchNumberWord(atom: string): boolean {
  return digits.has(atom) || teens.has(atom) || tens.has(atom) || others.has(atom)
}

/**
 * « et » between tens and one or eleven: « vingt et un », « soixante et onze ». After « soixante » any teen
 * may be meant to belong (« soixante et dix »), so the words are kept together, and as they were said.
 */
export function isFrenchJoint(previous: string, atom: string, next: string): boolean {
  if (atom !== 'et' || !tens.has(previous)) return false
  return /^(?:une?|onze)$/.test(next) || (previous === 'soixante' && teens.has(next))
}

export function frenchCardinalOf(atoms: readonly string[]): number | null {
  if (atoms.length === 1 && atoms[0] === 'zéro') return 0
  const reader = { atoms, at: 0 }
  const value = readMillions(reader)
  return reader.at === atoms.length && value > 0 ? value : null
}

type Reader = { readonly atoms: readonly string[]; at: number }

function readMillions(reader: Reader): number {
  const count = readBelowThousand(reader)
  if (count > 0 && take(reader, 'million', 'millions')) {
    return count * 1_000_000 + readThousands(reader, readBelowThousand(reader))
  }
  return readThousands(reader, count)
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
  if (take(reader, 'cent')) return 100 + readBelowHundred(reader)
  const start = reader.at
  const count = readDigit(reader)
  if (count > 1 && take(reader, 'cent', 'cents')) return count * 100 + readBelowHundred(reader)
  reader.at = start
  return readBelowHundred(reader)
}

function readBelowHundred(reader: Reader): number {
  if (reader.atoms[reader.at] === 'quatre') {
    const next = reader.atoms[reader.at + 1]
    if (next === 'vingt' || next === 'vingts') return readFourTwenties(reader)
  }
  const ten = readFrom(reader, tens)
  if (ten === 0) return readTeen(reader) || readDigit(reader)
  if (take(reader, 'et')) {
    return ten + (ten === 60 && take(reader, 'onze') ? 11 : readOne(reader))
  }
  if (ten === 60) return ten + (readTeen(reader) || readAboveOne(reader))
  return ten + readAboveOne(reader)
}

/** « quatre-vingts » ends a number, « quatre-vingt » may go on to « dix-neuf ». */
function readFourTwenties(reader: Reader): number {
  const isWhole = reader.atoms[reader.at + 1] === 'vingts'
  reader.at += 2
  return isWhole ? 80 : 80 + (readTeen(reader) || readDigit(reader))
}

/** Ten to nineteen. */
function readTeen(reader: Reader): number {
  const teen = readFrom(reader, teens)
  if (teen !== 10) return teen
  const unit = digits.get(reader.atoms[reader.at] ?? '') ?? 0
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
  const value = digits.get(reader.atoms[reader.at] ?? '') ?? 0
  if (value < 2) return 0
  reader.at++
  return value
}

function readFrom(reader: Reader, words: ReadonlyMap<string, number>): number {
  const value = words.get(reader.atoms[reader.at] ?? '')
  if (value === undefined) return 0
  reader.at++
  return value
}

function take(reader: Reader, ...words: readonly string[]): boolean {
  if (!words.includes(reader.atoms[reader.at] ?? '')) return false
  reader.at++
  return true
}

/** After « virgule »: digits one by one (« deux cinq »), or zeros and one number (« zéro cinq », « vingt-cinq »). */
export function frenchFractionOf(atoms: readonly string[]): string | null {
  const said = atoms.map((atom) => digits.get(atom))
  if (said.every((digit) => digit !== undefined)) return said.join('')
  let zeros = 0
  while (atoms[zeros] === 'zéro') zeros++
  const value = frenchCardinalOf(atoms.slice(zeros))
  return value === null ? null : '0'.repeat(zeros) + value
}
