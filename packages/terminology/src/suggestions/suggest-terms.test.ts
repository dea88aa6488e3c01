import type { Locale } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLexicon, type Lexicon } from '../lexicon/create-lexicon.ts'
import type { LexiconEntry } from '../lexicon/lexicon-entry.ts'
import { loadStarterLexicon } from '../lexicon/starter-lexicon.ts'
import { recognitionFromText } from '../recognition-from-text.ts'
import { writeDictation } from '../write-dictation.ts'
import { loadSpelling } from './load-spelling.ts'
import { noSpellingWords } from './spelling-words.ts'
import { createSuggester, type Suggester } from './suggest-terms.ts'

const spelling = { en: await loadSpelling('en'), fr: await loadSpelling('fr') }

const ofStarter = (locale: Locale): Suggester =>
  createSuggester(
    createLexicon([loadStarterLexicon(locale)], locale),
    spelling[locale.startsWith('fr') ? 'fr' : 'en'],
  )
const english = ofStarter('en-CA')
const french = ofStarter('fr-CA')

const shown = (suggester: Suggester, text: string) =>
  suggester.inText(text).suggestions.map((each) => `${each.text} > ${each.proposed}`)

describe('a word that nobody knows is suggested to be the term that sounds like it', () => {
  test.each([
    ['she takes metprolole 25 mg daily', 'metprolole > metoprolol'],
    ['started on lysinoprol', 'lysinoprol > lisinopril'],
    ['siprofloxasin 500 mg', 'siprofloxasin > ciprofloxacin'],
    ['Worfarin was held.', 'Worfarin > Warfarin'],
    ['a colonoscopy for diverticulytis', 'diverticulytis > diverticulitis'],
    ['collonoscopy', 'collonoscopy > colonoscopy'],
    ['lipiter 20 mg', 'lipiter > Lipitor'],
    ['known sychiatric illness', 'sychiatric > psychiatric'],
    ['two semminomas', 'semminomas > seminomas'],
  ])('%s', (text, expected) => {
    expect(shown(english, text)).toEqual([expected])
  })
  test.each([
    ['metformyne 500 mg', 'metformyne > metformine'],
    ['sous siprofloxacine', 'siprofloxacine > ciprofloxacine'],
    ['acétaminofène au besoin', 'acétaminofène > acétaminophène'],
    ['Colécystectomie en 2019', 'Colécystectomie > Cholécystectomie'],
    ['notion d’hypertention artérielle', 'hypertention > hypertension'],
    ['insufisance rénale', 'insufisance > insuffisance'],
    ['de l’emphyzème', 'emphyzème > emphysème'],
  ])('%s', (text, expected) => {
    expect(shown(french, text)).toEqual([expected])
  })
})

describe('nothing is suggested for', () => {
  test.each([
    [
      'words of a dictionary, whatever they sound like',
      'hypertension and hypotension, ileum and ilium',
    ],
    ['British and Canadian spellings', 'organised, centre, haemorrhage, favourite, oedema'],
    ['another form of a word that is known', 'neuropathic pain, endovascular repair, thermography'],
    ['plurals', 'pathologies, biopsies, glaucomas, tibias'],
    ['names after a title', 'seen by Dr. Worfarin and Mrs. Jane Lipiter'],
    ['abbreviations, numbers, marks', 'CABG x 3, T4 N1 M0; 5.5 mg/mL'],
    ['short words', 'losa, avop'],
  ])('%s', (_, text) => {
    expect(shown(english, text)).toEqual([])
  })
  test.each([
    [
      'verbs and adjectives in all their forms',
      'les cornets seront réguliers, une infection virale',
    ],
    ['words after an article without its vowel', 'd’abord l’hémoglobine, qu’aucune n’ait'],
    ['names after a title', 'vu par le Dr Metformyne et Mme Siprofloxacine'],
    ['a form joined to the adjective after it', 'bloc auriculo ventriculaire complet'],
  ])('%s', (_, text) => {
    expect(shown(french, text)).toEqual([])
  })
})

