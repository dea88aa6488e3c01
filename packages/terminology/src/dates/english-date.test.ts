import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string) {
  const recognition = recognitionFromText(spoken, { locale })
  return writeDictation(recognition, { locale, headings: [], fragment: true })
}

describe('"may" and "march" before an ordinal', () => {
  test.each([
    ['since may first', 'since May 1'],
    ['seen march third for follow up', 'seen March 3 for follow up'],
    ['admitted may first with chest pain', 'admitted May 1 with chest pain'],
    ['seen may first and may third', 'seen May 1 and May 3'],
    ['may first she fell', 'May 1 she fell'],
    ['from january third to march first', 'from January 3 to March 1'],
    ['he fell may second twenty twenty four', 'he fell May 2, 2024'],
    ['monday may second', 'Monday, May 2'],
    ['on march three', 'on March 3'],
    ['on may five', 'on May 5'],
    ['seen this may for follow up', 'seen this May for follow up'],
    ['in may', 'in May'],
    ['since march fifteen', 'since March 15'],
  ])('%s is a date: %s', (spoken, written) => {
    expect(writtenToPlain(write(spoken))).toBe(written)
  })

  test.each([
    'he may first need surgery',
    'symptoms may first appear',
    'you may first take it',
    'who may first be seen',
    'the pain may first at rest be mild',
    'we may second that',
    'may first need surgery',
    'this may first and foremost help',
    'this may represent a cyst',
    'this may be old',
    'they will march first',
    'we march three times',
    'he may five times',
  ])('%s is none', (spoken) => expect(writtenToPlain(write(spoken))).toBe(spoken))

  test.each([
    ['since may five patients', 'since May five patients'],
    ['asked to march first', 'asked to march first'],
  ])('%s is no day: %s', (spoken, written) => {
    expect(writtenToPlain(write(spoken))).toBe(written)
  })
})

test.each([
  ['june fifth and sixth', 'June 5 and 6'],
  ['june fifth to the ninth', 'June 5 to 9'],
  ['between march third and fifth', 'between March 3 and 5'],
  ['june tenth to fifteenth', 'June 10 to 15'],
  ['march tenth or eleventh', 'March 10 or 11'],
  ['june fifth and sixth twenty twenty four', 'June 5 and 6, 2024'],
  ['on june fifth and sixth toe amputated', 'on June 5 and sixth toe amputated'],
  ['june fifth and second opinion', 'June 5 and second opinion'],
  ['june fifth and the sixth of july', 'June 5 and July 6'],
])('two days of one month: %s is %s', (spoken, written) => {
  expect(writtenToPlain(write(spoken))).toBe(written)
})

test.each([
  ['on march third comma he fell', 'on March 3, he fell'],
  ['on march twenty first period he left', 'on March 21. he left'],
  ['seen june second semicolon well', 'seen June 2; well'],
  ['the third comma fourth and fifth ribs', 'the third, fourth and fifth ribs'],
  ['the third comma', 'the third comma'],
  ['during her first period', 'during her first period'],
])('a mark said after an ordinal: %s is %s', (spoken, written) => {
  expect(writtenToPlain(write(spoken))).toBe(written)
})

describe('a date in numbers alone', () => {
  test.each([
    ['date zero three fifteen twenty twenty four', 'date 03/15/2024', []],
    ['on three fifteen twenty twenty four', 'on 3/15/2024', []],
    ['d o b three twenty nineteen sixty', 'DOB 3/20/1960', []],
    ['Seen 03/15/2024', 'Seen 03/15/2024', []],
    ['on five ten twenty', 'on five ten twenty', ['ambiguous-number']],
    ['on two five milligrams', 'on two five milligrams', ['ambiguous-number']],
    [
      'date of birth twelve oh five nineteen eighty two',
      'date of birth 12/05/1982',
      ['ambiguous-date'],
    ],
    ['dob zero one zero two nineteen sixty', 'dob 01/02/1960', ['ambiguous-date']],
    ['dob three four eighty one', 'dob 3/4/81', ['ambiguous-date']],
    ['since zero five twelve twenty twenty two', 'since 05/12/2022', ['ambiguous-date']],
    ['twelve slash five slash twenty two', '12/5/22', ['ambiguous-date']],
    ['Seen 03/04/2024', 'Seen 03/04/2024', ['ambiguous-date']],
    [
      'the dose three four twenty twenty four',
      'the dose three four twenty twenty four',
      ['ambiguous-date'],
    ],
  ])('%s is %s', (spoken, text, kinds) => {
    const written = write(spoken)
    expect(writtenToPlain(written)).toBe(text)
    expect(written.findings.map(({ kind }) => kind)).toEqual(kinds)
  })
})
