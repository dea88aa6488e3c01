import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string) {
  const recognition = recognitionFromText(spoken, { locale })
  return writeDictation(recognition, { locale, headings: [], fragment: true })
}

test.each([
  ['apartment two b', 'apartment 2B'],
  ['room twelve b', 'room 12B'],
  ['segment four a comma normal', 'segment 4A, normal'],
  ['room two b p cuff', 'room 2 BP cuff'],
  ['table two a patient', 'table 2 a patient'],
  ['room two twelve', 'room 212'],
  ['group b strep', 'group B strep'],
  ['blood type o negative', 'blood type O negative'],
  ['hepatitis a b and c', 'hepatitis A B and C'],
  ['category c', 'category C'],
  ['vitamin b twelve', 'vitamin B12'],
  ['type b n p', 'type BNP'],
  ['stanford type a dissection', 'stanford type A dissection'],
  ['appendix a perforated viscus', 'appendix a perforated viscus'],
  ['type a letter', 'type a letter'],
  ['influenza a week ago', 'influenza a week ago'],
  // The letter is no article, so that what follows is a command.
  ['hepatitis a period no jaundice', 'hepatitis A. no jaundice'],
  ['hepatitis a new line no jaundice', 'hepatitis A\nno jaundice'],
  ['stage three a period', 'stage IIIA.'],
  ['stage three a next paragraph stable', 'stage IIIA\n\nstable'],
  ['stage three a period of rest', 'stage III a period of rest'],
  ['type a period of time', 'type a period of time'],
  ['after a period', 'after a period'],
])('a letter after its noun: %s is %s', (spoken, written) => {
  expect(writtenToPlain(write(spoken))).toBe(written)
})
