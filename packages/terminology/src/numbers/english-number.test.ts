import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function write(spoken: string) {
  const locale = 'en-CA'
  const recognition = recognitionFromText(spoken, { locale })
  const written = writeDictation(recognition, { locale, headings: [], fragment: true })
  return { text: writtenToPlain(written), kinds: written.findings.map(({ kind }) => kind) }
}

type Row = readonly [spoken: string, written: string]

const decimals: readonly Row[] = [
  ['insertion point three centimeters medial', 'insertion point 3 cm medial'],
  ["mcburney's point two centimetres", "mcburney's point 2 cm"],
  ['pin point two millimetre pupils', 'pin point 2 mm pupils'],
  ['the highest point three centimeters above', 'the highest point 3 cm above'],
  ['at one point five milligrams was given', 'at 1.5 mg was given'],
  ['troponin peaked at one point two yesterday', 'troponin peaked at 1.2 yesterday'],
  ['fio two point four', 'FiO2 0.4'],
  ['fio two point six zero', 'FiO2 0.60'],
  ['fio two of point four', 'FiO2 of 0.4'],
  ['fio two at point five', 'FiO2 at 0.5'],
  ['creatinine about point eight', 'creatinine about 0.8'],
  ['lactate less than point five', 'lactate less than 0.5'],
  ['p value less than point oh five', 'P value less than 0.05'],
  ['p equals point oh two', 'p equals 0.02'],
  ['only point five', 'only 0.5'],
  ['at this point five', 'at this point five'],
  ['the only point two people made', 'the only point two people made'],
]

const fractions: readonly Row[] = [
  ['minus one half', '-1/2'],
  ['minus two thirds', '-2/3'],
  ['minus three quarters', '-3/4'],
  ['minus two and a half', '-2 1/2'],
  ['minus two and three quarters', '-2 3/4'],
  ['negative one half', '-1/2'],
  ['five minus one half', 'five minus 1/2'],
  ['two thirds minus one third', '2/3 minus 1/3'],
  ['aspirin plus one half tablet', 'aspirin plus 1/2 tablet'],
  ['the swab was negative one third of the time', 'the swab was negative 1/3 of the time'],
  ['six of one half a dozen of the other', 'six of one half a dozen of the other'],
]

const labels: readonly Row[] = [
  ['cycle four day one', 'cycle 4 day 1'],
  ['month two week three', 'month 2 week 3'],
  ['day one of chemotherapy', 'day 1 of chemotherapy'],
  ['that day one of them fell', 'that day one of them fell'],
  ['bed four day two', 'bed 4 day 2'],
  ['grade three hour one', 'grade 3 hour one'],
  ['a four day course', 'a 4-day course'],
  ['page twelve second paragraph', 'page 12 second paragraph'],
  ['room fourteen second floor', 'room 14 second floor'],
  ['a twelve second pause', 'a 12-second pause'],
  ['peep eight', 'PEEP 8'],
  ['peep of five', 'PEEP of 5'],
  ['not a peep from her', 'not a peep from her'],
  ['peep up to ten', 'PEEP up to 10'],
  ['lactate down to two', 'lactate down to 2'],
  ['this month one patient fell', 'this month one patient fell'],
  ['the grade one tear', 'the grade 1 tear'],
  ['cpap of six', 'cpap of 6'],
  ['pain score of four', 'pain score of 4'],
  ['pain level of five', 'pain level of 5'],
  ['pain score is four', 'pain score is 4'],
  ['pain scale six', 'pain scale 6'],
  ['a score of one patient', 'a score of one patient'],
  ['asa three', 'asa 3'],
]

const leftOutHundreds: readonly Row[] = [
  ['systolic pressures between one sixty and one eighty', 'systolic pressures between 160 and 180'],
  ['two units for glucose over one fifty', '2 units for glucose over 150'],
  ['hold for systolic less than one ten', 'hold for systolic less than 110'],
  ['heart rate greater than one twenty five', 'heart rate greater than 125'],
  ['platelets below one fifty', 'platelets below 150'],
  ['sbp goal under one forty', 'sbp goal under 140'],
  ['cd four count of three fifty', 'CD4 count of 350'],
  ['cd four was two twenty', 'CD4 was 220'],
  ['glucose over one fifty milligrams per deciliter', 'glucose over 150 mg/dL'],
  ['tidal volume four fifty', 'tidal volume 450'],
  ['qtc of four sixty milliseconds', 'qtc of 460 ms'],
  ['ck four twenty', 'ck 420'],
  ['platelets are one eighty', 'platelets are 180'],
  ['two fifty millilitres', '250 mL'],
  ['two fifty cc bolus', '250 cc bolus'],
  ['one twenty five cc per hour', '125 cc/h'],
  ['flexion to one twenty degrees', 'flexion to 120°'],
  ['one eighty five pounds', '185 pounds'],
  ['levothyroxine one twelve micrograms', 'levothyroxine 112 mcg'],
  ['pressures in the one thirties', 'pressures in the 130s'],
  ['sugars in the low two hundreds', 'sugars in the low 200s'],
  ['in the one hundred and forties', 'in the 140s'],
  ['in the one thirties to one fifties', 'in the 130s to 150s'],
  ['the one sixties song', 'the one sixties song'],
  ['in the sixties', 'in the sixties'],
  ['tachycardic at one thirty', 'tachycardic at 130'],
  ['heart rate at one thirty was eighty', 'heart rate at 1:30 was 80'],
  ['resp twenty eight o two sat ninety one percent', 'resp 28 O2 sat 91%'],
  ['one o two', '102'],
]

