import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomsOfTokens } from '../reading/atoms.ts'
import { toToken } from '../reading/token.ts'
import { recognitionFromText } from '../recognition-from-text.ts'
import { englishCardinalOf } from './english-cardinal.ts'
import { frenchCardinalOf } from './french-cardinal.ts'
import { frenchDecimalAt } from './french-decimal.ts'
import { frenchOrdinalAt } from './french-ordinal.ts'
import { frenchRunAt } from './french-run.ts'

const english = {
  ones: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  tens: '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
}

/** Spells a number the way it is said, written independently of the reader. */
function sayEnglish(value: number, and: boolean): string {
  if (value < 20) return english.ones[value] ?? ''
  if (value < 100) {
    const rest = value % 10
    return `${english.tens[Math.floor(value / 10)]}${rest ? ` ${english.ones[rest]}` : ''}`
  }
  const [scale, name] =
    value < 1000 ? [100, 'hundred'] : value < 1e6 ? [1000, 'thousand'] : [1e6, 'million']
  const rest = value % scale
  const joint = rest === 0 ? '' : and && rest < 100 ? ' and ' : ' '
  const head = `${sayEnglish(Math.floor(value / scale), and)} ${name}`
  return head + joint + (rest === 0 ? '' : sayEnglish(rest, and))
}

const french = {
  ones: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  ),
  tens: '- - vingt trente quarante cinquante soixante'.split(' '),
}

/** Own words for 70, 80 and 90: none in France and Québec, all in Switzerland. */
const ownTens: Readonly<Record<Region, ReadonlyMap<number, string>>> = {
  québec: new Map(),
  belgique: new Map([
    [70, 'septante'],
    [90, 'nonante'],
  ]),
  suisse: new Map([
    [70, 'septante'],
    [80, 'huitante'],
    [90, 'nonante'],
  ]),
}
type Region = 'québec' | 'belgique' | 'suisse'

/** In front of « mille », « cents » and « quatre-vingts » lose their s. */
function sayFrench(value: number, region: Region = 'québec', isLast = true): string {
  if (value < 100) return sayBelowHundred(value, region, isLast)
  if (value < 1000) {
    const [count, rest] = [Math.floor(value / 100), value % 100]
    const cent = rest || !isLast ? 'cent' : 'cents'
    const head = count === 1 ? 'cent' : `${sayFrench(count, region)} ${cent}`
    return rest ? `${head} ${sayFrench(rest, region, isLast)}` : head
  }
  const [scale, one, many] =
    value < 1e6
      ? [1000, 'mille', 'mille']
      : value < 1e9
        ? [1e6, 'un million', 'millions']
        : value < 1e12
          ? [1e9, 'un milliard', 'milliards']
          : [1e12, 'un billion', 'billions']
  const [count, rest] = [Math.floor(value / scale), value % scale]
  const head = count === 1 ? one : `${sayFrench(count, region, many !== 'mille')} ${many}`
  return rest ? `${head} ${sayFrench(rest, region, isLast)}` : head
}

function sayBelowHundred(value: number, region: Region, isLast: boolean): string {
  const ten = value - (value % 10)
  const own = ownTens[region].get(ten)
  if (own) return withUnit(own, value - ten)
  if (value < 17) return french.ones[value] ?? ''
  if (value < 20) return `dix ${french.ones[value - 10]}`
  if (value < 60) return withUnit(french.tens[ten / 10] ?? '', value - ten)
  if (value === 71) return 'soixante et onze'
  if (value < 80) return withUnit('soixante', value - 60)
  if (value === 80) return isLast ? 'quatre vingts' : 'quatre vingt'
  return `quatre vingt ${sayFrench(value - 80)}`
}

function withUnit(ten: string, unit: number): string {
  return unit === 0 ? ten : `${ten} ${unit === 1 ? 'et ' : ''}${sayFrench(unit)}`
}

