import { describe, expect, test } from 'vitest'
import { recognitionFromText, type SiteProfile, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string, site: SiteProfile = {}) {
  const recognition = recognitionFromText(spoken, { locale })
  return writeDictation(recognition, { locale, headings: [], fragment: true, site })
}

const fragment = (spoken: string, site: SiteProfile = {}) => writtenToPlain(write(spoken, site))

type Row = readonly [spoken: string, written: string]
const unchanged = (...spoken: readonly string[]): readonly Row[] =>
  spoken.map((words) => [words, words] as const)

const cardinals: readonly Row[] = [
  ['eleven hundred twenty one', '1121'],
  ['twenty five hundred', '2500'],
  ['one hundred and twenty three thousand four hundred and five', '123,405'],
  ['one point five million', '1.5 million'],
  ['nineteen million', '19 million'],
  ['one billion two hundred million', '1,200,000,000'],
  ['one hundred forty three quintillion', '143,000,000,000,000,000,000'],
  ['minus sixty point two four zero zero', '-60.2400'],
  ['it is minus ten degrees', 'it is -10°'],
  ['two dot five', '2.5'],
  ['the swab was negative two days ago', 'the swab was negative 2 days ago'],
  ['HIV negative five years ago', 'HIV negative 5 years ago'],
  ['aspirin plus two point five milligrams of bisoprolol', 'aspirin plus 2.5 mg of bisoprolol'],
  ['a base excess of negative four', 'a base excess of -4'],
  ['vitamin d two thousand daily', 'vitamin d 2000 daily'],
  ['point one two five milligrams', '0.125 mg'],
  ['point one twenty five milligrams', '0.125 mg'],
  ['one oh five milligrams', '105 mg'],
  ['amoxicillin eight seventy five milligrams', 'amoxicillin 875 mg'],
  ['prednisone eight seventy five milligrams', 'prednisone eight seventy five milligrams'],
  ['amoxicillin two fifty milligrams', 'amoxicillin two fifty milligrams'],
  ['G3, P2 at term', 'G3 P2 at term'],
  ['G3, then P2', 'G3, then P2'],
  ['double oh seven', '007'],
  ['one two three four twenty five', '1 2 3 4 25'],
  ['five five five one two three four', '5551234'],
  ['type two diabetes', 'type 2 diabetes'],
  ['twenty minus four', '20 minus four'],
  ['flight one twenty three', 'flight 123'],
  ['on day three', 'on day 3'],
  ['on days two through five', 'on days 2 through 5'],
  ['weeks two through six', 'weeks 2 through 6'],
  ['pages three through seven', 'pages 3 through 7'],
  ['ecog performance status one', 'ecog performance status 1'],
  ['a performance status of two', 'a performance status of 2'],
  ['performance status one to two', 'performance status 1-2'],
  ...unchanged(
    'two through five',
    'she went through two of them',
    'mental status one of the best',
    'the performance status one sees',
  ),
  ...unchanged(
    'a test negative two days ago'.replace('two days', 'again'),
    'the number one priority',
    'multiply that times four and you have it',
    'but i i just saw her',
  ),
]

