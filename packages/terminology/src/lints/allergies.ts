import type { Locale } from '@plume/transcript'
import { negations } from '../doubts/low-confidence.ts'
import { wordSet } from '../reading/word-set.ts'
import { allergyClasses } from './allergy-classes.ts'
import { doseRows } from './dose-table.ts'
import { type LintDocument, languageOf, type ReadSection, type Sentence } from './lint-document.ts'
import { namesOther } from './other-people.ts'
import { isUnsure } from './other-times.ts'
import { type Phrases, phraseAt, phrases } from './phrases.ts'
import { sectionNamed } from './section-role.ts'

/** What an allergy, or a drug, is of: classes by their names, and the drug itself. */
export type AllergyTo = { readonly classes: readonly string[]; readonly drug: string | null }

/** The drugs of the dose table, and those of a class. */
const drugs = new Map<string, AllergyTo>([
  ...doseRows.flatMap(({ name, names }) =>
    names.map((each) => [each, { classes: [], drug: name }] as const),
  ),
  ...allergyClasses.flatMap(({ name, members }) =>
    members.map((member) => [member, { classes: [name], drug: member }] as const),
  ),
])

/** Every name that an allergy is given. */
const allergens: Phrases<AllergyTo> = phrases(
  new Map<string, AllergyTo>([
    ...drugs,
    ...allergyClasses.flatMap(({ name, names }) =>
      names.map((each) => [each, { classes: [name], drug: null }] as const),
    ),
  ]),
)

/** The drugs that may be ordered. */
export const orderable: Phrases<AllergyTo> = phrases(drugs)

const allergic = wordSet(
  'allergic allergy allergies anaphylaxis allergique allergiques allergie anaphylaxie',
)
const to = wordSet('to a au aux')

/** From here on a sentence says what is no allergy, or only an old story. */
const ends = wordSet(`
  tolerates tolerated tolerating tolerant tolerates but although not except can no denies
  tolere tolerait toleree mais sauf pas non peut aucune
`)

/** An allergy that was taken back, or is being tried: anywhere in a report it ends the matter. */
const settled = wordSet(`
  delabelled delabeled delabel delabelling desensitized desensitised desensitization desensitisation challenge rechallenge premedicated
  premedication desensibilisation desensibilise desensibilisee provocation premedique premedication
`)

/** The allergies that a report gives its patient, and what the report says is tolerated. */
export function allergiesIn(document: LintDocument): readonly AllergyTo[] {
  const isSettled = document.sections.some(({ sentences }) =>
    sentences.some((sentence) => sentence.some(({ folded }) => settled.has(folded))),
  )
  if (isSettled) return []
  return document.sections.flatMap((section) =>
    section.sentences.flatMap((sentence) => {
      if (namesOther(sentence)) return []
      const from = allergyStart(section, sentence, document.locale)
      if (from < 0) return allergenBefore(sentence, document.language)
      return allergensFrom(sentence, from, document.language)
    }),
  )
}

/** The first word of what one is allergic to: under "Allergies" the first of all; else after "allergic to"; or -1. */
function allergyStart({ title }: ReadSection, sentence: Sentence, locale: Locale): number {
  if (sectionNamed(title, locale) === 'allergies') return 0
  const at = sentence.findIndex(
    ({ folded }, nth) => allergic.has(folded) && to.has(sentence[nth + 1]?.folded ?? ''),
  )
  if (at < 0 || isUnsure(sentence)) return -1
  const denials = negations[languageOf(locale)]
  return sentence.slice(0, at).some(({ folded }) => denials.has(folded)) ? -1 : at + 1
}

/** "Penicillin allergy"; a denied or doubtful one is none. */
function allergenBefore(sentence: Sentence, language: 'en' | 'fr'): readonly AllergyTo[] {
  const at = sentence.findIndex(({ folded }) => folded === 'allergy' || folded === 'anaphylaxis')
  if (at < 1 || isUnsure(sentence)) return []
  if (sentence.some(({ folded }) => negations[language].has(folded))) return []
  const before = [at - 2, at - 1].map((from) => phraseAt(sentence, from, allergens))
  return before.flatMap((phrase) => (phrase?.to === at ? [phrase.meaning] : []))
}

/** How many words after "allergic to" the list may be long. */
const longestList = 40

function allergensFrom(
  sentence: Sentence,
  from: number,
  language: 'en' | 'fr',
): readonly AllergyTo[] {
  const found: AllergyTo[] = []
  for (let at = from; at < Math.min(sentence.length, from + longestList); ) {
    const word = sentence[at]?.folded ?? ''
    if (ends.has(word) || negations[language].has(word)) break
    const phrase = phraseAt(sentence, at, allergens)
    if (phrase) found.push(phrase.meaning)
    at = phrase?.to ?? at + 1
  }
  return found
}

const tolerates = wordSet(
  'tolerate tolerates tolerated tolerating tolerant tolere tolerait toleree',
)

const without = wordSet('without no sans aucune')

/** "Without a reaction", « sans réaction ». */
function saysTolerated(sentence: Sentence): boolean {
  return sentence.some(
    ({ folded }, at) =>
      tolerates.has(folded) ||
      (without.has(folded) &&
        sentence
          .slice(at + 1, at + 4)
          .some((word) => /^(?:reactions?|incidents?)$/.test(word.folded))),
  )
}

/** The classes and drugs of which a report says that they are tolerated. */
export function toleratedIn({ sections }: LintDocument): ReadonlySet<string> {
  const tolerated = new Set<string>()
  for (const { sentences } of sections) {
    for (const sentence of sentences) {
      if (!saysTolerated(sentence)) continue
      for (let at = 0; at < sentence.length; at++) {
        const meaning = phraseAt(sentence, at, orderable)?.meaning
        for (const each of [meaning?.drug, ...(meaning?.classes ?? [])])
          if (each) tolerated.add(each)
      }
    }
  }
  return tolerated
}
