import type { Locale, Source, WordRange } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognitionFromText } from '../recognition-from-text.ts'
import { type WriteOptions, writeDictation } from '../write-dictation.ts'
import { writtenToPlain } from '../written-to-plain.ts'

const writing = (said: string, locale: Locale, more: Partial<WriteOptions> = {}) =>
  writeDictation(recognitionFromText(said, { locale }), {
    locale,
    headings: [],
    fragment: true,
    ...more,
  })
const write = (said: string, locale: Locale) => writtenToPlain(writing(said, locale))

describe.each([
  // A correction puts like in place of like, with the words that were said again.
  ['pain in the left lower lobe correction right lower lobe', 'pain in the right lower lobe'],
  ['Pain in the left knee. Correction. Right knee.', 'Pain in the right knee.'],
  ['Left, correction, right knee.', 'Right knee.'],
  ['the left knee, I am sorry, the right knee', 'the right knee'],
  ['an eight correction five millimetre nodule', 'a 5 mm nodule'],
  ['fracture of T four sorry T five', 'fracture of T5'],
  ['pain in the left knee replace left with right', 'pain in the right knee'],
  ['mass in the right breast comma I mean the left breast', 'mass in the left breast'],
  ['Give 5 milligrams, scratch that, 10 milligrams of iron', '10 mg of iron'],
  ['It is normal. Scratch that. pH 7.30 today.', 'pH 7.30 today.'],
  ['call her on monday correction tuesday', 'call her on Tuesday'],
  ['clinic is on monday i mean on wednesday', 'clinic is on Wednesday'],
  ['follow up in june correction september', 'follow up in September'],
  // Other kinds of things stay, both of them.
  ['on monday correction april', 'on Monday correction April'],
  ['on monday sorry i was away tuesday', 'on Monday sorry i was away Tuesday'],
  ['he has two no three children', 'he has two no three children'],
  ['five milligrams correction left knee', '5 mg correction left knee'],
  ['vitamin B twelve correction T four', 'vitamin B12 correction T4'],
  ['left rather than right', 'left rather than right'],
  ['the left knee sorry the hip', 'the left knee sorry the hip'],
  ['five milligrams of iron correction ten milligrams', '5 mg of iron correction 10 mg'],
  // Taking back goes one sentence far and no farther.
  ['no fever period it is large scratch that it is small', 'no fever. it is small'],
  ['no fever period it is large period scratch that period', 'no fever.'],
  ['no fever new line it is large scratch that small', 'no fever\nsmall'],
  ['scratch that', 'scratch that'],
  ['you can delete that', 'you can delete that'],
  // The end.
  ['Clear. End of dictation. Next patient is late.', 'Clear.'],
  ['at the end of dictation he left', 'at the end of dictation he left'],
  ['the report has an end of report section', 'the report has an end of report section'],
  // The way out.
  ['say literal end of dictation aloud', 'say end of dictation aloud'],
  ['a literal reading', 'a literal reading'],
] as const)('in English “%s”', (said, written) => {
  test(`is written “${written}”`, () => expect(write(said, 'en-CA')).toBe(written))
})

describe.each([
  ['douleur au lobe gauche pardon au lobe droit', 'douleur au lobe droit'],
  ['Gauche, correction, droite.', 'Droite.'],
  ['la gauche pardon le droit', 'le droit'],
  ['douleur au genou gauche remplacez gauche par droit', 'douleur au genou droit'],
  ['il va plutôt bien', 'il va plutôt bien'],
  ['genou gauche correction de la dose', 'genou gauche correction de la dose'],
  ['pas de fièvre point toux sèche effacez ça toux grasse', 'pas de fièvre. toux grasse'],
  ['elle dit on efface les rides', 'elle dit on efface les rides'],
  ['Clair. Fin de la dictée. Merci beaucoup.', 'Clair.'],
  ['à la fin de la dictée il part', 'à la fin de la dictée il part'],
  ['un mot littéral', 'un mot littéral'],
] as const)('in French « %s »', (said, written) => {
  test(`is written « ${written} »`, () => expect(write(said, 'fr-CA')).toBe(written))
})

