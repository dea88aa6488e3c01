import { existsSync, readFileSync } from 'node:fs'
import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { createLexicon } from './create-lexicon.ts'
import { isEveryday } from './everyday-words.ts'
import { foldForm, foldLetters } from './fold-form.ts'
import { restoreTerm } from './restore-term.ts'
import { loadStarterLexicon, readTable, starterTables } from './starter-lexicon.ts'
import { keepAsDictated } from './writing-policy.ts'

const locales = ['en-CA', 'fr-CA', 'en-US', 'fr-FR'] as const

/** A text as the writer goes through it, word by word. */
function write(text: string, locale: Locale): string {
  const lexicon = createLexicon([loadStarterLexicon(locale)], locale)
  const words = text.split(' ')
  const written: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = restoreTerm(lexicon, keepAsDictated, words.slice(at), words[at - 1])
    written.push(found?.text ?? words[at] ?? '')
    at += found?.length ?? 1
  }
  return written.join(' ')
}

describe('the starter lexicon', () => {
  test.each(['en', 'fr'])('has at least 3,000 entries of %s', (language) => {
    const forms = starterTables()
      .filter(({ locale }) => locale.startsWith(language))
      .flatMap(readTable)
      .map(({ form }) => form)
    expect(new Set(forms).size).toBeGreaterThanOrEqual(3000)
  })

  test.each(locales)('says nothing twice in %s', (locale) => {
    const keys = loadStarterLexicon(locale).entries.map(
      ({ form, expansion = '', class: kind }) => `${kind} ${form} ${expansion}`,
    )
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  test.each(locales)('has no form in %s that is only marks, or has space around it', (locale) => {
    const language = locale.startsWith('fr') ? 'fr' : 'en'
    const broken = loadStarterLexicon(locale).entries.filter(
      ({ form, preferred, spoken }) =>
        foldForm(form, language) === '' ||
        [form, preferred, ...spoken].some((text) => /^\s|\s$|\s\s|[\t"]/.test(text)),
    )
    expect(broken).toEqual([])
  })

  test('every abbreviation says what it stands for', () => {
    const silent = locales.flatMap((locale) =>
      loadStarterLexicon(locale).entries.filter(
        (entry) => entry.class === 'abbreviation' && entry.expansion === undefined,
      ),
    )
    expect(silent).toEqual([])
  })

  test('no abbreviation that is an everyday word is written for it', () => {
    const forced = (['en-CA', 'fr-CA'] as const).flatMap((locale) => {
      const language = locale === 'fr-CA' ? 'fr' : 'en'
      return loadStarterLexicon(locale)
        .entries.filter(({ class: kind, form }) => {
          return kind === 'abbreviation' && isEveryday(foldLetters(form), language)
        })
        .filter(({ form }) => write(form.toLowerCase(), locale) !== form.toLowerCase())
    })
    expect(forced).toEqual([])
  })
})

describe('what the starter lexicon writes', () => {
  test.each<[Locale, string, string]>([
    ['en-CA', 'history of crohn’s disease', "history of Crohn's disease"],
    ['en-CA', 'mri of the brain', 'MRI of the brain'],
    ['en-CA', 'an m r i of the brain', 'an MRI of the brain'],
    ['en-CA', 'a c t scan', 'a CT scan'],
    ['en-CA', 'she takes tylenol and synthroid', 'she takes Tylenol and Synthroid'],
    ['en-CA', 'covid nineteen pneumonia', 'COVID-19 pneumonia'],
    ['en-CA', 'guillain barre syndrome', 'Guillain-Barré syndrome'],
    ['en-CA', 'the lvef is reduced', 'the LVEF is reduced'],
    ['en-CA', 'staphylococcus aureus bacteremia', 'Staphylococcus aureus bacteremia'],
    ['fr-CA', 'hemoglobine basse', 'hémoglobine basse'],
    ['fr-CA', 'l’hemoglobine est basse', 'l’hémoglobine est basse'],
    ['fr-CA', 'un oedeme pulmonaire', 'un œdème pulmonaire'],
    ['fr-CA', 'une irm cérébrale', 'une IRM cérébrale'],
    ['fr-CA', 'maladie de crohn', 'maladie de Crohn'],
    ['fr-CA', 'acetaminophene au besoin', 'acétaminophène au besoin'],
    ['fr-CA', 'mpoc et hta', 'MPOC et HTA'],
    ['fr-FR', 'bpco sous ventoline', 'BPCO sous Ventoline'],
  ])('%s: %j becomes %j', (locale, said, written) => {
    expect(write(said, locale)).toBe(written)
  })

  test.each<[Locale, string]>([
    ['en-CA', 'it is all right for the patient to go home or to work as she can'],
    ['en-CA', 'he wears hearing aids and has a pet cat at home'],
    ['en-CA', 'the map is on the table and who may act on it is not clear'],
    ['en-CA', 'we see her again in one hr after rest ice and a fast'],
    ['en-CA', 'the tip of the line lies in the left lower part'],
    ['en-CA', 'aspirin was stopped'],
    ['fr-CA', 'il a bu de l’eau et a eu mal au cou et au dos'],
    ['fr-CA', 'ta mère est venue te voir à la maison'],
    ['fr-CA', 'une cote du cote gauche a ou la cote est passé'],
    ['fr-CA', 'il opere demain et le colon est vu'],
    ['fr-CA', 'un sein et une main sans plaie'],
    ['fr-CA', 'pas de fracture sur la radio du pied'],
    ['fr-CA', 'il y a eu un ulcere'],
  ])('%s: leaves %j as it was heard', (locale, said) => {
    expect(write(said, locale)).toBe(said)
  })
})

const canada = new URL(
  '../../../../../shared/terminology/ca-dpd-ingredients.en-fr.tsv',
  import.meta.url,
)

describe.skipIf(!existsSync(canada))('against Health Canada’s ingredients (../shared)', () => {
  test('every ingredient that names Health Canada as its source is one there', () => {
    const known = new Set(
      readFileSync(canada, 'utf8')
        .split('\n')
        .flatMap((line) => line.split('\t').slice(0, 2))
        .flatMap((name) => foldForm(name, 'fr').split(/[ /]/)),
    )
    const unknown = (['en-CA', 'fr-CA'] as const)
      .flatMap((locale) => loadStarterLexicon(locale).entries)
      .filter((entry) => entry.class === 'drug-ingredient' && entry.source === 'DPD')
      .filter(({ form }) =>
        foldForm(form, 'fr')
          .split(' ')
          .some((word) => word.length > 2 && !known.has(word)),
      )
    expect(unknown).toEqual([])
  })
})
