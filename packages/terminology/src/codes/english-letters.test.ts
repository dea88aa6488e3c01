import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true }))
}

test.each([
  ['she had a c section', 'she had a C-section'],
  ['a p value of point oh five', 'a P value of 0.05'],
  ['a t score of minus two point five', 'a T-score of -2.5'],
  ['a t wave inversion', 'a T wave inversion'],
  ['a v fib arrest', 'a V-fib arrest'],
  ['a c spine film', 'a C-spine film'],
  ['a c five fracture', 'a C5 fracture'],
  ['a t cell count', 'a T cell count'],
  ['m r i c spine', 'MRI C-spine'],
  ['the t-cell receptor', 'the T-cell receptor'],
  ['the T-cell receptor', 'the T-cell receptor'],
  ['left arm a v f', 'left arm AVF'],
  ['a v f created last year', 'AVF created last year'],
  // Here the "a" is a letter, or another abbreviation begins.
  ['a v block', 'AV block'],
  ['a c l tear', 'ACL tear'],
  ['a p x ray', 'AP X-ray'],
  ['a c t scan', 'a CT scan'],
  ['put in a p e g tube', 'put in a PEG tube'],
])('a letter before its noun: %s is %s', (spoken, written) => expect(write(spoken)).toBe(written))
