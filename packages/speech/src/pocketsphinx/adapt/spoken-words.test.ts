import { describe, expect, test } from 'vitest'
import { parseDictionary, writeDictionary } from './dictionary.ts'
import { askEspeak, phonesOfIpa } from './espeak-pronunciations.ts'
import { readReportText } from './read-report-text.ts'
import { sharesScoredRun } from './refuse-scored-texts.ts'
import { generateTexts } from './spoken-corpus/generate-texts.ts'
import { withLists } from './spoken-corpus/lexicon-lists.ts'
import { spokenCorpus } from './spoken-corpus/spoken-corpus.ts'
import { spokenNumber } from './spoken-corpus/spoken-number.ts'

test.each([
  [0, 'zero'],
  [14, 'fourteen'],
  [40, 'forty'],
  [128, 'one hundred twenty eight'],
  [2004, 'two thousand four'],
  [1_000_000, 'one zero zero zero zero zero zero'],
])('%i is said %j', (value, spoken) => {
  expect(spokenNumber(value)).toBe(spoken)
})

test.each([
  ['No effusion.', 'no effusion period'],
  ['Metoprolol 12.5 mg, twice a day', 'metoprolol twelve point five milligrams comma twice a day'],
  ['BP 120/80', 'b p one hundred twenty over eighty'],
  ['CT of the chest: normal', 'c t of the chest colon normal'],
  ['Crohn’s disease (stable)', "crohn's disease open parenthesis stable close parenthesis"],
])('the report %j is dictated %j', (written, spoken) => {
  expect(readReportText(written)).toEqual([spoken.split(' ')])
})

test('each sentence and each line of a report stands alone', () => {
  expect(readReportText('Well. No fever.\n\nHome')).toHaveLength(3)
})

test.each([
  ['mɛtfˈɔːɹmɪn', 'M EH T F AO R M IH N'],
  ['tʃˈɛst', 'CH EH S T'],
  ['ˌɜːɾɪkˈɛɹiə', 'ER T IH K EH R IY AH'],
])('the sounds %s are the phones %s', (ipa, phones) => {
  expect(phonesOfIpa(ipa)).toBe(phones)
})

const heard = await askEspeak(['metformin'])
test.skipIf(heard === null)('eSpeak NG says a drug (skipped: no espeak-ng here)', () => {
  expect(heard?.get('metformin')).toMatch(/^M EH T F/)
})

test('without eSpeak NG nobody is asked', async () => {
  expect(await askEspeak(['metformin'], () => {}, '/nowhere/espeak-ng')).toBeNull()
})

test('a dictionary is read as it is written, each word with all its ways', () => {
  const dictionary = new Map([
    ['and', ['AH N D', 'AE N D']],
    ['knee', ['N IY']],
  ])
  expect(writeDictionary(dictionary)).toBe('and AH N D\nand(2) AE N D\nknee N IY\n')
  expect(parseDictionary(writeDictionary(dictionary))).toEqual(dictionary)
})

describe('the generated dictations', () => {
  const texts = spokenCorpus({ words: 20_000 })

  test('are the same each time', () => {
    expect(spokenCorpus({ words: 20_000 })).toEqual(texts)
  })

  test('are as many words as asked, all of them spoken: no digit, no capital, no mark, no open slot', () => {
    const words = texts.flat()
    expect(words.length).toBeGreaterThanOrEqual(20_000)
    expect(words.filter((word) => !/^[a-z]+('[a-z]+)*$/.test(word))).toEqual([])
  })

  test('say the marks, and some do not', () => {
    const marked = texts.filter((text) => text.includes('period')).length
    expect(marked / texts.length).toBeGreaterThan(0.6)
    expect(marked / texts.length).toBeLessThan(0.95)
  })

  test('name the terms of a lexicon where such things are named, as they are said, and still their own', () => {
    const brands = Array.from({ length: 100 }, () => ({ form: 'Zubrolex', class: 'drug-brand' }))
    const terms = [
      ...brands.map((brand) => ({ ...brand, spoken: ['zubro lex'] })),
      { form: 'mg', class: 'unit', spoken: ['quillunits'] },
    ]
    const said = new Set(spokenCorpus({ words: 20_000, terms }).flat())
    expect(said).toContain('zubro')
    expect(said).toContain('metoprolol')
    expect(said).not.toContain('zubrolex')
    expect(said).not.toContain('quillunits')
  })

  test('hold nothing that engines are scored on', () => {
    expect(texts.filter(sharesScoredRun)).toEqual([])
  })
})

test('however many terms are added to a list, what was in it stays as likely', () => {
  const added = Array.from({ length: 7 }, (_, at) => `new${at}`)
  const { drug = [] } = withLists({ drug: ['old', 'older'] }, { drug: added })
  expect(drug.filter((word) => !word.startsWith('new')).length).toBeGreaterThanOrEqual(7)
  expect(drug).toEqual(expect.arrayContaining(added))
})

test('a grammar with a name that nothing stands for is our bug', () => {
  const texts = generateTexts({ grammar: { root: ['{nothing}'] }, roots: ['root'], seed: 1 })
  expect(() => texts.next()).toThrow(RangeError)
})
