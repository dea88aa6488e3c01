/** English words of numbers and units for the judge of the score, apart from the writer's own tables. */

const list = (words: string) => words.split(' ')

export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ).map((word, value) => [word, value] as const),
  ...list('twenty thirty forty fifty sixty seventy eighty ninety').map(
    (word, at) => [word, (at + 2) * 10] as const,
  ),
])

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...list(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
  ).map((word, value) => [word, value] as const),
  ...list('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth').map(
    (word, at) => [word, (at + 2) * 10] as const,
  ),
])

export const scales: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
])

/** What a part of a whole is called, also as the ordinal that follows "one". */
export const denominators: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
  ...[...ordinals]
    .filter(([, value]) => value > 2)
    .flatMap(([word, value]) => [[word, value] as const, [`${word}s`, value] as const]),
])

/** Roman numerals that are no words, and those that are numerals only after a noun that is numbered. */
export const romans: ReadonlyMap<string, number> = new Map([
  ...list('ii iii iv vi vii viii ix xi xii').map(
    (word, at) => [word, [2, 3, 4, 6, 7, 8, 9, 11, 12][at] ?? 0] as const,
  ),
])
export const framedRomans: ReadonlyMap<string, number> = new Map([
  ...romans,
  ['i', 1],
  ['v', 5],
  ['x', 10],
])
export const numberedNouns: ReadonlySet<string> = new Set(
  list(
    'stage stages grade class type phase lead leads factor nerve nerves axis angiotensin bipolar mallampati killip billroth mobitz war',
  ),
)

const units = new Map(
  Object.entries({
    mg: 'milligram milligrams',
    mcg: 'microgram micrograms',
    g: 'gram grams',
    kg: 'kilogram kilograms',
    ml: 'milliliter milliliters millilitre millilitres',
    dl: 'deciliter deciliters decilitre decilitres',
    l: 'liter liters litre litres',
    nm: 'nanometer nanometers nanometre nanometres',
    µm: 'micrometer micrometers micrometre micrometres micron microns',
    mm: 'millimeter millimeters millimetre millimetres',
    cm: 'centimeter centimeters centimetre centimetres',
    m: 'meter meters metre metres',
    km: 'kilometer kilometers kilometre kilometres',
    mmol: 'millimole millimoles',
    h: 'hour hours',
    hz: 'hertz',
    khz: 'kilohertz',
    mhz: 'megahertz',
    '%': 'percent percentage',
    '°': 'degree degrees',
    c: 'celsius centigrade',
    f: 'fahrenheit',
    dr: 'doctor',
    mmhg: 'millimetersofmercury millimetresofmercury',
    '+': 'plus',
    '-': 'minus negative',
    '/': 'slash over',
    '@': 'at',
  }).flatMap(([short, names]) => names.split(' ').map((name) => [name, short] as const)),
)

export const isUnitName = (word: string) => units.has(word) && !/^(?:at|over|slash)$/.test(word)

export const isNumberWord = (word: string) =>
  smallNumbers.has(word) || ordinals.has(word) || romans.has(word) || scales.has(word)

/** The short form of a unit, and the mark of a word that stands for one. */
export const pieceOf = (word: string) => units.get(word) ?? word
