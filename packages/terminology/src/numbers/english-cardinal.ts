/** English cardinals. Grammar: "one hundred (and) five", "two thousand and twenty-four", "fifteen hundred". */

const digits = new Map(
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
const tens = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, index) => [word, (index + 2) * 10] as const,
  ),
)
const scales = new Set(['hundred', 'thousand', 'million'])

export function isEnglishNumberWord(atom: string): boolean {
  return digits.has(atom) || teens.has(atom) || tens.has(atom) || scales.has(atom)
}

/** "and" after a scale and before a smaller number, "a" before a scale, "oh" between numbers. */
export function isEnglishJoint(previous: string, atom: string, next: string): boolean {
  if (atom === 'and') {
    return scales.has(previous) && isEnglishNumberWord(next) && !scales.has(next)
  }
  if (atom === 'a') return previous === '' && scales.has(next)
  return atom === 'oh' && isEnglishNumberWord(previous) && digits.has(next)
}

export function englishCardinalOf(atoms: readonly string[]): number | null {
  if (atoms.length === 1 && atoms[0] === 'zero') return 0
  const reader = { atoms, at: 0 }
  const value = readHundreds(reader) ?? readAll(reader)
  return reader.at === atoms.length ? value : null
}

type Reader = { readonly atoms: readonly string[]; at: number }

/** "fifteen hundred", "twenty-five hundred and ten": 1100 to 9999 said in hundreds. */
function readHundreds(reader: Reader): number | null {
  const count = readBelowHundred(reader)
  if (count !== null && count > 10 && count % 10 !== 0 && take(reader, 'hundred')) {
    return count * 100 + readRest(reader)
  }
  reader.at = 0
  return null
}

/** Groups from millions down, each at most once. */
function readAll(reader: Reader): number | null {
  let total = 0
  let smallest = Number.POSITIVE_INFINITY
  for (;;) {
    const start = reader.at
    const joined = start > 0 && take(reader, 'and')
    const group = joined ? readBelowHundred(reader) : readBelowThousand(reader)
    const scale = take(reader, 'million') ? 1_000_000 : take(reader, 'thousand') ? 1000 : 1
    if (group === null || scale >= smallest || (joined && scale > 1)) {
      reader.at = start
      return start === 0 ? null : total
    }
    total += group * scale
    smallest = scale
    if (scale === 1) return total
  }
}

function readBelowThousand(reader: Reader): number | null {
  const start = reader.at
  const hundreds = readDigit(reader) ?? (take(reader, 'a') ? 1 : null)
  if (hundreds !== null && take(reader, 'hundred')) return hundreds * 100 + readRest(reader)
  if (reader.atoms[start] === 'a') return hundreds
  reader.at = start
  return readBelowHundred(reader)
}

/** What follows "hundred": "and five", "five", or nothing. */
function readRest(reader: Reader): number {
  const start = reader.at
  take(reader, 'and')
  const rest = readBelowHundred(reader)
  if (rest === null) reader.at = start
  return rest ?? 0
}

function readBelowHundred(reader: Reader): number | null {
  const ten = readFrom(reader, tens)
  if (ten !== null) return ten + (readDigit(reader) ?? 0)
  return readFrom(reader, teens) ?? readDigit(reader)
}

function readDigit(reader: Reader): number | null {
  return reader.atoms[reader.at] === 'zero' ? null : readFrom(reader, digits)
}

function readFrom(reader: Reader, words: ReadonlyMap<string, number>): number | null {
  const value = words.get(reader.atoms[reader.at] ?? '')
  if (value === undefined) return null
  reader.at++
  return value
}

function take(reader: Reader, word: string): boolean {
  if (reader.atoms[reader.at] !== word) return false
  reader.at++
  return true
}

/** After "point": digits one by one ("one four", "oh five"), or one number from ten to ninety-nine. */
export function englishFractionOf(atoms: readonly string[]): string | null {
  const said = atoms.map((atom) => (atom === 'oh' ? 0 : digits.get(atom)))
  if (said.every((digit) => digit !== undefined)) return said.join('')
  const value = englishCardinalOf(atoms)
  return value !== null && value >= 10 && value <= 99 ? String(value) : null
}

/** "nineteen ninety-four", "twenty twenty-four", "twenty oh five". */
export function englishYearOf(atoms: readonly string[]): number | null {
  const [century, ...rest] = atoms
  if (century !== 'nineteen' && century !== 'twenty') return null
  const base = century === 'nineteen' ? 1900 : 2000
  if (rest[0] === 'oh' && rest.length === 2) return base + (digits.get(rest[1] ?? '') ?? 0)
  const years = englishCardinalOf(rest)
  return years !== null && years >= 10 && years <= 99 ? base + years : null
}
