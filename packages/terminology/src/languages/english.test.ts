import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function fragment(spoken: string): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true }))
}

function sentences(spoken: string): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [] }))
}

type Row = readonly [spoken: string, written: string]
const unchanged = (...spoken: readonly string[]): readonly Row[] =>
  spoken.map((words) => [words, words] as const)

const marks: readonly Row[] = [
  ['the lungs are clear period', 'the lungs are clear.'],
  ['the lungs are clear full stop', 'the lungs are clear.'],
  ['stable comma no change', 'stable, no change'],
  ['stable semicolon no change', 'stable; no change'],
  ['stable semi colon no change', 'stable; no change'],
  ['is this new question mark', 'is this new?'],
  ['stop exclamation point', 'stop!'],
  ['stop exclamation mark', 'stop!'],
  ['and so on dot dot dot', 'and so on…'],
  ['non hyphen small cell carcinoma', 'non-small cell carcinoma'],
  ['the L4 dash L5 disc', 'the L4-L5 disc'],
  ['one thing dash another', 'one thing - another'],
  ['and slash or', 'and/or'],
  ['and forward slash or', 'and/or'],
  ['open parenthesis see below close parenthesis', '(see below)'],
  ['nodule open paren stable close paren period', 'nodule (stable).'],
  ['left parenthesis old right parenthesis', '(old)'],
  ['open bracket sic close bracket', '[sic]'],
  ['he said open quote never close quote', 'he said “never”'],
  ['begin quotes never unquote', '“never”'],
  ['the patient apostrophe s wife', "the patient's wife"],
  ['medications colon aspirin', 'medications: aspirin'],
  ['he takes the following colon aspirin', 'he takes the following: aspirin'],
  ['question mark pneumonia', '? pneumonia'],
]

const marksThatAreProse: readonly Row[] = [
  ...unchanged(
    'it ends with a real exclamation point',
    'one big question mark remains',
    'her last menstrual period was in March',
    'a period of observation',
    'the postpartum period',
    'an absolute refractory period',
    'during this time period she was well',
    'over the 24-hour period',
    'during the recovery period',
    'the same period of time',
    'period cramps',
    'that kind of period',
    'in the intraoperative period',
    'his quote unquote normal stress',
    'sigmoid colon',
    'colon cancer screening',
    'the colon is normal',
    'thickening of the transverse colon without obstruction',
    'history of colon polyps',
    'the car came to a full stop',
    'a dash of salt',
    'a slash wound',
    'there is no question of pneumonia',
  ),
  ['no acute disease at this time period', 'no acute disease at this time.'],
  ['stable at rest period', 'stable at rest.'],
  ['review in one year period', 'review in one year.'],
  ['the findings are the same period', 'the findings are the same.'],
  ['clear period of note the heart is large', 'clear. of note the heart is large'],
  ['monitored in recovery period', 'monitored in recovery.'],
]

const breaks: readonly Row[] = [
  ['clear period new line heart normal', 'clear.\nheart normal'],
  ['clear period next line heart normal', 'clear.\nheart normal'],
  ['clear period new paragraph heart normal', 'clear.\n\nheart normal'],
  ['next paragraph heart normal', '\n\nheart normal'],
  ['new um line heart', '\nheart'],
  ...unchanged(
    'a new line was placed',
    'new line placed in the right arm',
    'the arterial line was removed',
    'a next line of treatment',
    'new line of therapy',
  ),
]