const entry = (form: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  form,
  preferred: form,
  locale: 'en',
  class: 'drug-ingredient',
  source: 'test',
  status: 'active',
  spoken: [],
  caseRule: 'lower',
  weight: 3,
  ...more,
})

const lexiconOf = (...entries: readonly LexiconEntry[]): Lexicon =>
  createLexicon([{ layer: 'site', entries }], 'en-CA')

test('where two drugs are as near, neither is suggested', () => {
  const one = createSuggester(lexiconOf(entry('prednisone')), noSpellingWords)
  const two = createSuggester(lexiconOf(entry('prednisone'), entry('prednisole')), noSpellingWords)
  expect(shown(one, 'prednisoge')).toEqual(['prednisoge > prednisone'])
  expect(shown(two, 'prednisoge')).toEqual([])
})

test('a retired entry is not suggested, and hides the one below it', () => {
  const lexicon = createLexicon(
    [
      { layer: 'starter', entries: [entry('warfarin')] },
      { layer: 'site', entries: [entry('warfarin', { status: 'retired' })] },
    ],
    'en-CA',
  )
  expect(shown(createSuggester(lexicon, noSpellingWords), 'worfarin')).toEqual([])
})

test('changes nothing in the text, and says where in which part it would', () => {
  const recognition = recognitionFromText('findings colon worfarin five milligrams period', {
    locale: 'en-CA',
  })
  const headings = [{ sectionId: 'findings', aliases: ['findings'] }]
  const options = { locale: 'en-CA', headings } as const
  const without = writeDictation(recognition, options)
  const { suggestions, ...written } = writeDictation(recognition, {
    ...options,
    suggester: english,
  })
  expect(suggestions).toEqual([
    { part: 0, start: 0, end: 8, text: 'Worfarin', proposed: 'Warfarin', kind: 'misheard-term' },
  ])
  expect({ ...written, suggestions: [] }).toEqual(without)
})

test('every suggestion names its own words, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (noise, inFrench) => {
      const text = `${noise} worfarin ${noise}siprofloxasine`
      for (const each of (inFrench ? french : english).inText(text).suggestions) {
        expect(text.slice(each.start, each.end)).toBe(each.text)
        expect(each.proposed).not.toBe(each.text)
      }
    }),
  )
})

describe('words that are one term together are suggested to be that', () => {
  test.each([
    ['met form in 500 mg twice daily', 'met form in > metformin'],
    ['osteo porosis', 'osteo porosis > osteoporosis'],
    ['gaba pentin 300 mg', 'gaba pentin > gabapentin'],
  ])('%s', (text, expected) => {
    expect(shown(english, text)).toEqual([expected])
  })
  test.each([
    ['ostéo porose', 'ostéo porose > ostéoporose'],
    ['ator vastatine 20 mg', 'ator vastatine > atorvastatine'],
  ])('%s', (text, expected) => {
    expect(shown(french, text)).toEqual([expected])
  })
  test.each(['a typical presentation', 'in sulin', 'the pain is in the hip'])(
    'not where the first is a word of grammar: %s',
    (text) => expect(shown(english, text)).toEqual([]),
  )
  test('not across a mark', () => expect(shown(english, 'osteo, porosis')).toEqual([]))
})

describe('where nothing can be proposed, somebody should listen', () => {
  const kinds = (suggester: Suggester, text: string) =>
    suggester.inText(text).findings.map(({ kind, text: place }) => `${kind}: ${place}`)

  test('a strange word before a dose that sounds like no drug', () => {
    expect(kinds(english, 'started on brakavimu 20 mg')).toEqual(['unknown-drug: brakavimu'])
    expect(kinds(french, 'brakavimou 20 mg par jour')).toEqual(['unknown-drug: brakavimou'])
    expect(kinds(english, 'ramipril 20 mg, then aspirin 81 mg')).toEqual([])
  })

  test('a strange word that sounds like two drugs', () => {
    const two = createSuggester(
      lexiconOf(entry('prednisone'), entry('prednisole')),
      noSpellingWords,
    )
    expect(kinds(two, 'prednisoge')).toEqual(['unclear-drug: prednisoge'])
  })
})
