import { expect, test } from 'vitest'
import { gluedAt, withoutWords } from './stored-runs.ts'

test.each([
  ['lungs are clear', 'lungs', true],
  ['lungs are clear', 'are', true],
  ['clear.', 'clear', true],
  ['clear, dry', 'clear', true],
  ['80 units', '80 units', true],
  ['80 units', '8', false],
  ['80 units', '80', false],
  ['80 units', 'units', false],
  ['10\u00a0500 mg', '500 mg', false],
  ['10\u00a0500 mg', '10', false],
  ['2.5 mg', '5 mg', false],
  ['-5', '5', false],
  ['<5', '5', false],
  ['5–10', '10', false],
  ['L4-L5', 'L4', false],
  ['no\u00a0pain', 'pain', false],
  ['non-tender', 'tender', false],
  ['l’os', 'os', false],
  ['hypertension', 'tension', false],
  ['été', 'é', false],
  ['e\u0301tat', 'e', false],
])('of %j a cut may leave %j: %s', (whole, part, expected) => {
  expect(withoutWords(whole, part) !== null).toBe(expected)
})

test('what is left is all but the part', () => {
  expect(withoutWords('both lungs are clear', 'lungs are')).toEqual(['both ', ' clear'])
})

test.each([
  ['2.5', '5%', true],
  ['hyper', 'tension', true],
  ['5', '\u00a0mg', true],
  ['5 ', 'mg', false],
  ['5', ' mg', false],
  ['clear', '.', false],
  ['(', 'left', false],
  ['clear.', 'Heart', false],
  ['2.', '5 mg', true],
])('%j and %j touch: %s', (left, right, expected) => {
  expect(gluedAt(left, right)).toBe(expected)
})