const numbers: readonly Row[] = [
  ['twelve lesions', '12 lesions'],
  ['one hundred five', '105'],
  ['one hundred and five', '105'],
  ['a hundred and five', '105'],
  ['twenty-five', '25'],
  ['four thousand', '4000'],
  ['ten thousand', '10,000'],
  ['one hundred thousand units', '100,000 units'],
  ['two million five hundred thousand', '2,500,000'],
  ['fifteen hundred millilitres', '1500 mL'],
  ['two thousand and twenty four', '2024'],
  ['thirty seven point five', '37.5'],
  ['thirty-seven point two five', '37.25'],
  ['point five milligrams', '0.5 mg'],
  ['oh point five', '0.5'],
  ['zero point zero five', '0.05'],
  ['three point oh five', '3.05'],
  ['98 point 6 degrees fahrenheit', '98.6 °F'],
  ['in twenty twenty four', 'in 2024'],
  ['since nineteen ninety nine', 'since 1999'],
  ['March twenty oh five', 'March 2005'],
  ['March twenty third twenty twenty four', 'March 23, 2024'],
  ['a notch at four kilo hertz', 'a notch at 4 kHz'],
  ['one twenty over eighty', '120/80'],
  ['one two three', '1 2 3'],
  ['twenty twenty vision', '20/20 vision'],
  ['the twenty third of March', 'March 23'],
  ['one hundred twenty-third', '123rd'],
  ['one hundred twenty over eighty', '120/80'],
  ['one hundred twenty over eighty millimetres of mercury', '120/80 mmHg'],
  ['120 over 80', '120/80'],
  ['a grade two over six murmur', 'a grade 2/6 murmur'],
  ['strength four over five', 'strength 4/5'],
  ['ten comma twenty comma thirty', '10, 20, 30'],
  ['eight to ten', '8 to 10'],
]

const numbersInDoubt: readonly Row[] = unchanged(
  'eight eighty',
  'one twenty',
  'one twenty point five',
  'two fifty milligrams',
  'one point two point three',
  'this one is normal',
  'two lesions',
  'nine lives',
  'zero',
  'a hundred patients',
  'hundreds of them',
  'two hundred fifty-milligram tablets',
  'ten point five-milligram tablets',
  'thirty second',
  'at this point we stopped',
  'one day he fell',
)

const units: readonly Row[] = [
  ['eight milligrams', '8 mg'],
  ['eighty milligrams', '80 mg'],
  ['fifteen milligrams', '15 mg'],
  ['fifty milligrams', '50 mg'],
  ['one milligram', '1 mg'],
  ['5 milligrams', '5 mg'],
  ['five mg', '5 mg'],
  ['two hundred micrograms', '200 mcg'],
  ['seventy kilograms', '70 kg'],
  ['two litres', '2 L'],
  ['two liters', '2 L'],
  ['three millimetres', '3 mm'],
  ['three point two centimeters', '3.2 cm'],
  ['two by three by four centimetres', '2 x 3 x 4 cm'],
  ['five to ten milligrams', '5-10 mg'],
  ['ninety seven percent', '97%'],
  ['ninety seven per cent', '97%'],
  ['one percent', '1%'],
  ['thirty eight degrees celsius', '38 °C'],
  ['forty five degrees', '45°'],
  ['a forty five degree angle', 'a 45 degree angle'],
  ['five milligrams per decilitre', '5 mg/dL'],
  ['ten millilitres per kilogram', '10 mL/kg'],
  ['five milligrams per day', '5 mg per day'],
  ['eight units of insulin', '8 units of insulin'],
  ['three days', '3 days'],
  ['six hours', '6 hours'],
  ['five over three days', 'five over 3 days'],
  ['at this point five milligrams were given', 'at this point 5 mg were given'],
  ['two gram negative rods', 'two gram negative rods'],
  ['two grams', '2 g'],
]

const whatEnginesAdd: readonly Row[] = [
  ['Clear. Period. Heart normal.', 'Clear. Heart normal.'],
  ['clear. Period. New paragraph. The heart', 'clear.\n\nThe heart'],
  ['the heart, comma, is normal', 'the heart, is normal'],
  ['clear, new line, heart', 'clear\nheart'],
  ['open parenthesis, see below, close parenthesis', '(see below)'],
  ['Is this new? Question mark.', 'Is this new?'],
  ['clear period period', 'clear.'],
  ['clear . next , more', 'clear. next, more'],
  ['at 2 p.m. comma he left', 'at 2 p.m., he left'],
  ['at 2 p.m. period', 'at 2 p.m.'],
]

