import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string) {
  const recognition = recognitionFromText(spoken, { locale })
  return writeDictation(recognition, { locale, headings: [], fragment: true })
}

test.each([
  ['vitamin b twelve one thousand micrograms monthly', 'vitamin B12 1000 mcg monthly'],
  ['vitamin b twelve two thousand five hundred micrograms', 'vitamin B12 2500 mcg'],
  ['b twelve five hundred micrograms', 'B12 500 mcg'],
  ['vitamin b six one hundred milligrams', 'vitamin B6 100 mg'],
  ['vitamin d three one thousand units daily', 'vitamin D3 1000 units daily'],
  ['vitamin d three five thousand units', 'vitamin D3 5000 units'],
  ['vitamin k two one hundred micrograms', 'vitamin K2 100 mcg'],
  ['vitamin d three 1000 units', 'vitamin D3 1000 units'],
  // One number.
  ['vitamin d two thousand units', 'vitamin d 2000 units'],
  ['vitamin d three thousand units', 'vitamin d 3000 units'],
  ['vitamin d fifty thousand units', 'vitamin d 50,000 units'],
  ['vitamin k two hundred micrograms', 'vitamin k 200 mcg'],
  ['vitamin b twelve injection', 'vitamin B12 injection'],
])('the dose after a vitamin: %s is %s', (spoken, written) =>
  expect(writtenToPlain(write(spoken))).toBe(written),
)

test.each([
  'vitamin d two fifty thousand units weekly',
  'vitamin d three fifty thousand units',
  'vitamin d two three thousand units',
  'vitamin d three three thousand units',
  'vitamin d three five hundred units',
  'vitamin k one ten milligrams',
  'vitamin b twelve fifty micrograms',
])('what may be one number stays as it was said, and is asked about: %s', (spoken) => {
  const written = write(spoken)
  expect(writtenToPlain(written)).toBe(spoken)
  expect(written.findings.map(({ kind }) => kind)).toContain('ambiguous-number')
})
