import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string) {
  const recognition = recognitionFromText(spoken, { locale })
  return writeDictation(recognition, { locale, headings: [], fragment: true })
}

test.each([
  ['no new line infections', 'no new line infections'],
  ['no new line sepsis', 'no new line sepsis'],
  ['diabetes no new line hypertension yes', 'diabetes no\nhypertension yes'],
  ['stable new line sepsis resolved', 'stable\nsepsis resolved'],
  ['sigmoid colon colon diverticulosis', 'sigmoid colon: diverticulosis'],
  ['rectosigmoid colon colon normal', 'rectosigmoid colon: normal'],
  ['impression colon normal', 'impression: normal'],
  ['impression colon colon normal', 'impression: normal'],
])('a line that is a catheter, a colon that is an organ: %s is %s', (spoken, written) => {
  expect(writtenToPlain(write(spoken))).toBe(written)
})

test.each([
  'impression colon mass in the right breast',
  'impression colon cancer',
  'dialysis four days each period next appointment',
])('%s stays, and is asked about', (spoken) => {
  const written = write(spoken)
  expect(writtenToPlain(written)).toBe(spoken.replace('four', '4'))
  expect(written.findings).toMatchObject([{ kind: 'ambiguous-mark', severity: 'medium' }])
})
