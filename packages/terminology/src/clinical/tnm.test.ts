import type { Locale } from '@plume/transcript'
import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function write(spoken: string, locale: Locale): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true }))
}

test.each<[string, string]>([
  ['t one c n zero m x', 'T1c N0 MX'],
  ['pathologic stage p n one mi c m zero', 'pathologic stage pN1mi cM0'],
  ['p n one m i', 'pN1mi'],
  ['p n two b', 'pN2b'],
  ['p t two m p n one a', 'pT2(m) pN1a'],
  ['y p t two n one', 'ypT2 N1'],
  ['pathologic stage p t two b', 'pathologic stage pT2b'],
  ['p n one c m zero', 'pN1 cM0'],
  // Physical therapy, a nerve, a scan.
  ['p t two times a week', 'PT 2 times a week'],
  ['c n two', 'CN two'],
  ['c t two', 'CT two'],
  ['p n one', 'PN one'],
])('%s is %s', (spoken, written) => expect(write(spoken, 'en-CA')).toBe(written))

test('stade pathologique p t deux', () =>
  expect(write('stade pathologique p t deux', 'fr-CA')).toBe('stade pathologique pT2'))