const ordinalsAndFractions: readonly Row[] = [
  ['the tenth patient', 'the 10th patient'],
  ['twenty third street', '23rd street'],
  ['one hundred and thirteenth', '113th'],
  ['ninety ninth percentile', '99th percentile'],
  ['two thirds of patients', '2/3 of patients'],
  ['one half', '1/2'],
  ['one and a half tablets', '1 1/2 tablets'],
  ['two and a half milligrams', '2.5 mg'],
  ['three and three quarters cups', '3 3/4 cups'],
  // The last "and" leads to the part: 203/4 is a quarter of what was said.
  ['one hundred and one half milligrams', '100.5 mg'],
  ['two hundred and three quarters', '200 3/4'],
  ['one hundred and one third', '100 1/3'],
  ['two hundred and fifty thirds', '250/3'],
  ['two million and a half people', '2.5 million people'],
  ['seven fifteenths', '7/15'],
  ['one and five elevenths', '1 5/11'],
  ['one eighth of an inch', '1/8 of an inch'],
  ['fifteen thirty seconds of an inch', '15/32 of an inch'],
  ['a gap of three thirty-seconds inch', 'a gap of 3/32 inch'],
  ['eleven sixty fourths of an inch', '11/64 of an inch'],
  ['thirty seconds of an hour', '30 seconds of an hour'],
  ['ranked fifty second out of sixty', 'ranked 52nd out of 60'],
  ['he was thirty second out of one hundred', 'he was 32nd out of 100'],
  ['ranked twenty second', 'ranked 22nd'],
  ...unchanged(
    'fifteen thirty seconds of rest',
    'fifteen thirty second intervals',
    'fifty second pause',
    'she held it for fifty second',
  ),
  ['thirty seconds out of sixty', '30 seconds out of 60'],
  ['twelve inches by eight inches', '12 inches by 8 inches'],
  ['ten feet by twelve feet', '10 feet by 12 feet'],
  ['twelve by eight inches', '12 x 8 inches'],
  ['five centimeters by three centimeters', '5 cm x 3 cm'],
  ['one third tablet', '1/3 tablet'],
  ['the middle one third', 'the middle 1/3'],
  ...unchanged(
    'two halves of the tablet',
    'three half tablets',
    'the last two quarters',
    'the first three quarters of the year',
    'one fourth ventricle tumor',
    'the first time',
    'the second and third ribs',
    'a third of them',
    'half a tablet',
    'Two-thirds of the lung',
  ),
]

const rangesAndRatios: readonly Row[] = [
  ['one to two tablets', '1-2 tablets'],
  ['from three to four milligrams', 'from 3 to 4 mg'],
  ['between five and ten minutes', 'between 5 and 10 minutes'],
  ['five or six hours', '5 or 6 hours'],
  ['three of fourteen nodes', '3 of 14 nodes'],
  ['epinephrine one to ten thousand', 'epinephrine 1:10,000'],
  ['a ratio of three to one', 'a ratio of 3:1'],
  ['pain eight out of ten', 'pain 8/10'],
  ['visual acuity twenty over forty', 'visual acuity 20/40'],
  ...unchanged('one to another', 'two over three days'.replace('three days', 'the weekend')),
]

const dates: readonly Row[] = [
  ['july twenty fifth two thousand twelve', 'July 25, 2012'],
  ['monday march third', 'Monday, March 3'],
  ['the third of march twenty twenty four', 'March 3, 2024'],
  ['March third, twenty twenty-four.', 'March 3, 2024.'],
  ['in may two thousand and ten', 'in May 2010'],
  ['nineteen oh five', '1905'],
  ['twenty twenty one', '2021'],
  ['twenty thirty', 'twenty thirty'],
  ['the nineteen eighties', 'the 1980s'],
  ['q two twenty twenty', 'Q2 2020'],
  ['twenty twenty four dash zero three dash fifteen', '2024-03-15'],
  ['from nineteen ninety to two thousand and five', 'from 1990 to 2005'],
  ...unchanged('he may go', 'we march on', 'a second of march music'.replace('march ', '')),
]

const times: readonly Row[] = [
  ['two thirty p m', '2:30 p.m.'],
  ['at two thirty', 'at 2:30'],
  ['between two and four p m', 'between 2 and 4 p.m.'],
  ['from five to ten p m', 'from 5 to 10 p.m.'],
  ['at ten to three p m', 'at 2:50 p.m.'],
  ['at 2:30 PM', 'at 2:30 p.m.'],
  ['three oh five p m', '3:05 p.m.'],
  ['eight a m e s t', '8 a.m. EST'],
  ['quarter past two', '2:15'],
  ['quarter to eight', '7:45'],
  ['half past seven p m', '7:30 p.m.'],
  ['fourteen hundred hours', '1400 hours'],
  ['fourteen oh five hours', '1405 hours'],
  ['at oh eight thirty', 'at 0830'],
  ['a fifty four year old man', 'a 54-year-old man'],
  ['he is fifty four years old', 'he is 54 years old'],
  ['a twenty four hour holter', 'a 24-hour holter'],
  ...unchanged("seven o'clock", 'half past experience'),
]

