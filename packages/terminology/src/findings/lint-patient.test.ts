import { expect, test } from 'vitest'
import { lintPatientOf } from './lint-patient.ts'

const savedAt = '2026-03-10T08:00:00Z'

test.each([
  ['1972-03-10', 54],
  ['1972-03-11', 53],
  ['2026-03-09', 0],
])('counts a birthday on its day: %s', (birthDate, age) => {
  expect(lintPatientOf({ birthDate }, savedAt)).toEqual({ age })
})

test('says nothing of a sex that is neither, or of a patient who is not known', () => {
  expect(lintPatientOf({ sex: 'other' }, savedAt)).toEqual({})
  expect(lintPatientOf({ sex: 'male' }, savedAt)).toEqual({ sex: 'male' })
  expect(lintPatientOf(null, savedAt)).toEqual({})
})
