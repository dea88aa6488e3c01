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
  ),
  ['her two and three year old', 'her 2 and 3 year old'],
  ['her two positive breast cancer', 'HER2 positive breast cancer'],
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
)
const levels: readonly Row[] = [
  ['l four five fusion', 'L4-5 fusion'],
  ['l four screws', 'L4 screws'],
  ['gate c four two', 'gate C42'],
]

const inDoubt = [...decimalsInDoubt, ...ampsInDoubt, ...levelsInDoubt]
const sure = [...decimals, ...amps, ...receptors, ...articles, ...levels]

test.each(inDoubt)('%s: the number stays as it was said, with a finding', (spoken, written) => {
  expect(write(spoken)).toEqual({ text: written, kinds: ['ambiguous-number'] })
})

test.each(sure)('%s is %s, without doubt', (spoken, written) => {
  expect(write(spoken)).toEqual({ text: written, kinds: [] })
})