const fillers: readonly Row[] = [
  ['um the heart is uh normal', 'the heart is normal'],
  ['the lungs er are clear', 'the lungs are clear'],
  ['Er, the lungs', 'The lungs'],
  ['the test was, er, positive', 'the test was positive'],
  ['er positive pr positive her two negative', 'ER positive PR positive HER2 negative'],
  ['er and pr negative', 'ER and PR negative'],
  ['the lungs er and pleura', 'the lungs and pleura'],
  ['er pr negative', 'ER PR negative'],
  ['er visit', 'ER visit'],
  ['seen by the er physician', 'seen by the ER physician'],
  ['the er was busy', 'the ER was busy'],
  ['clear um. Next', 'clear. Next'],
  ['five uh percent', '5%'],
  ['twenty um five milligrams', 'twenty five milligrams'],
  ['two point um five milligrams', 'two point five milligrams'],
  ['seen in the ER', 'seen in the ER'],
  ['a venous hum', 'a venous hum'],
]

describe.each<[string, readonly Row[]]>([
  ['marks that are said', marks],
  ['words that could be marks', marksThatAreProse],
  ['line breaks', breaks],
  ['numbers', numbers],
  ['numbers in doubt stay as they were said', numbersInDoubt],
  ['units', units],
  ['marks that engines add around commands', whatEnginesAdd],
  ['fillers', fillers],
])('English: %s', (_family, rows) => {
  test.each(rows)('%s', (spoken, written) => {
    expect(fragment(spoken)).toBe(written)
  })
})

describe('English: sentences', () => {
  test.each<Row>([
    ['the lungs are clear', 'The lungs are clear.'],
    ['clear period heart normal period', 'Clear. Heart normal.'],
    ['is it new question mark stable since', 'Is it new? Stable since.'],
    ['clear new paragraph heart', 'Clear\n\nHeart.'],
    ['pH normal', 'pH normal.'],
    ['twelve lesions', '12 lesions.'],
    ['open parenthesis see below close parenthesis', '(See below).'],
    ['stable dot dot dot', 'Stable…'],
    ['as follows colon', 'As follows:'],
    ['Dr. smith agrees', 'Dr. smith agrees.'],
    ['um the heart', 'The heart.'],
    ['dash aspirin new line dash insulin', '- Aspirin\n- Insulin.'],
    ['question mark pneumonia', '? Pneumonia.'],
    ['seen at 2 p.m.', 'Seen at 2 p.m.'],
  ])('%s', (spoken, written) => {
    expect(sentences(spoken)).toBe(written)
  })
})

describe('English that is already written', () => {
  const finished = [
    'The lungs are clear. Heart size is normal, with no effusion.',
    'BP 120/80, pulse 72, saturation 97% on 2 L of oxygen.',
    'Metoprolol 12.5 mg twice daily; insulin 8 units at bedtime.',
    'Temperature 38.2 °C (oral).',
    'The nodule measures 2 x 3 x 4 cm at L4-L5.',
    '“No change”, he said: none at all!',
    'Seen on March 3, 2024 at 2:30 p.m. by Dr. Roe.',
    'Warfarin 100,000 units? No: heparin.',
    'Ratio 3 : 1. CT chest ? pulmonary embolism.',
    'She had one fall, two fractures and a 54-year-old scar.',
    '- aspirin 81 mg\n- ramipril 5 mg\n\nNo allergies.',
    'Her last menstrual period was in May.',
    'The sigmoid colon is normal.',
    'Gram-negative rods; T1-weighted images; non-small cell.',
    'Pain 8/10, strength 4/5, grade 2/6 murmur.',
    'Na 140 mmol/L, K 4.0 mmol/L.',
    '1. Chest pain. 2. Dyspnea...',
  ]
  test.each(finished)('stays as it is: %j', (text) => {
    expect(fragment(text)).toBe(text)
  })

  const lost = new Set(['twenty um five milligrams', 'two point um five milligrams'])
  const written = [
    marks,
    marksThatAreProse,
    breaks,
    numbers,
    numbersInDoubt,
    units,
    whatEnginesAdd,
    fillers,
  ]
    .flat()
    .filter(([spoken]) => !lost.has(spoken))
    .map(([, text]) => text)
  test.each(written)('is not changed a second time: %j', (text) => {
    expect(fragment(text)).toBe(text)
  })
})
