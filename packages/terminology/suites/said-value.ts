/**
 * What a few English words say, whatever their form: "five point oh milligrams", "5.0 mg" and "5 mg" have one
 * value. Made for the score and independent of the writer, so that the writer is not its own judge. Two texts
 * with one value differ in form alone; it errs towards calling things different.
 */
export function saidValue(words: readonly string[]): string {
  const parts = pieces(words.join(' '))
  const numeric = readNumbers(parts)
  return numeric
    .filter(
      (part, at) => !(joins.has(part) && isNumber(numeric[at - 1]) && isNumber(numeric[at + 1])),
    )
    .join('')
    .replaceAll(/\.0+(?!\d)/g, '')
    .replaceAll(/(?<!\d)\.(?=\d)/g, '0.')
}

/** Words in lower case without marks, cut also at hyphens and slashes. */
export function plainWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s\u00a0\u202f/–—-]+/u)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}%°+$.]+|[^\p{L}\p{N}%°+]+$/gu, ''))
    .map((word) => word.replace(/^\.(?!\d)/, '').replaceAll(/(?<=\d),(?=\d{3})/g, ''))
    .filter((word) => word !== '')
}

/** Whether a word is of a class that no silent change may touch: number, unit, side, negation. */
export function isProtected(word: string): boolean {
  return (
    /\d/.test(word) || small.has(word) || large.has(word) || units.has(word) || guarded.has(word)
  )
}

const guarded = new Set(
  "left right bilateral no not none never without nor neither cannot can't don't doesn't didn't isn't wasn't aren't won't half hundred double triple mg mcg ml kg cm mm".split(
    ' ',
  ),
)

/** Between two numbers these say what a mark says. */
const joins = new Set(['to', 'over', 'by', 'x', 'times', 'and', 'through', 'outof', 'for'])
/** Fillers, and words whose mark is written elsewhere or not at all ("grams per litre", g/L). */
const dropped = new Set('uh uhm um umm er erm hmm youknow dollars $ per'.split(' '))

const units = new Map(
  Object.entries({
    mg: 'milligram milligrams',
    mcg: 'microgram micrograms',
    g: 'gram grams',
    kg: 'kilogram kilograms',
    ml: 'milliliter milliliters millilitre millilitres',
    l: 'liter liters litre litres',
    mm: 'millimeter millimeters millimetre millimetres',
    cm: 'centimeter centimeters centimetre centimetres',
    m: 'meter meters metre metres',
    km: 'kilometer kilometers kilometre kilometres',
    mmol: 'millimole millimoles',
    h: 'hour hours',
    hz: 'hertz',
    '%': 'percent percentage',
    '°': 'degree degrees',
    c: 'celsius centigrade',
    f: 'fahrenheit',
    dr: 'doctor',
    '+': 'plus',
    '-': 'minus negative',
    dl: 'deciliter deciliters decilitre decilitres',
    mmhg: 'millimetersofmercury millimetresofmercury',
  }).flatMap(([short, names]) => names.split(' ').map((name) => [name, short] as const)),
)

const small = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const)
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, at) => [word, (at + 2) * 10] as const),
      'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
        .split(' ')
        .map((word, value) => [word, value] as const),
      'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
        .split(' ')
        .map((word, at) => [word, (at + 2) * 10] as const),
      'ii iii iv vi vii viii ix xi xii'
        .split(' ')
        .map((word, at) => [word, [2, 3, 4, 6, 7, 8, 9, 11, 12][at] ?? 0] as const),
    ),
)
const large = new Map([
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])

function pieces(text: string): readonly string[] {
  return (
    text
      .replaceAll('you know', 'youknow')
      .replaceAll('out of', 'outof')
      .replaceAll('per cent', 'percent')
      .replaceAll(/(millimet(?:er|re)s) of mercury/g, '$1ofmercury')
      .replaceAll(/\ban? (?=hundred|thousand|million)/g, 'one ')
      .replaceAll(/(\d)(st|nd|rd|th)\b/g, '$1')
      .match(/\d+|\p{L}[\p{L}']*|[.%°+$]/gu) ?? []
  ).filter((piece) => !dropped.has(piece))
}

/** Number words to digits, one number after the other: "one hundred and five" is 105, "one twenty" is 1 and 20. */
function readNumbers(parts: readonly string[]): readonly string[] {
  const read: string[] = []
  let at = 0
  while (at < parts.length) {
    const number = numberAt(parts, at)
    if (number) {
      read.push(String(number.value))
      at = number.to
      continue
    }
    const part = parts[at] ?? ''
    const isDot = part === '.' && !(isDigits(parts[at - 1]) && isDigits(parts[at + 1]))
    if (part === 'point') read.push('.')
    else if (part === 'oh' || part === 'o') read.push('0')
    else if (!isDot || isDigits(parts[at + 1])) read.push(units.get(part) ?? part)
    at += 1
  }
  return read
}

function numberAt(
  parts: readonly string[],
  from: number,
): { readonly value: number; readonly to: number } | null {
  let total = 0
  let group = small.get(parts[from] ?? '') ?? -1
  if (group < 0) return null
  let last = group
  let to = from + 1
  for (; to < parts.length; to += 1) {
    const word = parts[to] ?? ''
    const next = small.get(word)
    if (word === 'and' && last >= 100 && small.has(parts[to + 1] ?? '')) continue
    if (word === 'hundred' && group > 0 && group < 100) group *= 100
    else if (large.has(word)) {
      total += group * (large.get(word) ?? 1)
      group = 0
    } else if (next !== undefined && fits(last, group, next)) group += next
    else break
    last = next ?? 1000
  }
  return { value: total + group, to }
}

/** Whether a number word goes on with the number that is being read: "twenty five", "hundred twenty". */
function fits(last: number, group: number, next: number): boolean {
  if (last >= 1000) return group % 100 === 0 && next > 0
  return last >= 20 && last < 100 && last % 10 === 0 && next > 0 && next < 10
}

const isDigits = (part: string | undefined) => /^\d+$/.test(part ?? '')
const isNumber = (part: string | undefined) => /^[\d.%]+$/.test(part ?? '')