const measures: readonly Row[] = [
  ['five milligrams per kilogram per day', '5 mg/kg/day'],
  ['twelve millilitres per hour', '12 mL/h'],
  ['four litres per minute', '4 L/min'],
  ['ninety miles per hour', '90 mph'],
  ['thirty square metres', '30 m²'],
  ['five hundred and twelve megabytes', '512 MB'],
  ['five point oh milligrams', '5 mg'],
  ['5.0 mg', '5 mg'],
  ['.5 mg', '0.5 mg'],
  ['-10 degrees', '-10°'],
  ['a T-score of -2.5 today', 'a T-score of -2.5 today'],
  ['five m m', '5 mm'],
  ['ten m l', '10 mL'],
  ['81mg', '81 mg'],
  ['98.6°F', '98.6 °F'],
  ['potassium four point oh', 'potassium 4.0'],
  ['a seven point oh tube', 'a 7.0 tube'],
  ['10 IU of vitamin D', '10 international units of vitamin D'],
  ['two by three centimetres', '2 x 3 cm'],
  ['five foot six', '5 feet 6 inches'],
  ['seven pounds six ounces', '7 pounds 6 ounces'],
  ['five milligrams b i d', '5 mg b.i.d.'],
  ['q eight hours', 'q.8 h.'],
  ['four milligrams i v q two hours p r n', '4 mg IV q.2 h. p.r.n.'],
  ['n p o after midnight', 'NPO after midnight'],
  ['p o two sixty', 'pO2 60'],
  ['cultures negative times two', 'cultures negative x 2'],
  ['temperature thirty eight point nine', 'temperature 38.9 °C'],
  ['temperature ninety eight point six', 'temperature 98.6 °F'],
  ['temperature sixty', 'temperature 60'],
  ['five dollars and twenty five cents', '$5.25'],
  ['one point five million dollars', '$1.5 million'],
  ...unchanged('put a bid on it', 'ten foot ulcers'.replace('ten', 'the')),
]

const clinical: readonly Row[] = [
  ['bp one twenty over eighty', 'bp 120/80'],
  ['one sixty over one ten', '160/110'],
  ['one twenty to one thirty over eighty', '120-130/80'],
  ['pulse one ten', 'pulse 110'],
  ['weight one eighty pounds', 'weight 180 pounds'],
  ['l four l five', 'L4-L5'],
  ['l four five', 'L4-5'],
  ['c seven t one', 'C7-T1'],
  ['L4 L5 disc', 'L4-L5 disc'],
  ['normal s one s two', 'normal S1 S2'],
  ['v one to v six', 'V1 to V6'],
  ['t four n one m zero', 'T4 N1 M0'],
  ['p t three n two', 'pT3 N2'],
  ['t one c n zero m x', 'T1c N0 MX'],
  ['stage three a lung cancer', 'stage IIIA lung cancer'],
  ['stage three chronic kidney disease', 'stage 3 chronic kidney disease'],
  ['grade three', 'grade 3'],
  ['n y h a class two', 'NYHA class II'],
  ['cranial nerves two through twelve', 'cranial nerves II-XII'],
  ['lead two', 'lead II'],
  ['factor eight', 'factor VIII'],
  ['three oh vicryl', '3-0 vicryl'],
  ['3 O Vicryl', '3-0 Vicryl'],
  ['an eighteen-gauge needle', 'an 18-gauge needle'],
  ['mallampati class two', 'Mallampati class II'],
  ['eighteen gauge needle', '18-gauge needle'],
  ['fourteen french', '14-French'],
  ['number fifteen blade', '#15 blade'],
  ['thirty pack years', '30 pack-years'],
  ['g three p two', 'G3 P2'],
  ['insulin seventy thirty', 'insulin 70/30'],
  ['apgars of eight and nine', 'Apgars of 8 and 9'],
  ['gleason three plus four', 'Gleason 3 + 4'],
  ['gleason three plus four equals seven', 'Gleason 3 + 4 = 7'],
  ['two plus edema', '2+ edema'],
  ['oriented times three', 'oriented x 3'],
  ['hemoglobin a one c', 'hemoglobin A1c'],
  ['co two retention', 'CO2 retention'],
  ['b twelve', 'B12'],
  ['m r i', 'MRI'],
  ['a c t scan', 'a CT scan'],
  ['vitamin d one thousand units', 'vitamin d 1000 units'],
  ['call six one three five five five oh one four two', 'call 613-555-0142'],
  ['mrn four five six seven', 'mrn 4567'],
  ['hepatitis b two doses', 'hepatitis B two doses'],
  ['plan a and b', 'plan A and B'],
  ...unchanged('i saw b and c', 'two french patients'),
]

