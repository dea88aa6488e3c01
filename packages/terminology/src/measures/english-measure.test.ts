import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function write(spoken: string) {
  const locale = 'en-CA'
  const recognition = recognitionFromText(spoken, { locale })
  const written = writeDictation(recognition, { locale, headings: [], fragment: true })
  return { text: writtenToPlain(written), kinds: written.findings.map(({ kind }) => kind) }
}

type Row = readonly [spoken: string, written: string]

const ones: readonly Row[] = [
  ['one teaspoon daily', '1 teaspoon daily'],
  ['one ounce', '1 ounce'],
  ['one square foot', '1 square foot'],
  ['one foot was amputated', 'one foot was amputated'],
  ['one stone in the bladder', 'one stone in the bladder'],
  ['one day he fell', 'one day he fell'],
]

const timesTogether: readonly Row[] = [
  ['one hour ten minutes', '1 hour 10 minutes'],
  ['One hour and ten minutes.', '1 hour and 10 minutes.'],
  ['one minute and twenty seconds', '1 minute and 20 seconds'],
  ['one year two months', '1 year 2 months'],
  ['one day and twelve hours', '1 day and 12 hours'],
  ['thirty two weeks and one day', '32 weeks and 1 day'],
  ['for two weeks and one day he fell', 'for 2 weeks and one day he fell'],
  ['in one hour and two people', 'in one hour and two people'],
]

const articles: readonly Row[] = [
  ['a hundred milligram dose', 'a 100 mg dose'],
  ['A hundred milligram dose', 'A 100 mg dose'],
  ['a hundred and fifty milligram tablet', 'a 150 mg tablet'],
  ['a hundred and twenty day course', 'a 120-day course'],
  ['a hundred metre walk', 'a 100 m walk'],
  ['a hundred percent increase', 'a 100% increase'],
  ['a hundred percent sure', '100% sure'],
  ['a hundred milligrams', '100 mg'],
  ['gave a hundred mg metoprolol', 'gave 100 mg metoprolol'],
]

const heights: readonly Row[] = [
  ['five foot six and a half', '5 feet 6 1/2 inches'],
  ['five feet five and a half inches', '5 feet 5 1/2 inches'],
  ['one foot six', '1 foot 6 inches'],
  ['one pound four ounces', '1 pound 4 ounces'],
  ['one and three quarter inch nail', '1 3/4 inch nail'],
  ['three quarter pound burgers', 'three quarter pound burgers'],
]

const units: readonly Row[] = [
  ['thirty four hundred grams', '3400 g'],
  ['twenty six hundred millilitres', '2600 mL'],
  ['twenty one hundred calories', '2100 calories'],
  ['five milligrams per millimole', '5 mg/mmol'],
  ['ten watt hours', '10 Wh'],
  ['six microfarads', '6 µF'],
  ['three microvolts', '3 µV'],
  ['five teslas', '5 T'],
  ['fifty milliwatts', '50 mW'],
  ['sixty m p h', '60 mph'],
  ['five k m', '5 km'],
  ['ten thousand b t us', '10,000 BTU'],
  ['Fentanyl 50 \u00b5g', 'Fentanyl 50 mcg'],
  ['Fentanyl 50 \u03bcg', 'Fentanyl 50 mcg'],
  ['Lantus 10U at bedtime', 'Lantus 10 units at bedtime'],
  ['room 10U', 'room 10U'],
]

const temperatures: readonly Row[] = [
  ['Temperature 98.6, pulse 72', 'Temperature 98.6 °F, pulse 72'],
  ['Temp was 37.2', 'Temp was 37.2 °C'],
  ['Temp 37.2 C', 'Temp 37.2 °C'],
  ['Temp 37.2 F', 'Temp 37.2 F'],
  ['temp 98.6 degrees', 'temp 98.6 °F'],
  ['Temperature 37.5 to 38.2', 'Temperature 37.5 to 38.2'],
  ['Temperature 98.6 °F today', 'Temperature 98.6 °F today'],
]

describe.each([
  ['one of a unit', ones],
  ['times together', timesTogether],
  ['articles', articles],
  ['heights and parts of an inch', heights],
  ['units', units],
  ['temperatures', temperatures],
])('English measures: %s', (_, rows) => {
  test.each(rows)('%s is %s', (spoken, written) => {
    expect(write(spoken)).toEqual({ text: written, kinds: [] })
  })
  test.each(rows)('%s is not changed a second time', (_spoken, written) => {
    expect(write(written).text).toBe(written)
  })
})
