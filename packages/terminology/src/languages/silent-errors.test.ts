import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function write(spoken: string, locale: Locale) {
  const recognition = recognitionFromText(spoken, { locale })
  const written = writeDictation(recognition, { locale, headings: [], fragment: true })
  return {
    text: writtenToPlain(written).replaceAll('\u00a0', '~'),
    kinds: written.findings.map(({ kind }) => kind),
  }
}

/** What may be two doses: never one number that nobody said, and always shown. */
const doubted: Readonly<Record<'en-CA' | 'fr-CA', readonly string[]>> = {
  'en-CA': [
    'ibuprofen two hundred four hundred milligrams',
    'gabapentin three hundred six hundred nine hundred milligrams',
    'percocet five three twenty five',
    'advair two fifty fifty',
    'blood pressure one thirty five seventy five',
    'one one two five milligrams',
    'gabapentin three to six hundred milligrams',
    'heparin four to five thousand units',
    'one hundred one half milligrams',
    'twenty one half tablets',
    'two thousand and a half units',
    'two million and a third',
    'one third degree burn',
    'dispense thirty five milligram tablets',
    'metoprolol fifty one hundred milligrams',
    'warfarin two point five five point oh milligrams',
    'room two twenty milligrams',
    'pulse seventy two milligrams',
    'age fifty four milligrams',
    'in two thousand twelve point five milligrams',
    'june tenth twenty twenty milligrams',
    'the tenth of june twenty twenty five milligrams',
    'phone five one four five five five one two three four five milligrams daily',
    'march fifth ten units',
    'the fifth of march ten milligrams',
    'since march fifth two tablets',
    'october third twenty twenty four five milligrams',
    'epidural at l four five forty milligrams',
    'pulse seventy-two milligrams',
    'pulse of seventy two milligrams',
    'temperature was thirty seven milligrams',
    'two thousand and five milligrams',
    'two thousand twenty five units',
  ],
  'fr-CA': [
    'ibuprofène deux cents quatre cents milligrammes',
    'vitamine d trois mille unités par jour',
    'tension cent vingt quatre vingts',
    'insuline dix virgule vingt et trente unités',
    'gabapentine trois à six cents milligrammes',
    'digoxine virgule cent vingt-cinq milligramme',
    'sodium cent quarante point deux plaies',
    'clairance à soixante point un nodule',
    'potassium quatre point deux nodules',
    'né mille neuf cent quatre vingt dix huit point deux enfants',
    'cinq virgule deux point cinq milligrammes',
    'zéro virgule deux cinq comprimés',
    'un million cinq',
    'hémoglobine douze point cinq point deux transfusions',
    'métoprolol p o deux cinquante milligrammes',
    'amlodipine dix un comprimé',
    'un gramme cinq',
    'un gramme deux par jour',
    'trois kilos vingt',
    'vitamine d trois mille unités',
    'épinéphrine un pour cent mille dix millilitres',
    'vingt pour cent mille deux cents patients',
    'cinq à dix mille unités',
    'un à deux cents personnes',
    'deux et trois cents',
    'deux à trois cent cinquante',
    'en juin deux mille vingt cinq milligrammes',
    'âge cinquante quatre milligrammes',
    'le vingt cinq milligrammes',
    'en deux mille douze virgule cinq milligrammes',
    'le trois mars deux mille vingt cinq milligrammes',
    'téléphone cinq un quatre cinq cinq cinq un deux trois quatre cinq milligrammes',
    'pouls soixante-douze milligrammes',
    'pouls à soixante et onze milligrammes',
    'fréquence cardiaque quatre-vingt-deux milligrammes',
    'deux mille cinq milligrammes',
    'à huit heures cinq milligrammes',
    'à huit heures trente-cinq milligrammes',
  ],
}

describe.each(Object.entries(doubted))(
  '%s: stays as it was said, with a finding',
  (locale, lines) => {
    test.each(lines)('%s', (spoken) => {
      const { text, kinds } = write(spoken, locale as Locale)
      expect(text).not.toMatch(/\d/)
      expect(kinds).toContain('ambiguous-number')
    })
  },
)