describe.each<[string, readonly Row[]]>([
  ['cardinals', cardinals],
  ['ordinals and fractions', ordinalsAndFractions],
  ['ranges and ratios', rangesAndRatios],
  ['dates', dates],
  ['times and ages', times],
  ['measures', measures],
  ['clinical', clinical],
])('English %s', (_family, rows) => {
  test.each(rows)('%s', (spoken, written) => {
    expect(fragment(spoken)).toBe(written)
  })

  test.each(rows.map(([, written]) => written))('is not changed a second time: %j', (written) => {
    expect(fragment(written)).toBe(written)
  })
})

describe('what could mean two things', () => {
  test.each([
    ['two fifty milligrams', 'ambiguous-number', 'two fifty'],
    ['eight eighty', 'ambiguous-number', 'eight eighty'],
    ['five to ten p m', 'ambiguous-number', 'five to ten p m'],
    ['twenty um five milligrams', 'ambiguous-number', 'twenty five'],
    ['two hundred fifty-milligram tablets', 'ambiguous-number', 'two hundred fifty-milligram'],
    ['three four twenty twenty four', 'ambiguous-date', 'three four twenty twenty four'],
    ['three slash four slash twenty twenty four', 'ambiguous-date', '3/4/2024'],
  ])('%s is left for a person to decide: %s', (spoken, kind, text) => {
    const { findings, parts } = write(`the dose ${spoken}`)
    const [run] = findings
    expect(run).toMatchObject({ kind, text, severity: 'high' })
    const whole = parts.map((part) => part.text.map((piece) => piece.text).join('')).join('')
    expect(whole.slice(run?.start, run?.end)).toBe(text)
  })
})

test('a site writes as its profile says', () => {
  expect(fragment('five milligrams b i d', { frequency: 'words' })).toBe('5 mg twice daily')
  expect(fragment('q eight hours', { frequency: 'words' })).toBe('every 8 hours')
  expect(fragment('one and a half tablets', { mixedFraction: 'glyph' })).toBe('1½ tablets')
  expect(fragment('march third twenty twenty four', { dateOrder: 'day-first' })).toBe(
    '3 March 2024',
  )
  expect(fragment('two by three centimetres', { dimensionSign: '×' })).toBe('2 × 3 cm')
  expect(fragment('four thousand and nine patients', { groupFrom: 4 })).toBe('4,009 patients')
  expect(fragment('nine patients', { digitsFrom: 0 })).toBe('9 patients')
})

test('every part of a dose leaves its own entry in the trail', () => {
  const [part] = write('five to ten milligrams b i d').parts
  const rules = part?.text.flatMap(({ source }) => (source.kind === 'dictated' ? source.rules : []))
  expect(rules).toEqual([
    { rule: 'number.cardinal', before: 'five', after: '5' },
    { rule: 'number.range', before: 'to', after: '-' },
    { rule: 'number.cardinal', before: 'ten', after: '10' },
    { rule: 'unit.short-form', before: 'milligrams', after: 'mg' },
    { rule: 'dose.frequency', before: 'b i d', after: 'b.i.d.' },
  ])
})

test.each([
  ['one word of a million letters', 'a'.repeat(1_000_000)],
  ['one word of a million hyphens', 'a-'.repeat(1_000_000)],
  ['one number of a million digits', '1'.repeat(1_000_000)],
  ['a hundred thousand numbers', 'one '.repeat(100_000)],
  ['a hundred thousand fillers', 'um '.repeat(100_000)],
  ['a hundred thousand full stops', 'period '.repeat(100_000)],
  [
    'NUL, bidirectional marks and halves of characters',
    '\0 \u202e five \u202c \ud800 \udfff '.repeat(5000),
  ],
  ['two languages at once', 'cinq milligrammes five milligrams virgule comma '.repeat(2000)],
])('%s is written without complaint', (_what, text) => {
  expect(() => write(text)).not.toThrow()
})
