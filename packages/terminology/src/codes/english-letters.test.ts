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

test.each([
  ['b u n twenty two', 'BUN 22'],
  ['w b c eleven', 'WBC 11'],
  ['w b c four', 'WBC 4'],
  ['w b c of four', 'WBC of 4'],
  ['l d l ninety', 'LDL 90'],
  ['l d l is one twelve', 'LDL is 112'],
  ['h d l fifty', 'HDL 50'],
  ['p t t thirty', 'PTT 30'],
  ['a p t t thirty', 'APTT 30'],
  ['a n c two', 'ANC two'],
  ['c b c twelve hours later', 'CBC 12 hours later'],
  ['t s h two point five', 'TSH 2.5'],
  ['c r p five and e s r forty', 'CRP 5 and ESR 40'],
  ['p s a four', 'PSA 4'],
  ['i n r goal two', 'INR goal 2'],
  ['b u n twenty two creatinine eighty', 'BUN 22 creatinine 80'],
  // Two values with nothing between them stay in doubt.
  ['b u n two two', 'BUN two two'],
  ['e c m o two days ago', 'ECMO 2 days ago'],
  ['f i g o two', 'FIGO two'],
  ['p d l one fifty percent', 'PD-L1 50%'],
  // What follows is a vertebra or a stage.
  ['m r i t spine', 'MRI T-spine'],
  ['m r i c five', 'MRI C5'],
  ['m r i l one to l five', 'MRI L1 to L5'],
  ['c t t one', 'CT T1'],
  ['d d d l four l five', 'DDD L4-L5'],
  ['n s c l c t two n one m zero', 'NSCLC T2 N1 M0'],
  ['n twenty two', 'N22'],
  ['b twelve', 'B12'],
])('a spelled name keeps its last letter: %s is %s', (spoken, written) =>
  expect(write(spoken)).toBe(written),
)