test.each<[Locale, string, string]>([
  ['en-CA', 'point oh oh five milligrams', '0.005 mg'],
  ['en-CA', 'five decimal two milligrams', '5.2 mg'],
  ['en-CA', 'a point six milligram tablet', 'a 0.6 mg tablet'],
  ['en-CA', 'at this point five milligrams were given', 'at this point 5 mg were given'],
  ['en-CA', 'one hundredth of a milligram', '1/100 of a milligram'],
  ['en-CA', 'five to one hundred milligrams', '5-100 mg'],
  ['en-CA', 'thirty-five milligram tablets', '35 mg tablets'],
  ['en-CA', 'fifty-one hundred milligrams', '5100 mg'],
  ['en-CA', 'twenty one hundred hours', '2100 hours'],
  ['en-CA', 'pulse seventy-two', 'pulse 72'],
  ['en-CA', 'dose twenty five milligrams', 'dose 25 mg'],
  ['en-CA', 'five thousand units sub cue', '5000 units subq'],
  ['en-CA', 'fifty mics of fentanyl', '50 mcg of fentanyl'],
  ['fr-CA', 'toutes les huit heures cinquante milligrammes', 'toutes les 8 heures 50~mg'],
  ['fr-CA', 'quatre-vingts virgule deux litres', '80,2~L'],
  ['fr-CA', 'virgule cent vingt-cinq milligramme', '0,125~mg'],
  ['fr-CA', 'une dose de virgule cinq milligramme', 'une dose de 0,5~mg'],
  ['fr-CA', 'vitamine d deux comprimés', 'vitamine d 2 comprimés'],
  ['fr-CA', 'vitamine d trois fois par semaine', 'vitamine d 3 fois par semaine'],
  ['fr-CA', 'vitamine k un milligramme', 'vitamine K 1~mg'],
  ['fr-CA', 'vitamine b douze un comprimé', 'vitamine B12 1 comprimé'],
  ['fr-CA', 'deux centièmes de milligramme', '2/100 de milligramme'],
  ['fr-CA', '1.000 mg', '1.000~mg'],
  ['fr-CA', 'cent vingt-quatre', '124'],
  ['fr-CA', 'sept milligrammes et demi', '7,5~mg'],
  ['fr-CA', 'deux virgule cinq et trois virgule cinq milligrammes', '2,5 et 3,5~mg'],
])('%s: %s is %s', (locale, spoken, written) => {
  expect(write(spoken, locale).text).toBe(written)
})

const withFinding: readonly (readonly [Locale, string, string, string])[] = [
  ['en-CA', 'five milligrams no ten milligrams', '5 mg no 10 mg', 'open-correction'],
  ['en-CA', 'give 5 mg, no, 10 mg daily', 'give 5 mg, no, 10 mg daily', 'open-correction'],
  ['en-CA', 'left no right knee', 'left no right knee', 'open-correction'],
  ['fr-CA', 'cinq milligrammes non dix milligrammes', '5~mg non 10~mg', 'open-correction'],
  ['en-CA', 'Left knee. No. Right knee.', 'Left knee. No. Right knee.', 'open-correction'],
  [
    'en-CA',
    'the left knee no the right knee',
    'the left knee no the right knee',
    'open-correction',
  ],
  ['en-CA', 'five milligrams wait ten milligrams', '5 mg wait 10 mg', 'open-correction'],
  ['en-CA', 'monday no wait tuesday', 'Monday no wait Tuesday', 'open-correction'],
  ['fr-CA', 'à gauche en fait à droite', 'à gauche en fait à droite', 'open-correction'],
  ['fr-CA', 'test négatif effacez ça test fait', 'test fait', 'value-taken-back'],
  [
    'en-CA',
    'blood pressure one twenty over eighty five milligrams',
    'blood pressure one twenty over eighty five milligrams',
    'ambiguous-number',
  ],
  [
    'en-CA',
    'no rash period five milligrams daily scratch that ten milligrams daily',
    'no rash. 10 mg daily',
    'value-taken-back',
  ],
  [
    'en-CA',
    'there is no effusion scratch that small effusion',
    'small effusion',
    'value-taken-back',
  ],
  [
    'fr-CA',
    'à quatorze heures trente cinq milligrammes',
    'à 14~h trente cinq milligrammes',
    'ambiguous-number',
  ],
  [
    'fr-CA',
    'tension cent vingt sur quatre-vingt deux milligrammes',
    'tension 120 sur quatre-vingt deux milligrammes',
    'ambiguous-number',
  ],
  [
    'fr-CA',
    'un mètre soixante-douze milligrammes',
    '1~m soixante-douze milligrammes',
    'ambiguous-number',
  ],
  ['en-CA', 'pulse 72 mg', 'pulse 72 mg', 'ambiguous-number'],
  ['en-CA', 'on March 5 10 units', 'on March 5 10 units', 'ambiguous-number'],
  ['fr-CA', 'pouls 72 mg', 'pouls 72 mg', 'ambiguous-number'],
  ['fr-CA', 'le 3 octobre 2024 5 mg', 'le 3 octobre 2024 5 mg', 'ambiguous-number'],
  ['fr-CA', 'Tylenol 2 650 mg', 'Tylenol 2 650 mg', 'ambiguous-number'],
  ['fr-CA', 'Prendre 1 500 mg', 'Prendre 1 500 mg', 'ambiguous-number'],
  ['en-CA', 'Seen 03/04/2024', 'Seen 03/04/2024', 'ambiguous-date'],
  ['fr-CA', 'Vu 03-04-2024', 'Vu 03-04-2024', 'ambiguous-date'],
  ['fr-CA', 'trois slash quatre slash deux mille vingt', '3/4/2020', 'ambiguous-date'],
  ['fr-CA', 'douze slash zéro trois slash vingt-quatre', '12/03/24', 'ambiguous-date'],
  ['en-CA', 'he slept well scratch that he slept badly', 'he slept badly', 'taken-back'],
  ['fr-CA', 'il dort bien effacez ça il dort mal', 'il dort mal', 'taken-back'],
]
test.each(withFinding)('%s: %s is %s, with the finding %4$s', (locale, spoken, written, kind) => {
  expect(write(spoken, locale)).toEqual({ text: written, kinds: [kind] })
})

