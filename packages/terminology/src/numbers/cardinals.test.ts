import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomsOfTokens } from '../reading/atoms.ts'
import { toToken } from '../reading/token.ts'
import { recognitionFromText } from '../recognition-from-text.ts'
import { englishCardinalOf } from './english-cardinal.ts'
import { frenchCardinalOf } from './french-cardinal.ts'
import { frenchDecimalAt } from './french-numeral.ts'

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

/** In front of « mille », « cents » and « quatre-vingts » lose their s. */
function sayFrench(value: number, isLast = true): string {
  if (value < 17) return french.ones[value] ?? ''
  if (value < 20) return `dix ${french.ones[value - 10]}`
  if (value === 71) return 'soixante et onze'
  if (value < 80) {
    const ten = Math.min(Math.floor(value / 10), 6)
    const rest = value - ten * 10
    const joint = rest === 1 ? ' et ' : ' '
    return `${french.tens[ten]}${rest ? joint + sayFrench(rest) : ''}`
  }
  if (value === 80) return isLast ? 'quatre vingts' : 'quatre vingt'
  if (value < 100) return `quatre vingt ${sayFrench(value - 80)}`
  if (value < 1000) {
    const [count, rest] = [Math.floor(value / 100), value % 100]
    const head = count === 1 ? 'cent' : `${sayFrench(count)} ${rest || !isLast ? 'cent' : 'cents'}`
    return rest ? `${head} ${sayFrench(rest, isLast)}` : head
  }
  if (value < 1e6) {
    const [count, rest] = [Math.floor(value / 1000), value % 1000]
    const head = count === 1 ? 'mille' : `${sayFrench(count, false)} mille`
    return rest ? `${head} ${sayFrench(rest, isLast)}` : head
  }
  const [count, rest] = [Math.floor(value / 1e6), value % 1e6]
  const head = `${sayFrench(count)} ${count === 1 ? 'million' : 'millions'}`
  return rest ? `${head} ${sayFrench(rest)}` : head
}

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

  test('every French number to 999 999 999 is read back as it was said', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(frenchCardinalOf(sayFrench(value).split(' '))).toBe(value)
      }),
      { numRuns: 1000 },
    )
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
    const decimal = frenchDecimalAt(atoms, 0)
    expect(decimal === 'doubt' ? null : (decimal?.fraction ?? null)).toBe(digits)
  })
})