/** What an engine wrote in digits is apart from its words. */
const setApart: readonly Row[] = [
  ['Two 18-gauge IVs', 'Two 18-gauge IVs'],
  ['Two 5 millimetre polyps', 'Two 5 mm polyps'],
  ['Tylenol 650 four times a day', 'Tylenol 650 four times a day'],
  ['call 514 555 0123', 'call 514-555-0123'],
]

const ordinals: readonly Row[] = [
  ['a tenth of a second', 'a tenth of a second'],
  ['a twentieth of the dose', 'a twentieth of the dose'],
  ['a thousandth of an inch', 'a thousandth of an inch'],
  ['a tenth rib fracture', 'a 10th rib fracture'],
  ['the hundredth patient', 'the 100th patient'],
  ['the hundred and first', 'the 101st'],
  ['a hundred and tenth day', 'a 110th day'],
  ['the ten thousandth patient', 'the 10,000th patient'],
]

const ranges: readonly Row[] = [
  ['two to three hundred people', '200 to 300 people'],
  ['three or four hundred', '300 or 400'],
  ['between two and three hundred patients', 'between 200 and 300 patients'],
  ['ten to twelve thousand', '10,000 to 12,000'],
  ['two to three hundred millilitres', '200-300 mL'],
  ['two to three million', '2 to 3 million'],
  ['forty to one hundred', '40 to 100'],
  ['five of six hundred patients', '5 of 600 patients'],
  ['sugars between one twenty and one eighty', 'sugars between 120 and 180'],
  ['heart rate from sixty to one ten', 'heart rate from 60 to 110'],
  ['heart rate one ten to one twenty beats per minute', 'heart rate 110-120 beats per minute'],
  ['weight went from two ten to one ninety pounds', 'weight went from 210 to 190 pounds'],
  ['zero to one twenty degrees', '0-120°'],
  ['dose two of three', 'dose 2 of 3'],
  ['on day three of five', 'on day 3 of 5'],
  ['dose three of three', 'dose 3 of 3'],
  ['one to one and a half tablets', '1 to 1 1/2 tablets'],
  ['one to two and a half milligrams', '1 to 2.5 mg'],
  ['six of twelve cycles', '6 of 12 cycles'],
  ['two of five milligrams', 'two of 5 mg'],
  ['seven out of ten patients', '7 out of 10 patients'],
  ['one of fourteen nodes', '1 of 14 nodes'],
  ['inr goal of two to three', 'inr goal of 2-3'],
  ['on a scale of one to ten', 'on a scale of 1 to 10'],
  ['one to one point five', '1 to 1.5'],
]

const ratios: readonly Row[] = [
  ['pressure support ten over five', 'pressure support 10/5'],
  ['bipap at twelve over six', 'bipap at 12/6'],
  ['support over five days', 'support over 5 days'],
  ['eight out of ten to three out of ten', '8/10 to 3/10'],
  ['pain six out of ten at rest nine out of ten walking', 'pain 6/10 at rest 9/10 walking'],
  ['it was a nine out of ten', 'it was a 9/10'],
  ['headache four to five out of ten', 'headache 4-5/10'],
  ['six or seven out of ten', '6 or 7/10'],
  ['pain seven out of ten radiates', 'pain 7/10 radiates'],
  ['strength four plus over five', 'strength 4+/5'],
  ['five over five in all extremities', '5/5 in all extremities'],
  ['five over five days', 'five over 5 days'],
]

describe.each([
  ['decimals', decimals],
  ['fractions', fractions],
  ['what is numbered', labels],
  ['hundreds that are left out', leftOutHundreds],
  ['digits and words', setApart],
  ['ordinals', ordinals],
  ['ranges', ranges],
  ['ratios', ratios],
])('English numbers: %s', (_, rows) => {
  test.each(rows)('%s is %s', (spoken, written) => {
    expect(write(spoken)).toEqual({ text: written, kinds: [] })
  })
  test.each(rows)('%s is not changed a second time', (_spoken, written) => {
    expect(write(written).text).toBe(written)
  })
})

test.each([
  // Once, or one and some tenths.
  'at one point five people were sick',
  'at one point two years ago he fell',
  // From two, or from two hundred.
  'from one to two hundred',
  'two and three hundred',
  'two to three hundred and fifty',
  'fifty to one hundred thousand',
  'one to two thousand people',
  'one to five hundred',
  'eight to seventeen hundred hours',
  // The hundreds of one end do not say what the other is.
  'run one fifty to two hundred',
  'two to three fifty milligrams',
  // A dose, what may be 1.50, nothing that is measured, or a time that something runs.
  'glucose over one fifty two units',
  'glucose over one fifty milligrams',
  'creatinine over one fifty',
  'count of three fifty',
  'costs over one fifty',
  'ferrous sulfate three twenty five milligrams',
  'two fifty milligrams',
  'saline over one twenty',
  // Counted, or one number.
  'two fifty millilitre boluses',
  'one fifty cc bolus',
  'room two fifty cc',
  'room thirty four hundred grams',
  'dextrose fifty one hundred millilitres',
  'levothyroxine one twenty five micrograms',
  // An engine may have heard 250.
  'Two 50 mg tablets',
  'one 20',
  // The twenty-second floor, or room twenty.
  'room twenty second floor',
])('%s stays as it was said, in doubt', (spoken) => {
  expect(write(spoken)).toEqual({ text: spoken, kinds: ['ambiguous-number'] })
})
