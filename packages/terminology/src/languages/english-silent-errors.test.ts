import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string) {
  const recognition = recognitionFromText(spoken, { locale })
  const written = writeDictation(recognition, { locale, headings: [], fragment: true })
  return { text: writtenToPlain(written), kinds: written.findings.map(({ kind }) => kind) }
}

type Row = readonly [spoken: string, written: string]
const same = (...spoken: readonly string[]) => spoken.map((words): Row => [words, words])

/** A value that has decimals, said digit by digit. */
const decimalsInDoubt: readonly Row[] = [
  ...same(
    'inr two oh five',
    'calcium two oh five',
    'phosphate one oh five',
    'digoxin level one oh two',
    'lithium level one oh five',
    'potassium three oh five',
    'lactate one oh two',
    'creatinine one oh five',
    'kt over v one oh five',
    'give point two five one time a day',
    'creatinine rose to one oh five',
    'weight up two twenty one grams',
  ),
  ['ph seven oh five', 'ph seven oh five'],
  ['p h of seven three oh', 'pH of seven three oh'],
  ['a one c seven oh five', 'A1c seven oh five'],
]
const decimals: readonly Row[] = [
  ['glucose one oh five', 'glucose 105'],
  ['platelets one oh five', 'platelets 105'],
  ['creatinine one oh five micromoles per litre', 'creatinine 105 µmol/L'],
  ['ph seven point oh five', 'ph 7.05'],
  ['room one oh five', 'room 105'],
  ['kt over v one point two', 'kt over v 1.2'],
  ['weight two twenty one', 'weight 221'],
  ['weight up to two twenty one', 'weight up to 221'],
]

/** An amp of a drug is an ampoule. */
const amps: readonly Row[] = [
  ['bicarb one amp iv push', 'bicarb 1 amp iv push'],
  ['magnesium two amps', 'magnesium 2 amps'],
  ['two amps of bicarb', '2 amps of bicarb'],
  ['five milliamps', '5 mA'],
]
const ampsInDoubt = same('d fifty one amp', 'd fifty two amps')

const receptors: readonly Row[] = [
  ...same(
    'her two children',
    'lives with her two kids',
    'her two drains were removed',
    'she has breast cancer and her two sons are well',
    'with her two sisters and her mother',
    'her two positive nodes',
    'her two negative pregnancy tests',
    'her two low risk pregnancies',
    'her two test results',
  ),
  ['her two and three year old', 'her 2 and 3 year old'],
  ['her two positive breast cancer', 'HER2 positive breast cancer'],
  ['her two positive metastatic breast cancers', 'HER2 positive metastatic breast cancers'],
  ['her two negative', 'HER2 negative'],
  ['her two is negative', 'HER2 is negative'],
  ['her two was equivocal by fish', 'HER2 was equivocal by fish'],
  ['her two status unknown', 'HER2 status unknown'],
  ['er positive pr negative her two', 'ER positive PR negative HER2'],
  ['er negative and her two positive', 'ER negative and HER2 positive'],
  ['h e r two', 'HER2'],
]

const articles: readonly Row[] = [
  ['a s t elevation m i', 'a ST elevation MI'],
  ['a s t depression', 'a ST depression'],
  ['a p a line', 'a PA line'],
  ['a s t elevation of forty', 'AST elevation of 40'],
  ['a s t forty', 'AST 40'],
]

/** No region has forty vertebrae. */
const levelsInDoubt = same(
  'l four one level laminectomy',
  'l three two level fusion',
  'l five one screw',
  'c four two screws',
  't nine one level',
  'l two three level fusion',
  'c four two',
  't one two level fusion',
)
const levels: readonly Row[] = [
  ['l four five fusion', 'L4-5 fusion'],
  ['at the l two three level', 'at the L2-3 level'],
  ['l four l five level fusion', 'L4-L5 level fusion'],
  ['l four screws', 'L4 screws'],
  ['gate c four two', 'gate C42'],
]

