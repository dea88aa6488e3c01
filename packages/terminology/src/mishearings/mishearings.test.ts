import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { createLexicon } from '../lexicon/create-lexicon.ts'
import { loadStarterLexicon } from '../lexicon/starter-lexicon.ts'
import { recognitionFromText } from '../recognition-from-text.ts'
import { loadSpelling } from '../suggestions/load-spelling.ts'
import { writeDictation } from '../write-dictation.ts'
import { type Mishearing, refuseMishearing } from './mishearing.ts'
import { type MishearingLayer, mishearingsOf } from './read-mishearing.ts'

const english: MishearingLayer = {
  layer: 'site',
  mishearings: [
    { heard: 'Met form in', meant: 'metformin', locale: 'en' },
    { heard: 'met form in X R', meant: 'metformin XR', locale: 'en-CA' },
    { heard: 'lazy x', meant: 'Lasix', locale: 'en' },
  ],
}
const french: MishearingLayer = {
  layer: 'site',
  mishearings: [{ heard: "l'as X", meant: 'Lasix', locale: 'fr-CA' }],
}

function write(spoken: string, locale: Locale, ...layers: readonly MishearingLayer[]) {
  const mishearings = mishearingsOf(layers, locale)
  const { parts } = writeDictation(recognitionFromText(spoken, { locale }), {
    locale,
    headings: [],
    fragment: true,
    ...(mishearings ? { mishearings } : {}),
  })
  const runs = parts.flatMap(({ text }) => text)
  return {
    text: runs.map(({ text }) => text).join(''),
    rules: runs.flatMap(({ source }) =>
      source.kind === 'dictated' ? source.rules.filter(({ rule }) => /^mishearing/.test(rule)) : [],
    ),
  }
}

describe('what a table says is put right, word for word', () => {
  test.each([
    ['takes met form in five hundred milligrams', 'takes metformin 500 mg'],
    ['Met form in daily.', 'Metformin daily.'],
    ['met form in x r', 'metformin XR'],
    ['met form in.', 'metformin.'],
    ['met form inside', 'met form inside'],
    ['met form, in place', 'met form, in place'],
    ['lazy X twice', 'Lasix twice'],
  ])('%s', (spoken, written) => {
    expect(write(spoken, 'en-CA', english).text).toBe(written)
  })
  test('in the language and the place that it was said for', () => {
    expect(write('l’as x 40 mg', 'fr-CA', french).text).toBe('Lasix 40\u00a0mg')
    expect(write('l’as x', 'fr-FR', french).text).toBe('l’as x')
  })
})

test('the trail says which table, what was heard and what was written', () => {
  expect(write('met form in', 'en-CA', english).rules).toEqual([
    { rule: 'mishearing.site', before: 'met form in', after: 'metformin' },
  ])
})

test('an author’s table holds over the site’s', () => {
  const own: MishearingLayer = {
    layer: 'author',
    mishearings: [{ heard: 'lazy x', meant: 'lazy eye', locale: 'en' }],
  }
  expect(write('lazy x', 'en-CA', own, english)).toEqual({
    text: 'lazy eye',
    rules: [{ rule: 'mishearing.author', before: 'lazy x', after: 'lazy eye' }],
  })
})

test('no table is no rule', () => {
  expect(mishearingsOf([], 'en-CA')).toBeNull()
  expect(mishearingsOf([french], 'en-CA')).toBeNull()
})

const spelling = { en: await loadSpelling('en'), fr: await loadSpelling('fr') }

describe('a table may not say', () => {
  const lexicons = {
    en: createLexicon([loadStarterLexicon('en-CA')], 'en-CA'),
    fr: createLexicon([loadStarterLexicon('fr-CA')], 'fr-CA'),
  }
  const refused = (heard: string, meant: string, locale: 'en' | 'fr') => {
    const mishearing: Mishearing = { heard, meant, locale }
    return refuseMishearing(mishearing, lexicons[locale], spelling[locale])
  }
  test.each([
    ['hypertension', 'hypotension', 'en', 'valid-term'],
    ['prednisone', 'prednisolone', 'en', 'valid-term'],
    ['left', 'right', 'en', 'number-side-or-negation'],
    ['the right', 'bright', 'en', 'number-side-or-negation'],
    ['know edema', 'no edema', 'en', 'number-side-or-negation'],
    ['fifty units', 'fifteen units', 'en', 'number-side-or-negation'],
    ['mg 5', 'mg', 'en', 'number-side-or-negation'],
    ['aids', 'AIDS', 'en', 'same-words'],
    ['cup', 'COPD', 'en', 'everyday-word'],
    ['heart', 'hurt', 'en', 'everyday-word'],
    ['', 'metformin', 'en', 'not-words'],
    ['met form in', '\n', 'en', 'not-words'],
    ['a b c d e f g h i', 'alphabet', 'en', 'too-long'],
    ['gauche', 'gaucher', 'fr', 'number-side-or-negation'],
    ['sang fièvre', 'sans fièvre', 'fr', 'number-side-or-negation'],
    ['foie', 'foi', 'fr', 'valid-term'],
    ['met form in', 'metformin', 'en', null],
    ['lazy x', 'Lasix', 'en', null],
    ['mettes formine', 'metformine', 'fr', null],
  ] as const)('%s → %s (%s): %s', (heard, meant, locale, refusal) => {
    expect(refused(heard, meant, locale)).toBe(refusal)
  })
})
