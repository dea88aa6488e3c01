import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText } from '../recognition-from-text.ts'
import { writeDictation } from '../write-dictation.ts'
import { writtenToPlain } from '../written-to-plain.ts'

const writing = (said: string, locale: Locale) =>
  writeDictation(recognitionFromText(said, { locale }), { locale, headings: [], fragment: true })
const write = (said: string, locale: Locale) => writtenToPlain(writing(said, locale))

describe.each([
  ['seen in parentheses by phone end parentheses today', 'seen (by phone) today'],
  ['the values in parentheses are normal', 'the values in parentheses are normal'],
  [
    'Nodule. Open parenthesis. Stable. Close parenthesis. It is small.',
    'Nodule (stable). It is small.',
  ],
  ['he quoted a quote from the chart', 'he quoted a quote from the chart'],
  ['she said quote no more unquote today', 'she said “no more” today'],
  ['no pain coma no swelling', 'no pain, no swelling'],
  ['no seizure coma no fever', 'no seizure coma no fever'],
  ['a coma scale of fifteen', 'a coma scale of 15'],
  ['He denies pain. Comma. But is tired.', 'He denies pain, but is tired.'],
  ['He denies pain. Comma. Tylenol helped.', 'He denies pain, Tylenol helped.'],
  ['these findings underscore the risk', 'these findings underscore the risk'],
  ['room number sign twelve', 'room #12'],
  ['marked with an asterisk', 'marked with an asterisk'],
  ['the patients apostrophe families', "the patients' families"],
  ['post-hyphen operative', 'post-operative'],
  ['post dash operative', 'post-operative'],
  ['pre dash and post dash operative', 'pre - and post-operative'],
  ['Er, PR and HER2 negative.', 'ER, PR and HER2 negative.'],
  ['Tumor markers, er, positive', 'Tumor markers, ER, positive'],
  ['the, er, fracture clinic', 'the fracture clinic'],
  ['he said uh huh', 'he said uh huh'],
  ['page break', '\f'],
  ['period piece', 'period piece'],
  ['the grace period ended', 'the grace period ended'],
  ['comma shaped bacteria', 'comma shaped bacteria'],
  ['he has a semicolon tattoo', 'he has a semicolon tattoo'],
  ['a quick dash home', 'a quick dash home'],
  ['Abdomen: colon, normal', 'Abdomen: colon, normal'],
  ['Colon: normal', 'Colon: normal'],
  ['Medications: colon, aspirin', 'Medications: aspirin'],
  ['Findings colon: normal', 'Findings: normal'],
  ['heavy period last week', 'heavy period last week'],
  ['she had a heavy period last week', 'she had a heavy period last week'],
  ['with an irregular period since', 'with an irregular period since'],
  ['period started on monday', 'period started on Monday'],
  ['bleeding was heavy period last week it stopped', 'bleeding was heavy. last week it stopped'],
  ['rhythm regular period rate normal', 'rhythm regular. rate normal'],
  ['lochia light period uterus firm period', 'lochia light. uterus firm.'],
  ['regular period no murmur', 'regular. no murmur'],
  ['period pain', 'period pain'],
  ['slash and burn', 'slash and burn'],
  ['a knife slash to the arm', 'a knife slash to the arm'],
  ['and slash or', 'and/or'],
  ['question mark over the diagnosis', 'question mark over the diagnosis'],
  ['a reverse question mark incision', 'a reverse question mark incision'],
  ['question mark shaped flap', 'question mark shaped flap'],
  ['question mark pneumonia', '? pneumonia'],
  ['is it new question mark over the year it grew', 'is it new? over the year it grew'],
  ['colon cancer', 'colon cancer'],
  ['a dash of salt', 'a dash of salt'],
  ['DASH score of twelve', 'DASH score of 12'],
  ['dash diet', 'dash diet'],
  ['hyphen between the names', 'hyphen between the names'],
  ['x hyphen ray', 'x-ray'],
  ['comma sign on mri', 'comma sign on mri'],
  ['ellipsis of the article', 'ellipsis of the article'],
  ['no fever semicolon no chills comma no rash period', 'no fever; no chills, no rash.'],
  ['The paragraph on consent is missing.', 'The paragraph on consent is missing.'],
] as const)('in English “%s”', (said, written) => {
  test(`is written “${written}”`, () => expect(write(said, 'en-CA')).toBe(written))
})

describe.each([
  ['vu entre parenthèses au téléphone fin parenthèse hier', 'vu (au téléphone) hier'],
  ['dit entre guillemets normal', 'dit entre guillemets normal'],
  ['un écart de quatre plus ou moins deux', 'un écart de 4 ± 2'],
  ["point d'interrogation sur le diagnostic", "point d'interrogation sur le diagnostic"],
  ["un gros point d'interrogation demeure", "un gros point d'interrogation demeure"],
  ["reste un point d'interrogation", "reste un point d'interrogation"],
  ["point d'interrogation pneumonie", '? pneumonie'],
  [
    "est-ce nouveau point d'interrogation sur le film ancien rien",
    'est-ce nouveau? sur le film ancien rien',
  ],
  ["âge vingt et un point d'interrogation", 'âge 21?'],
  ['mettre un point final', 'mettre un point final'],
  ['stable point final', 'stable.'],
  ['deux points de suture', 'deux points de suture'],
  ['le point de vue', 'le point de vue'],
  ['mal en point', 'mal en point'],
  ['revu point par point', 'revu point par point'],
  ['cuit à point', 'cuit à point'],
  ['point fixe à la jambe', 'point fixe à la jambe'],
  ['regard point fixe', 'regard. fixe'],
  ['un bacille virgule', 'un bacille virgule'],
  ['clair point par la suite rien', 'clair. par la suite rien'],
  ['il est plus ou moins fatigué', 'il est plus ou moins fatigué'],
  ['trois fois trois jours', 'trois fois 3 jours'],
  ['clair point paragraphe suite', 'clair.\n\nsuite'],
  ["il manque un trait d'union", "il manque un trait d'union"],
  ['le paragraphe de la fin', 'le paragraphe de la fin'],
  ['une nouvelle page du dossier', 'une nouvelle page du dossier'],
] as const)('in French « %s »', (said, written) => {
  test(`is written « ${written} »`, () => expect(write(said, 'fr-CA')).toBe(written))
})

test('a bracket that is never closed is closed with its sentence and pointed out', () => {
  const written = writing('nodule open parenthesis stable period no change', 'en-CA')
  expect(writtenToPlain(written)).toBe('nodule (stable). no change')
  expect(written.findings.map(({ kind }) => kind)).toEqual(['unclosed-mark'])
})
