import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readReportText } from './read-report-text.ts'
import { isScoredText, sharesScoredRun } from './refuse-scored-texts.ts'
import { finalisedReportTexts, lexiconTexts, templateTexts } from './site-texts.ts'

const samples = new URL('../../../../../samples/', import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, samples), 'utf8')
const names = readdirSync(samples)
const spokenOf = (name: string) => readReportText(String(JSON.parse(textOf(name)).spoken)).flat()
const isNoMark = (word: string) => !/^(period|comma|colon)$/.test(word)

describe('a text that engines are scored on', () => {
  test.each(names.filter((name) => name.endsWith('.txt')))(
    '%s is known, as it is typed',
    (name) => {
      expect(isScoredText(readReportText(textOf(name)))).toBe(true)
    },
  )

  test.each(names.filter((name) => name.endsWith('.json')))(
    '%s is known, as it is spoken',
    (name) => {
      const spoken = spokenOf(name)
      expect(isScoredText([spoken])).toBe(true)
      expect(sharesScoredRun(spoken)).toBe(true)
    },
  )

  test('is known without the marks that were said in it', () => {
    const spoken = spokenOf('general-consultation.json')
    expect(isScoredText([spoken.filter(isNoMark)])).toBe(true)
  })

  test('is not meant by one of its runs of six words, which chance may bring', () => {
    const spoken = spokenOf('general-consultation.json')
    const few = spoken.filter(isNoMark).slice(3, 9)
    expect(sharesScoredRun(few)).toBe(true)
    expect(isScoredText([few])).toBe(false)
  })

  test('is not meant by any other report', () => {
    const other = readReportText(
      'The tonsils were removed under general anaesthesia without any trouble.',
    )
    expect(sharesScoredRun(other.flat())).toBe(false)
  })
})

test('a heading is said alone, before a colon and before a full stop', () => {
  const [headings] = templateTexts([
    { headings: ['Findings'], example: '' },
    { headings: ['Findings'], example: '' },
  ])
  expect(headings?.sentences).toEqual([['findings'], ['findings', 'colon'], ['findings', 'period']])
})

test('a term of the lexicon is heard as it is said: numbers in words, letters one by one', () => {
  const { sentences } = lexiconTexts('site.csv', ['HER2 status', 'IV line'])
  expect(sentences).toContainEqual(['i', 'v', 'line', 'period'])
  expect(sentences).toContainEqual(['h', 'e', 'r', 'two', 'status'])
})

describe('finalised reports', () => {
  test('keep no word that fewer than three of them hold', () => {
    const report = (name: string) => `The knee of ${name} is not swollen.`
    const { sentences } = finalisedReportTexts(
      ['Quillfeather', 'Umbertine', 'Wexcombe'].map(report),
    )
    expect(sentences).toEqual(
      Array.from({ length: 3 }, () => [
        ['the', 'knee', 'of'],
        ['is', 'not', 'swollen', 'period'],
      ]).flat(),
    )
  })

  test('leave out the dictations that engines are scored on', () => {
    const reports = Array.from({ length: 3 }, () => textOf('chest-xray.txt'))
    expect(finalisedReportTexts(reports).sentences).toEqual([])
  })
})