/** Digits one by one are one string where a number is read out, and a list after what has several. */
const lists: readonly Row[] = [
  ['teeth three four five six seven eight', 'teeth 3 4 5 6 7 8'],
  ['teeth number three four five six seven eight', 'teeth number 3 4 5 6 7 8'],
  ['ribs three four five six seven eight', 'ribs 3 4 5 6 7 8'],
  ['days one two three four five six', 'days 1 2 3 4 5 6'],
  ['reflexes two two two two two two', 'reflexes 2 2 2 2 2 2'],
  ['strength five five five five five five', 'strength 5 5 5 5 5 5'],
  ['record number one two three four five six', 'record number 123456'],
  ['m r n one two three four five six seven', 'MRN 1234567'],
  ['the code is one two three four five six', 'the code is 123456'],
  ['call five five five one two three four', 'call 555-1234'],
]
const listsInDoubt = same('sats nine five nine six nine seven')

/** Two names beside each other are not one. */
const letters: readonly Row[] = [
  ['g c s e three v four m five', 'GCS E3 V4 M5'],
  ['s l e c three low', 'SLE C3 low'],
  ['d c i s t one', 'DCIS T1'],
  ['p t i n r two point five', 'PT INR 2.5'],
  ['c s f w b c', 'CSF WBC'],
  ['a b g p h', 'ABG pH'],
  ['c h f h t n d m', 'CHF HTN DM'],
  ['b p h r r r', 'BP HR RR'],
  ['d v t r leg', 'DVT R leg'],
  ['c t a b d', 'CT ABD'],
  ['r u q u s', 'RUQ US'],
  ['p o d two', 'POD 2'],
  ['five milligrams p o daily', '5 mg p.o. daily'],
  ['h f p e f', 'HFPEF'],
  ['n s t e m i', 'NSTEMI'],
  ['c a b g r two', 'CABGR two'],
  ['m r s a', 'MRSA'],
  ['g e r d', 'GERD'],
  ['t p r leg', 'TPR leg'],
  ...same('s i r s e p'),
]

const stages: readonly Row[] = [
  ['c k d stage three a', 'CKD stage 3A'],
  ['stage three a c k d', 'stage 3A CKD'],
  ['stage three a ckd', 'stage 3A ckd'],
  ['stage four c k d', 'stage 4 CKD'],
  ['stage three b c k d', 'stage 3B CKD'],
  ['stage three a breast cancer', 'stage IIIA breast cancer'],
  ['stage three b n s c l c', 'stage IIIB NSCLC'],
]

const titles: readonly Row[] = [
  ['c t and mr abdomen', 'CT and mr abdomen'],
  ...same(
    'for mr repair',
    'echo with mr severe',
    'mr perfusion',
    'dr retinopathy',
    'proliferative dr bilaterally',
    'mrs score',
    'mrs zero to two',
  ),
  ['for mr jones', 'for Mr. Jones'],
  ['seen with mr chen', 'seen with Mr. Chen'],
  ['dr okafor', 'Dr. Okafor'],
  ['mr fleming', 'Mr. Fleming'],
  ['mrs parker', 'Mrs. Parker'],
]

/** A mailbox with half a name is another person's. */
const mailboxes: readonly Row[] = [
  ['contact him at john smith at gmail dot com', 'contact him at john smith at gmail.com'],
  ['contact him at john dot smith at gmail dot com', 'contact him at john.smith@gmail.com'],
  ['email me at jane at gmail dot com', 'email me at jane@gmail.com'],
  ['his email is john at gmail dot com', 'his email is john@gmail.com'],
  ['write to info at plume dot org', 'write to info@plume.org'],
  ['seen at clinic dot com', 'seen at clinic.com'],
]

const militaryTimes: readonly Row[] = [
  ['at oh six hundred and oh nine hundred', 'at 0600 and 0900'],
  ['at oh six hundred or oh seven hundred', 'at 0600 or 0700'],
]

const inDoubt = [...listsInDoubt, ...decimalsInDoubt, ...ampsInDoubt, ...levelsInDoubt]
const sure = [
  ...decimals,
  ...amps,
  ...receptors,
  ...articles,
  ...levels,
  ...lists,
  ...letters,
  ...stages,
  ...titles,
  ...mailboxes,
  ...militaryTimes,
]

test.each(inDoubt)('%s: the number stays as it was said, with a finding', (spoken, written) => {
  expect(write(spoken)).toEqual({ text: written, kinds: ['ambiguous-number'] })
})

test.each(sure)('%s is %s, without doubt', (spoken, written) => {
  expect(write(spoken)).toEqual({ text: written, kinds: [] })
})