test.each<[Locale, string]>([
  ['en-CA', 'pain for three days no fever'],
  ['en-CA', 'pain on the left no swelling'],
  ['fr-CA', 'pas de fièvre non plus'],
  ['en-CA', 'temperature 37.5, no rash, 2 nodules'],
  ['en-CA', 'no left knee pain'],
  ['fr-CA', 'non fumeur depuis 5 ans'],
  ['en-CA', 'june tenth, five milligrams were given'],
  ['en-CA', 'since june tenth five patients fell'],
  ['en-CA', 'june tenth at five milligrams'],
  ['en-CA', 'pulse 70, 2 mg of morphine'],
  ['en-CA', 'pulse therapy with 500 mg'],
  ['en-CA', 'temperature 37.5, ibuprofen 400 mg'],
  ['en-CA', 'two thousand fifty millilitres'],
  ['en-CA', 'two thousand five hundred milligrams'],
  ['en-CA', 'vitamin B12 1000 mcg'],
  ['fr-CA', 'le cinq mars dix unités'],
  ['fr-CA', 'à 20 h 500 mg'],
  ['fr-CA', 'toutes les huit heures soixante-quinze milligrammes'],
  ['fr-CA', 'pouls 72, 5 mg de morphine'],
  ['fr-CA', 'Héparine 5 000 unités, plaquettes 250 000'],
  ['fr-CA', 'acuité dix dixièmes'],
  ['fr-CA', 'Metformine 850 trois fois par jour'],
  ['fr-CA', 'vitamine d trois quatre cents unités'],
  ['fr-CA', 'vitamine b douze mille microgrammes'],
  ['fr-CA', 'né le 03/04/1956'],
  ['fr-CA', 'né le trois quatre deux mille vingt'],
  ['en-CA', 'seen 13/04/2024 and 04/04/2024'],
  ['en-US', 'seen 03/04/2024'],
  ['en-US', 'seen three slash four slash twenty twenty four'],
  ['fr-FR', 'vu le 03/04/2024'],
  ['fr-FR', 'vu 03/04/2024'],
])('%s: %s raises no doubt', (locale, spoken) => {
  expect(write(spoken, locale).kinds).toEqual([])
})

test('what is taken back is told to the person, with its words', () => {
  const recognition = recognitionFromText('rest. left knee scratch that right knee', {
    locale: 'en-CA',
  })
  const { findings } = writeDictation(recognition, { locale: 'en-CA', headings: [] })
  expect(findings).toMatchObject([{ text: 'Rest.', severity: 'high' }])
  expect(findings[0]?.reason).toMatch(/: left knee$/)
})

test('what was taken back twice is told twice', () => {
  const recognition = recognitionFromText('a scratch that b scratch that c', { locale: 'en-CA' })
  const { findings } = writeDictation(recognition, { locale: 'en-CA', headings: [] })
  expect(findings.map(({ reason }) => reason.at(-1))).toEqual(['a', 'b'])
})
