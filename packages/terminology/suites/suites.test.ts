import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintKinds } from '../src/index.ts'
import { alignWords } from './align-words.ts'
import { passedNow, readRatchet } from './ratchet.ts'
import { languages, readLintRows, readPairs, readUnchanged } from './read-suite.ts'
import { plainWords, saidValue } from './said-value.ts'
import { measureLanguage } from './score-all.ts'
import { scoreLints } from './score-lints.ts'
import { scoreFalseCommands, scoreRecogniser } from './score-recogniser.ts'

const rows = Object.fromEntries(languages.map((language) => [language, readPairs(language)]))
const classesOf = (language: string) => new Set(rows[language]?.map((row) => row.class))

describe.each(languages)('the %s suite', (language) => {
  const pairs = readPairs(language)

  test('has at least 600 rows, and a safe share of them about safety', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(600)
    expect(pairs.filter(({ safety }) => safety).length).toBeGreaterThanOrEqual(200)
  })

  test('names every row once', () => {
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length)
  })

  test('asks nothing twice', () => {
    const asked = pairs.map(({ locale, mode, spoken }) => `${locale} ${mode} ${spoken}`)
    expect(asked.filter((each, at) => asked.indexOf(each) !== at)).toEqual([])
  })

  test('is in locales of its language', () => {
    expect(pairs.filter(({ locale }) => !locale.startsWith(language))).toEqual([])
  })

  test('knows both kinds of engine: with marks of its own and without', () => {
    const withMarks = pairs.filter(({ spoken }) => /^\p{Lu}|[.,:;?!]/u.test(spoken)).length
    expect(withMarks / pairs.length).toBeGreaterThan(0.3)
    expect(withMarks / pairs.length).toBeLessThan(0.7)
  })

  test('has at least 200 finished paragraphs, each once and with no space at its edges', () => {
    const paragraphs = readUnchanged(language)
    expect(paragraphs.length).toBeGreaterThanOrEqual(200)
    expect(new Set(paragraphs).size).toBe(paragraphs.length)
    expect(paragraphs.filter((each) => each.trim() !== each)).toEqual([])
  })

  test('has at least 60 rows for lints, a third of them with nothing to find', () => {
    const lints = readLintRows(language)
    expect(lints.length).toBeGreaterThanOrEqual(60)
    expect(new Set(lints.map(({ id }) => id)).size).toBe(lints.length)
    const clean = lints.filter(({ kinds }) => kinds.length === 0).length
    expect(clean).toBeGreaterThanOrEqual(lints.length / 3)
    expect(new Set(lints.flatMap(({ kinds }) => kinds))).toEqual(new Set(lintKinds))
  })

  test('gives every lint row its findings and no others, and raises no alarm on finished prose', () => {
    const { outcomes, falseAlarms } = scoreLints(language)
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([])
    expect(falseAlarms).toEqual([])
  })

  test('never passes fewer rows than before', () => {
    const before = readRatchet()[language]
    const now = passedNow(measureLanguage(language))
    expect(now.safety).toBeGreaterThanOrEqual(before.safety)
    expect(now.all).toBeGreaterThanOrEqual(before.all)
    expect(now.unchanged).toBeGreaterThanOrEqual(before.unchanged)
  })
})

test('both languages have every class', () => {
  expect(classesOf('fr')).toEqual(classesOf('en'))
})

test('nothing of the speech that may not be shipped lies in the suites', () => {
  expect(existsSync(new URL('whisper-tiny-multimed-en-test.jsonl', import.meta.url))).toBe(false)
})

