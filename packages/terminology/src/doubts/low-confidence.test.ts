import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { createLexicon } from '../lexicon/create-lexicon.ts'
import { loadStarterLexicon } from '../lexicon/starter-lexicon.ts'
import { recognitionFromText } from '../recognition-from-text.ts'
import { noSpellingWords } from '../suggestions/spelling-words.ts'
import { createSuggester } from '../suggestions/suggest-terms.ts'
import { writeDictation } from '../write-dictation.ts'

/** Words before a `?` are those of which the engine was not sure. */
function findingsIn(text: string, locale: Locale) {
  const words = text.split(' ')
  const recognition = recognitionFromText(text.replaceAll('?', ''), { locale })
  const heard = {
    ...recognition,
    words: recognition.words.map((word, at) => ({
      ...word,
      confidence: words[at]?.endsWith('?') ? 0.3 : 0.95,
    })),
  }
  const suggester = createSuggester(
    createLexicon([loadStarterLexicon(locale)], locale),
    noSpellingWords,
  )
  const written = writeDictation(heard, { locale, headings: [], suggester })
  return written.findings
    .filter(({ source }) => source === 'engine')
    .map(({ kind, text: place }) => `${kind}: ${place}`)
}

describe('of what can hurt, the engine’s own doubt is shown', () => {
  test.each([
    ['the left? knee', 'unsure-side: left'],
    ['there is no? fracture', 'unsure-negation: no'],
    ['give twenty five? milligrams', 'unsure-number: 25 mg'],
    ['warfarin? was held', 'unsure-drug: Warfarin'],
  ])('%s', (text, expected) => {
    expect(findingsIn(text, 'en-CA')).toEqual([expected])
  })
  test.each([
    ['le genou gauche? est normal', 'unsure-side: gauche'],
    ['il n’y a pas? de fracture', 'unsure-negation: pas'],
    ['sans? fièvre', 'unsure-negation: Sans'],
    ['metformine? cinq cents milligrammes', 'unsure-drug: Metformine'],
  ])('%s', (text, expected) => {
    expect(findingsIn(text, 'fr-CA')).toEqual([expected])
  })
})

test('other words are left alone, and so is all of which the engine was sure', () => {
  expect(findingsIn('the knee? is stable? and the left knee has no effusion', 'en-CA')).toEqual([])
})

test('keeps the least sure where there are more than anybody would look at', () => {
  const text = Array.from({ length: 1000 }, () => 'left?').join(' ')
  expect(findingsIn(text, 'en-CA')).toHaveLength(3)
})