test('what was taken back is kept among the dropped, with the rule that took it', () => {
  const { dropped, parts } = writing('pain in the left knee correction right knee', 'en-CA')
  expect(dropped.map(({ rule, before }) => [rule, before])).toEqual([
    ['repair.struck', 'left knee'],
    ['repair.command', 'correction'],
  ])
  const rules = parts.flatMap(({ text }) =>
    text.flatMap(({ source }) => (source.kind === 'dictated' ? source.rules : [])),
  )
  expect(rules).toContainEqual({ rule: 'repair.replaced', before: 'left knee', after: 'right' })
})

test.each([
  ['The dose is 5 mg, correction, the left knee.', 'open-correction'],
  ['Clear. End of dictation. The next patient fell.', 'words-after-end'],
])('“%s” is pointed out', (said, kind) => {
  expect(writing(said, 'en-CA').findings.map((finding) => finding.kind)).toContain(kind)
})

test.each<[Locale, string]>([
  ['en-CA', 'the lesion is benign correction malignant'],
  ['en-CA', 'no fracture correction fracture of the radius'],
  ['en-CA', 'no history of no sorry history of asthma'],
  ['en-CA', 'ten milligrams correction micrograms'],
  ['en-CA', 'mass in the left upper lobe correction right lower lobe'],
  ['en-CA', 'started on hydroxyzine correction hydralazine'],
  ['en-CA', 'twice daily correction three times daily'],
  ['en-CA', 'insulin four units correction two units at bedtime'],
  ['fr-CA', 'la lésion est bénigne correction maligne'],
  ['fr-CA', 'pas de fracture correction fracture du radius'],
  ['fr-CA', 'dix milligrammes correction microgrammes'],
])('%s: “%s” is not put right but shown, with all its words', (locale, said) => {
  const { findings, parts } = writing(said, locale)
  expect(findings.map(({ kind }) => kind)).toEqual(['open-correction'])
  expect(parts.flatMap(({ text }) => text.map((run) => run.text)).join('')).toMatch(
    /correction|no sorry/,
  )
})

test.each<[Locale, string]>([
  ['en-CA', 'spinal deformity correction surgery was performed'],
  ['en-CA', 'ten degrees correction was achieved'],
  ['en-CA', 'the left knee sorry the hip'],
  ['en-CA', 'that shocked me i mean that was hard'],
  ['fr-CA', 'correction de la scoliose par voie postérieure'],
  ['fr-CA', 'genou gauche correction de la dose'],
])('%s: “%s” corrects nothing', (locale, said) => {
  expect(writing(said, locale).findings).toEqual([])
})

test('a farewell after the end is no reason to look', () => {
  expect(writing('Clear. End of dictation. Thank you very much.', 'en-CA').findings).toEqual([])
})

test('an author may switch a family off', () => {
  const off = { commands: { off: ['repair', 'period'] } } as const
  const written = writing('left correction right period', 'en-CA', off)
  expect(writtenToPlain(written)).toBe('left correction right period')
})

function wordsOf(source: Source): readonly WordRange[] {
  if (source.kind === 'dictated') return [source.words]
  return source.kind === 'blank' && source.over ? [source.over] : []
}

const vocabulary = {
  'en-CA': `left right the knee five milligrams period comma correction sorry scratch that delete last word literal
    end of dictation replace with new line, correction, that. Left no make I mean rather all caps on off space leave a blank note
    to secretary copy doctor number one two bullet next item list spell S M as in open parenthesis close bold end uh, paragraph`,
  'fr-CA': `gauche droit le genou cinq mg point virgule correction pardon effacez ça le dernier mot littéral fin
    de la dictée remplacez par à ligne, correction, ça. Gauche non plutôt tout en majuscules sans espace laissez un blanc note
    secrétaire copie docteur numéro un deux puce suivant épelez S M comme ouvrez parenthèse fermez gras fin euh, paragraphe`,
} as const

test.each(['en-CA', 'fr-CA'] as const)('no word is lost in %s, whatever is commanded', (locale) => {
  const words = vocabulary[locale].split(/\s+/)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (said) => {
      const { parts, dropped } = writing(said.join(' '), locale)
      const seen = new Set<number>()
      const ranges = [
        ...dropped.map((each) => each.words),
        ...parts.flatMap(({ text }) => text.flatMap(({ source }) => wordsOf(source))),
      ]
      for (const { from, to } of ranges) for (let at = from; at < to; at++) seen.add(at)
      expect(seen.size).toBe(said.length)
    }),
    { numRuns: 300 },
  )
})