describe('the judge of silent changes', () => {
  const value = (text: string) => saidValue(plainWords(text))

  test.each([
    ['five milligrams', '5 mg'],
    ['five point oh milligrams', '5 mg'],
    ['point five', '0.5'],
    ['one hundred and five patients', '105 patients'],
    ['blood pressure one twenty over eighty', 'blood pressure 120/80'],
    ['a hundred thousand', '100,000'],
    ['in two thousand nineteen', 'in 2019'],
    ['one to two tablets', '1-2 tablets'],
    ['ninety-eight point six degrees fahrenheit', '98.6 °F'],
    ['grams per deciliter', 'g/dL'],
    ['the uh lungs', 'the lungs'],
    ['the millimetres', 'the mm'],
    ['L four L five', 'L4-L5'],
    ['march third twenty twenty-four', 'March 3, 2024'],
    ['two thirty p m', '2:30 p.m.'],
    ['three quarters of a teaspoon', '3/4 of a teaspoon'],
    ['one third', '1/3'],
    ['two and a half tablets', '2 1/2 tablets'],
    ['two and a half milligrams', '2.5 mg'],
    ['one and three quarters', '1 3/4'],
    ['five to ten milligrams', '5-10 mg'],
    ['30 to 40 minutes', '30-40 minutes'],
    ['over 120 over 80', 'over 120/80'],
    ['one to ten thousand', '1:10,000'],
    ['stage one disease', 'stage I disease'],
    ['stage two a', 'stage IIA'],
    ['lead two', 'lead II'],
    ['two kilohertz', '2 kHz'],
    ['twenty nanometers', '20 nm'],
    ['in september of 2020', 'in September 2020'],
    ['minus five', '-5'],
    ['three oh silk', '3-0 silk'],
    ['six one three five five five oh one four two', '613-555-0142'],
    ['times three days', 'x 3 days'],
    ['cdc.gov slash science', 'cdc.gov/science'],
    ['one point five million', '1.5 million'],
  ])('takes %j and %j for the same', (said, written) => {
    expect(value(said)).toBe(value(written))
  })

  test.each([
    ['fifteen milligrams', '50 mg'],
    ['98.6', '9.86'],
    ['0.5 mg', '5 mg'],
    ['five milligrams', '5 mcg'],
    ['left knee', 'right knee'],
    ['no fever', 'fever'],
    ['the postpartum period', 'the postpartum'],
    ['one twenty', '110'],
    ['three quarters', '3 4'],
    ['three quarters', '34'],
    ['3 4', '34'],
    ['1/2', '12'],
    ['2 1/2', '21/2'],
    ['two and a half', '2 1 2'],
    ['two and a half', '12'],
    ['two quarters', '2.75'],
    ['eight units', '80 units'],
    ['0.8 units', '8 units'],
    ['5-10', '510'],
    ['5-10', '5 10'],
    ['five to ten', '5/10'],
    ['minus five', '5'],
    ['I one day', 'one one day'],
    ['but I', 'but 1'],
    ['stage one', 'stage II'],
    ['stage two a', 'stage II'],
    ['two to three', '23'],
    ['kilohertz', 'hertz'],
    ['nanometers', 'mm'],
    ['six times', 'x 6'],
    ['two point five', '25'],
    ['two point oh five', '2.5'],
    ['five million', '5 thousand'],
  ])('tells %j from %j', (said, written) => {
    expect(value(said)).not.toBe(value(written))
  })
})

describe('the score on real speech', () => {
  test('lines words up with the fewest changes', () => {
    const heard = 'take five milligrams at night'.split(' ')
    const written = 'take 5 mg at bed time'.split(' ')
    expect(alignWords(heard, written).hunks).toEqual([
      { left: [1, 3], right: [1, 3] },
      { left: [4, 5], right: [4, 6] },
    ])
    expect(alignWords([], ['a']).hunks).toEqual([{ left: [0, 0], right: [0, 1] }])
  })

  test('counts a word that became a mark, and a break that nobody said', () => {
    const { words, commands } = scoreFalseCommands([
      'the lungs are clear period',
      'the lungs are clear new line the heart is normal',
      'the colon is normal at five milligrams',
    ])
    expect(words).toBe(22)
    expect(commands.map(({ heard }) => heard)).toEqual(['period', 'new line'])
  })

  test('tells a broken word from another form of what was said', () => {
    const { changes } = scoreRecogniser([
      {
        reference: 'she took five milligrams and left period',
        hypothesis: 'she took five milligrams and left period',
      },
    ])
    expect(changes.map(({ verdict, heard }) => [verdict, heard])).toEqual([
      ['kept', 'five milligrams'],
      ['broken', 'period'],
    ])
  })

  test.each([
    ['and beyond again stage one one nuance'],
    ['if you are over 120 over 80 going on'],
    ['at 24 to 48 hours after birth'],
  ])('finds no fault in another form of %j', (said) => {
    const { changes } = scoreRecogniser([{ reference: said, hypothesis: said }])
    expect(changes.map(({ verdict }) => verdict)).toEqual(changes.map(() => 'kept'))
  })

  test('finds no fault in a mark that the engine misheard as a word', () => {
    const { changes } = scoreRecogniser([
      { reference: 'she is well.', hypothesis: 'she is well period' },
    ])
    expect(changes).toMatchObject([{ verdict: 'right', heard: 'period', written: '' }])
  })
})
