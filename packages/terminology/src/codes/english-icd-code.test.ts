import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true }))
}

test.each([
  ['icd ten code e eleven point nine', 'icd 10 code E11.9'],
  ['i c d ten code f thirty two point one', 'ICD 10 code F32.1'],
  ['icd code j forty five point nine oh nine', 'icd code J45.909'],
  ['diagnosis code i ten', 'diagnosis code I10'],
  ['diagnosis code m five four point five', 'diagnosis code M54.5'],
  ['diagnosis codes e eleven point nine and i ten', 'diagnosis codes E11.9 and I10'],
  ['the code is z oh oh point oh', 'the code is Z00.0'],
  ['icd ten code s seventy two point oh oh one a', 'icd 10 code S72.001A'],
  ['icd ten code t fourteen point eight x x a', 'icd 10 code T14.8XXA'],
  ['billing code c fifty point nine one one', 'billing code C50.911'],
  // No code is announced, a dose follows, or there are not two digits.
  ['b twelve point five milligrams', 'b 12.5 mg'],
  ['code a ten milligrams', 'code a 10 mg'],
  ['a code e eleven times', 'a code e 11 times'],
  ['code blue at ten', 'code blue at 10'],
  ['icd ten a hundred people', 'icd 10 a hundred people'],
  ['code two fifty point five', 'code two fifty point five'],
  ['diagnosis code e one hundred point five', 'diagnosis code e 100.5'],
])('a code of the ICD: %s is %s', (spoken, written) => expect(write(spoken)).toBe(written))
