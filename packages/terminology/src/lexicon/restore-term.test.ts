import type { Locale } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLexicon } from './create-lexicon.ts'
import type { LexiconEntry } from './lexicon-entry.ts'
import { isDecidedBy, restoreTerm } from './restore-term.ts'
import { loadStarterLexicon } from './starter-lexicon.ts'
import { keepAsDictated, type LexiconPolicy } from './writing-policy.ts'

type Given = Partial<LexiconEntry> & { readonly form: string }

const anEntry = (given: Given, locale: Locale): LexiconEntry => ({
  preferred: given.form,
  locale,
  class: 'condition',
  source: 'test',
  status: 'active',
  spoken: [],
  caseRule: 'lower',
  weight: 3,
  ...given,
})

/** A whole text, word by word, as the writer goes through it. */
function write(
  text: string,
  entries: readonly Given[],
  locale: Locale,
  policy: Partial<LexiconPolicy> = {},
): string {
  const lexicon = createLexicon(
    [{ layer: 'starter', entries: entries.map((entry) => anEntry(entry, locale)) }],
    locale,
  )
  const words = text.split(' ')
  const written: string[] = []
  for (let at = 0; at < words.length; ) {
    const wanted = { ...keepAsDictated, ...policy }
    const found = restoreTerm(lexicon, wanted, words.slice(at), words[at - 1])
    written.push(found?.text ?? words[at] ?? '')
    at += found?.length ?? 1
  }
  return written.join(' ')
}

const english: readonly Given[] = [
  { form: "Crohn's disease", caseRule: 'exact' },
  { form: 'COVID', caseRule: 'exact' },
  { form: 'COVID-19', caseRule: 'exact', spoken: ['covid nineteen'] },
  {
    form: 'MRI',
    class: 'abbreviation',
    caseRule: 'exact',
    expansion: 'magnetic resonance imaging',
  },
  { form: 'CT', class: 'abbreviation', caseRule: 'exact', expansion: 'computed tomography' },
  { form: 'ACT', class: 'abbreviation', caseRule: 'spelled', expansion: 'activated clotting time' },
  { form: 'AIDS', class: 'abbreviation', caseRule: 'spelled' },
  { form: 'MS', class: 'abbreviation', caseRule: 'exact', expansion: 'multiple sclerosis' },
  { form: 'MS', class: 'abbreviation', caseRule: 'exact', expansion: 'mitral stenosis' },
  { form: 'SAM', class: 'abbreviation', caseRule: 'exact', expansion: 'systolic anterior motion' },
  { form: 'Tylenol', class: 'drug-brand', caseRule: 'exact' },
  { form: 'Sage', class: 'drug-brand', caseRule: 'exact' },
  { form: 'X-ray', caseRule: 'exact' },
  { form: 'pH', caseRule: 'exact', class: 'test' },
  { form: 'haemoglobin', preferred: 'hemoglobin' },
  { form: 'chlorphenamine', preferred: 'chlorpheniramine', class: 'drug-ingredient' },
  { form: 'Down syndrome', caseRule: 'exact' },
  { form: 'PRN', class: 'abbreviation', caseRule: 'exact' },
  { form: 'E. coli', caseRule: 'exact' },
  { form: 'metformin', class: 'drug-ingredient' },
  { form: 'Atorvastatin-20', class: 'drug-brand', caseRule: 'exact' },
]

const french: readonly Given[] = [
  { form: 'hémoglobine' },
  { form: 'œdème' },
  { form: 'IRM', class: 'abbreviation', caseRule: 'exact' },
  { form: 'EAU', class: 'abbreviation', caseRule: 'exact' },
  { form: 'TA', class: 'abbreviation', caseRule: 'exact' },
  { form: 'maladie de Crohn', caseRule: 'exact' },
  { form: 'fracture de côte' },
  { form: 'douleur à la marche' },
  { form: 'hémiplégie' },
  { form: 'à' },
  { form: 'opéré' },
]

describe('English', () => {
  test.each([
    ["she has crohn's disease", "she has Crohn's disease"],
    ['crohns disease', "Crohn's disease"],
    ['covid was ruled out', 'COVID was ruled out'],
    ['Covid was ruled out', 'COVID was ruled out'],
    ['covid nineteen pneumonia', 'COVID-19 pneumonia'],
    ['the mri is normal', 'the MRI is normal'],
    ['an m r i of the brain', 'an MRI of the brain'],
    ['an M.R.I of the brain', 'an MRI of the brain'],
    ['the m r i a week ago', 'the MRI a week ago'],
    ['e coli in urine', 'E. coli in urine'],
    ['living with a i d s', 'living with AIDS'],
    ['took tylenol', 'took Tylenol'],
    ['chest x ray', 'chest X-ray'],
    ['ph of seven', 'pH of seven'],
    ['down syndrome', 'Down syndrome'],
    ['a mr c t scan', 'a mr CT scan'],
  ])('writes %j as %j', (said, written) => {
    expect(write(said, english, 'en-CA')).toBe(written)
  })

  test.each([
    ['hearing aids', 'an everyday word is not an abbreviation'],
    ['sage tea', 'nor the name of a drug'],
    ['Sam is here', 'a name is no abbreviation'],
    ["Crohn's Disease", 'capitals of a title are meant'],
    ['CROHN', 'so are capitals throughout'],
    ['Metformin', 'a capital is not taken away'],
    ['took haemoglobin', 'a spelling is kept unless the site wants one'],
    ['chlorphenamine', 'another country’s name of a drug is no error'],
    ['given p.r.n', 'points between small letters are a way of writing'],
    ['a c t scan', 'ACT, or a CT: it cannot be told'],
    ['hepatitis b c t scan', 'letters that follow a letter belong to something else'],
    ['atorvastatin 20', 'a number after a drug is a dose'],
    ['sit down', 'part of a term is not the term'],
    ['post-mri', 'nor is part of a word'],
  ])('leaves %j as it was heard: %s', (said) => {
    expect(write(said, english, 'en-CA')).toBe(said)
  })

  test('writes the preferred spelling where the site wants it, but never another name of a drug', () => {
    const policy = { spelling: 'prefer' } as const
    expect(write('haemoglobin is low', english, 'en-CA', policy)).toBe('hemoglobin is low')
    expect(write('Haemoglobin is low', english, 'en-CA', policy)).toBe('Hemoglobin is low')
    expect(write('chlorphenamine', english, 'en-CA', policy)).toBe('chlorphenamine')
  })
})

