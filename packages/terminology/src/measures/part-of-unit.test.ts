import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function write(spoken: string, locale: Locale) {
  const recognition = recognitionFromText(spoken, { locale })
  const written = writeDictation(recognition, { locale, headings: [], fragment: true })
  return {
    text: writtenToPlain(written).replaceAll('\u00a0', '~'),
    kinds: written.findings.map(({ kind }) => kind),
  }
}

type Row = readonly [spoken: string, written: string]
const unchanged = (...spoken: readonly string[]): readonly Row[] =>
  spoken.map((words) => [words, words] as const)

const english: readonly Row[] = [
  ['half a milligram daily', '0.5 mg daily'],
  ['a half milligram', '0.5 mg'],
  ['a half a milligram', '0.5 mg'],
  ['one half of a milligram', '0.5 mg'],
  ['half an mg', '0.5 mg'],
  ['half a milligram per kilogram', '0.5 mg/kg'],
  ['a half milligram tablet', 'a 0.5 mg tablet'],
  ['half-milligram tablets', '0.5 mg tablets'],
  ['a half centimetre nodule', 'a 0.5 cm nodule'],
  ['a quarter milligram at bedtime', '0.25 mg at bedtime'],
  ['a quarter of a milligram', '0.25 mg'],
  ['three quarters of a milligram', '0.75 mg'],
  ['three quarter milligram', '0.75 mg'],
  ['one and a half milligrams', '1.5 mg'],
  ['one and three quarters of a milligram', '1.75 mg'],
  ['two and a quarter millilitres', '2.25 mL'],
  ['five and half milligrams', '5.5 mg'],
  ['two milligrams and a half', '2.5 mg'],
  ['two milligrams and a half twice daily', '2.5 mg twice daily'],
  ['five milligrams and a half tablet', '5 mg and a half tablet'],
  ['five and half of the tablets', 'five and half of the tablets'],
  ['three quarters of the circumference', '3/4 of the circumference'],
  ['one half tablet daily', '1/2 tablet daily'],
  ...unchanged(
    'half a tablet',
    'half of the tablet',
    'half a unit',
    'half a litre of saline',
    'half an hour',
    'half a percent',
    'half normal saline',
    'half 5 mg tablets',
    'the first half of a milligram',
    'the other half of a milligram',
    'a quarter of an inch',
    'two half tablets',
    '3 half milligram tablets',
    'in the lower half 3 cm nodule',
  ),
]

const french: readonly Row[] = [
  ['un demi milligramme', '0,5~mg'],
  ['un demi-milligramme par jour', '0,5~mg par jour'],
  ['demi-milligramme', '0,5~mg'],
  ["la moitié d'un milligramme", '0,5~mg'],
  ['un quart de milligramme', '0,25~mg'],
  ["trois quarts d'un milligramme", '0,75~mg'],
  ['un demi-millilitre', '0,5~mL'],
  ['un demi-centimètre', '0,5~cm'],
  ['un milligramme et demi', '1,5~mg'],
  ['un et demi milligramme', '1,5~mg'],
  ['deux et demi milligrammes', '2,5~mg'],
  ['deux milligrammes et quart', '2,25~mg'],
  ['un milligramme trois quarts', '1,75~mg'],
  ['deux milligrammes et trois quarts', '2,75~mg'],
  ['un milligramme trois quarts de comprimé', '1~mg 3/4 de comprimé'],
  ['trois quarts de la circonférence', '3/4 de la circonférence'],
  ['deux comprimés et demi', '2 comprimés et demi'],
  ...unchanged(
    'une demi-tablette',
    'un demi-comprimé',
    "la moitié d'un comprimé",
    'la moitié des comprimés',
    "l'autre moitié d'un milligramme",
    'une demi-heure',
    'la demi-vie',
    'un demi-litre',
    'un quart de tour',
    'le quart de travail',
    'deux demi-comprimés',
  ),
]

describe.each<[Locale, readonly Row[]]>([
  ['en-CA', english],
  ['en-US', english],
  ['fr-CA', french],
  ['fr-FR', french],
])('%s: a part of a unit', (locale, rows) => {
  test.each(rows)('%s is %s', (spoken, written) => {
    expect(write(spoken, locale)).toEqual({ text: written, kinds: [] })
  })
})

test.each<[Locale, string]>([
  ['en-CA', 'three half milligram tablets'],
  ['en-CA', 'twenty half milligrams'],
  ['fr-CA', 'deux demi-milligrammes'],
])('%s: %s may be so many of them or one more: it stays, with a finding', (locale, spoken) => {
  expect(write(spoken, locale)).toEqual({ text: spoken, kinds: ['ambiguous-number'] })
})
