import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true }))
}

test.each([
  ['in lead two', 'in lead II'],
  ['lead one and lead two', 'lead I and lead II'],
  ['inferior leads two three and a v f', 'inferior leads II, III and aVF'],
  ['leads 2, 3 and a v f', 'leads II, III and aVF'],
  ['reciprocal changes in one and a v l', 'reciprocal changes in I and aVL'],
  ['in two three and a v f', 'in II, III and aVF'],
  ['ST depression in a v r', 'ST depression in aVR'],
  ['in a v l and a v f', 'in aVL and aVF'],
  ['cranial nerves three four and six', 'cranial nerves III, IV and VI'],
  ['grade one and a v malformation', 'grade 1 and AV malformation'],
  ['day two and a v l', 'day 2 and aVL'],
  // A valve, a node, a block.
  ['bypass times three and a v r', 'bypass x 3 and AVR'],
  ['status post a v r', 'status post AVR'],
  ['a v block', 'AV block'],
])('%s is %s', (spoken, written) => expect(write(spoken)).toBe(written))

test.each([
  'he will lead two teams',
  'this can lead one to believe',
  'they lead two to nothing',
  'we lead three to one',
  'this leads one to believe',
  'leads one to think',
])('%s is no lead of an ECG', (spoken) => expect(write(spoken)).toBe(spoken))
