import type { CorrespondentReply } from '@plume/contracts'
import { describe, expect, it } from 'vitest'
import { addresseesOf, withChosen, withFirst } from './chosen-addressees.ts'

const person = (id: string): CorrespondentReply => ({
  id,
  number: '',
  title: '',
  givenName: '',
  familyName: id,
  degrees: '',
  specialty: '',
  lines: [],
  language: 'en',
  salutations: { en: '', fr: '' },
  phone: '',
  fax: '',
  writtenName: id,
  changedAt: '2026-03-03T10:00:00.000Z',
})

describe('who is chosen', () => {
  const two = withChosen(withChosen([], person('a')), person('b'))

  it('gets the letter if chosen first, and a copy otherwise, once', () => {
    expect(addresseesOf(withChosen(two, person('a')))).toEqual({ to: 'a', copies: ['b'] })
    expect(addresseesOf([])).toBeNull()
  })

  it('can become the first, and nobody is lost', () => {
    expect(addresseesOf(withFirst(two, 'b'))).toEqual({ to: 'b', copies: ['a'] })
    expect(addresseesOf(withFirst(two, 'nobody'))).toEqual({ to: 'a', copies: ['b'] })
  })
})
