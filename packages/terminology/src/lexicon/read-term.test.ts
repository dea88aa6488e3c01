import type { Locale } from '@plume/transcript'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hearTokens } from '../reading/hear-tokens.ts'
import { recognitionFromText } from '../recognition-from-text.ts'
import { writeDictation } from '../write-dictation.ts'
import { createLexicon } from './create-lexicon.ts'
import { termsOf } from './read-term.ts'
import { restoreTerm } from './restore-term.ts'
import { loadStarterLexicon } from './starter-lexicon.ts'
import { keepAsDictated } from './writing-policy.ts'

const starter = {
  'en-CA': termsOf(createLexicon([loadStarterLexicon('en-CA')], 'en-CA')),
  'fr-CA': termsOf(createLexicon([loadStarterLexicon('fr-CA')], 'fr-CA')),
}

function write(line: string, locale: 'en-CA' | 'fr-CA') {
  const recognition = recognitionFromText(line, { locale })
  const written = writeDictation(recognition, { locale, headings: [], terms: starter[locale] })
  return written.parts.flatMap((part) => part.text)
}
const textOf = (line: string, locale: 'en-CA' | 'fr-CA') =>
  write(line, locale)
    .map((run) => run.text)
    .join('')

test.each<[Locale & keyof typeof starter, string, string]>([
  ['en-CA', 'mri of the brain is normal period', 'MRI of the brain is normal.'],
  ['en-CA', 'known copd comma crohn’s disease', "Known COPD, Crohn's disease."],
  ['en-CA', 'tylenol five hundred milligrams', 'Tylenol 500 mg.'],
  ['en-CA', 'covid nineteen period', 'COVID-19.'],
  ['en-CA', 'colon cancer', 'Colon cancer.'],
  ['en-CA', 'history of mi, copd.', 'History of MI, COPD.'],
  ['fr-CA', 'hemoglobine a cent dix', 'Hémoglobine a 110.'],
  ['fr-CA', 'maladie de crohn point', 'Maladie de Crohn.'],
  ['fr-CA', 'oedeme pulmonaire virgule irm normale', 'Œdème pulmonaire, IRM normale.'],
])('%s: %j is written %j', (locale, said, written) => {
  expect(textOf(said, locale)).toBe(written)
})

test('a term leaves its rule on the run, with what was heard', () => {
  const rules = write('chest pain , mri tomorrow', 'en-CA').flatMap((run) =>
    run.source.kind === 'dictated' ? run.source.rules : [],
  )
  expect(rules).toContainEqual({ rule: 'lexicon.case', before: 'mri', after: 'MRI' })
})

test('a term does not reach over a mark', () => {
  expect(textOf('seen at maladie de, crohn', 'fr-CA')).toContain('crohn')
})

test('what is written already comes back as it is', () => {
  const text =
    "MRI of the brain: no acute infarct. Crohn's disease, COVID-19, pH 7.4; Tylenol 500 mg."
  expect(textOf(text, 'en-CA')).toBe(text)
})

test('a term is the same whether its words are looked at one by one or all together', () => {
  const lexicon = createLexicon([loadStarterLexicon('fr-CA')], 'fr-CA')
  const forms = lexicon.layers.flatMap((layer) => [...layer.keys()])
  const form = fc.constantFrom(...forms).map((key) => key.split(' '))
  const shapes = fc.constantFrom(
    (word: string) => word,
    (word: string) => `l'${word}`,
    (word: string) => `${word}-${word}`,
  )
  const cut = fc.tuple(form, fc.nat({ max: 4 })).map(([words, length]) => words.slice(0, length))
  fc.assert(
    fc.property(form, shapes, fc.boolean(), cut, ([first = '', ...rest], shape, isJoined, more) => {
      const others = isJoined && rest.length > 0 ? [rest.join('-')] : rest
      const words = [shape(first), ...others, ...more].slice(0, 12)
      const { tokens } = hearTokens(
        words.map((text, at) => ({ text, startMs: at, endMs: at + 1 })),
        () => false,
      )
      const [span] = starter['fr-CA'].read({ tokens }, 0) ?? []
      const restored = restoreTerm(lexicon, keepAsDictated, words)
      expect(span?.to ?? 0).toBe(restored?.length ?? 0)
    }),
    { numRuns: 5000 },
  )
})
