import { expect, test } from 'vitest'
import { type Action, can } from './can.ts'

test.each<[Action, doctor: boolean, secretary: boolean, administrator: boolean]>([
  ['upload-dictation', true, true, false],
  ['read-worklist', true, true, true],
  ['play-recording', true, true, false],
  ['retry-dictation', true, true, true],
  ['read-report', true, true, false],
  ['edit-report', true, true, false],
  ['sign-report', true, false, false],
  ['list-users', true, true, true],
  ['read-templates', true, true, true],
  ['read-engines', false, false, true],
  ['edit-vocabulary', true, true, true],
  ['read-macros', true, true, true],
  ['edit-macros', true, true, true],
  ['read-correspondents', true, true, true],
  ['edit-correspondents', true, true, true],
])('%s: doctor %s, secretary %s, administrator %s', (action, doctor, secretary, administrator) => {
  expect(can('doctor', action)).toBe(doctor)
  expect(can('secretary', action)).toBe(secretary)
  expect(can('administrator', action)).toBe(administrator)
})