/** « trois cent vingt et unième »: the last word of the cardinal is the one that changes. */
function sayFrenchOrdinal(value: number): string {
  return sayFrench(value, 'québec', false)
    .replace(/cinq$/, 'cinqu')
    .replace(/neuf$/, 'neuv')
    .replace(/e?$/, 'ième')
}

const atomsIn = (said: string) =>
  atomsOfTokens(
    said.split(' ').map((text, index) => toToken({ text, startMs: 0, endMs: 0 }, index)),
  ).atoms

describe('cardinals', () => {
  const anyNumber = fc.oneof(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 999_999_999 }),
  )

  test('every English number to 999,999,999 is read back as it was said', () => {
    fc.assert(
      fc.property(anyNumber, fc.boolean(), (value, and) => {
        expect(englishCardinalOf(sayEnglish(value, and).split(' '))).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  const anyRegion = fc.constantFrom<Region>('québec', 'belgique', 'suisse')
  const anyLarge = fc.oneof(anyNumber, fc.integer({ min: 0, max: 999_999_999_999_999 }))

  test('every French number below a thousand billions is read back as it is said in Québec and France, Belgium and Switzerland', () => {
    fc.assert(
      fc.property(anyLarge, anyRegion, (value, region) => {
        expect(frenchCardinalOf(sayFrench(value, region).split(' '))).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  test('a French number is the same with hyphens below a hundred, between all its words (1990), or with none', () => {
    fc.assert(
      fc.property(anyLarge, anyRegion, (value, region) => {
        const said = sayFrench(value, region)
        const readBack = (text: string) =>
          frenchRunAt(atomsIn(text), 0).map(({ digits }) => Number(digits))
        expect(readBack(said)).toEqual([value])
        expect(readBack(said.replaceAll(' ', '-'))).toEqual([value])
        expect(readBack(said.replace(/ (?!et |cent|m)/g, '-'))).toEqual([value])
      }),
      { numRuns: 500 },
    )
  })

  test('every French ordinal from the tenth to the 9999th is read back as it was said', () => {
    for (let value = 10; value < 10_000; value++) {
      const said = sayFrenchOrdinal(value)
      expect(frenchOrdinalAt(atomsIn(said), 0)?.value, said).toBe(value)
    }
  })

  test('every number to 1999 is read back in both languages', () => {
    for (let value = 0; value < 2000; value++) {
      expect(englishCardinalOf(sayEnglish(value, true).split(' '))).toBe(value)
      expect(frenchCardinalOf(sayFrench(value).split(' '))).toBe(value)
    }
  })

  test.each([
    'eight eighty',
    'one twenty',
    'twenty eleven',
    'twenty twenty four',
    'one hundred one hundred',
    'five thousand million',
    'two thousand three thousand',
    'one thousand and one hundred',
    'hundred',
    'and five',
    'zero five',
    'twenty zero',
    '',
  ])('%j is not one English cardinal', (said) => {
    expect(englishCardinalOf(said.split(' '))).toBeNull()
  })

  test.each([
    'huit quatre vingts',
    'vingt un',
    'vingt onze',
    'un cent',
    'un mille',
    'quatre vingts dix',
    'soixante et dix',
    'deux trois',
    'cent cent',
    'mille mille',
    'zéro cinq',
    'et un',
    '',
  ])('%j is not one French cardinal', (said) => {
    expect(frenchCardinalOf(said.split(' '))).toBeNull()
  })
})

describe('what follows a decimal mark', () => {
  test.each([
    ['cinq', '5'],
    ['deux cinq', '25'],
    ['zéro cinq', '05'],
    ['vingt cinq', '25'],
    ['zéro vingt cinq', '025'],
    ['cent vingt cinq', '125'],
    ['cinq vingt', null],
  ])('French %j: %j', (said, digits) => {
    const { words } = recognitionFromText(`virgule ${said}`, { locale: 'fr-CA' })
    const { atoms } = atomsOfTokens(words.map(toToken))
    const decimal = frenchDecimalAt(atoms, 0, null)
    expect(decimal === 'doubt' ? null : (decimal?.fraction ?? null)).toBe(digits)
  })
})