describe('abbreviations, as the site wants them', () => {
  test.each([
    ['an MRI', 'an magnetic resonance imaging'],
    ['an m r i', 'an magnetic resonance imaging'],
    ['MS since 2010', 'MS since 2010'],
    ['ms since 2010', 'MS since 2010'],
    ['act now', 'act now'],
  ])('expanded: %j becomes %j', (said, written) => {
    expect(write(said, english, 'en-CA', { abbreviations: 'expand' })).toBe(written)
  })

  test('short: an expansion becomes its abbreviation', () => {
    const policy = { abbreviations: 'abbreviate' } as const
    expect(write('magnetic resonance imaging was done', english, 'en-CA', policy)).toBe(
      'MRI was done',
    )
    expect(write('magnetic resonance imaging was done', english, 'en-CA')).toBe(
      'magnetic resonance imaging was done',
    )
  })

  test('an exception holds over the rule', () => {
    const policy = { abbreviations: 'expand', exceptions: { CT: 'keep' } } as const
    expect(write('CT and MRI', english, 'en-CA', policy)).toBe('CT and magnetic resonance imaging')
  })
})

describe('French', () => {
  test.each([
    ['hemoglobine basse', 'hémoglobine basse'],
    ['Hemoglobine basse', 'Hémoglobine basse'],
    ["l'hemoglobine", "l'hémoglobine"],
    ['l’hemoglobine', 'l’hémoglobine'],
    ['un oedeme', 'un œdème'],
    ['hemiplégie', 'hémiplégie'],
    ['une irm', 'une IRM'],
    ['une i r m a été faite', 'une IRM a été faite'],
    ["l'i r m", "l'IRM"],
    ['l’irm', 'l’IRM'],
    ['maladie de crohn', 'maladie de Crohn'],
  ])('writes %j as %j', (said, written) => {
    expect(write(said, french, 'fr-CA')).toBe(written)
  })

  test.each([
    ['a', 'one letter is never a term'],
    ['eau', 'an everyday word is no abbreviation'],
    ['ta mère', 'nor this one'],
    ['fracture de cote', 'whether cote wants an accent is grammar'],
    ['douleur a la marche', 'and so it is for a'],
    ['opere', 'opère or opéré'],
    ['hèmoglobine', 'an accent that was heard is not overwritten'],
  ])('leaves %j as it was heard: %s', (said) => {
    expect(write(said, french, 'fr-CA')).toBe(said)
  })
})

test('a sign after a term is not taken with it, and one within a term is', () => {
  const entries = [
    { form: 'Achilles tendon', caseRule: 'exact' },
    { form: 'A & E', caseRule: 'exact' },
  ] as const
  expect(write('achilles tendon & calf', entries, 'en-CA')).toBe('Achilles tendon & calf')
  expect(write('a & e & ward', entries, 'en-CA')).toBe('A & E & ward')
})

describe('a word that decides alone', () => {
  const lexicon = createLexicon([loadStarterLexicon('fr-CA')], 'fr-CA')
  const policy = { ...keepAsDictated, abbreviations: 'expand' } as const
  const forms = lexicon.layers.flatMap((layer) => [...layer.keys()])
  const some = fc.constantFrom(...forms).map((form) => form.split(' '))
  const withArticle = (words: readonly string[]) => [`l'${words[0]}`, ...words.slice(1)]

  test('is written so whatever stands before and after it', () => {
    fc.assert(
      fc.property(some, some, some, fc.boolean(), ([before], form, more, isElided) => {
        const words = [...(isElided ? withArticle(form) : form), ...more]
        if (!isDecidedBy(lexicon, words[0] ?? '')) return
        const alone = restoreTerm(lexicon, policy, words.slice(0, 1))
        expect(restoreTerm(lexicon, policy, words, before)).toEqual(alone)
      }),
      { numRuns: 5000 },
    )
  })

  test('is no beginning of a longer term, and no letter', () => {
    expect(isDecidedBy(lexicon, 'maladie')).toBe(false)
    expect(isDecidedBy(lexicon, "l'hémoglobine")).toBe(false)
    expect(isDecidedBy(lexicon, 'virgule')).toBe(true)
    expect(isDecidedBy(lexicon, 'i')).toBe(false)
    expect(isDecidedBy(lexicon, 'I.R.M')).toBe(false)
  })
})
