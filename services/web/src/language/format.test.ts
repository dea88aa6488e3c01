import { describe, expect, it } from 'vitest'
import { createFormat } from './format.ts'

const en = createFormat('en')
const fr = createFormat('fr')
const minute = 60_000
const hour = 60 * minute

/** Intl joins numbers and units with no-break spaces of several kinds; people see one space. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('age', () => {
  it.each([
    [-5_000, '0 min', '0 min'],
    [59_999, '0 min', '0 min'],
    [12 * minute, '12 min', '12 min'],
    [hour, '1 h', '1 h'],
    [2 * hour + 10 * minute, '2 h 10 min', '2 h 10 min'],
    [23 * hour + 59 * minute, '23 h 59 min', '23 h 59 min'],
    [24 * hour, '1 d', '1 j'],
    [75 * hour, '3 d', '3 j'],
  ])('of %d ms reads %s and %s', (ms, english, french) => {
    expect(en.age(ms)).toBe(english)
    expect(fr.age(ms)).toBe(french)
  })
})

describe('length of audio', () => {
  it.each([
    [0, '0:00'],
    [7_400, '0:07'],
    [59_600, '1:00'],
    [754_000, '12:34'],
    [3_723_000, '1:02:03'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(en.clock(ms)).toBe(text)
    expect(fr.clock(ms)).toBe(text)
  })
})

describe('position in audio', () => {
  it.each([
    [0, '0:00.0', '0:00,0'],
    [7_340, '0:07.3', '0:07,3'],
    [59_980, '1:00.0', '1:00,0'],
    [61_250, '1:01.3', '1:01,3'],
  ])('at %d ms reads %s and %s', (ms, english, french) => {
    expect(en.instant(ms)).toBe(english)
    expect(fr.instant(ms)).toBe(french)
  })
})

describe('dates', () => {
  it('show a birth date as the same day in every time zone', () => {
    expect(en.date('1961-03-09')).toBe('March 9, 1961')
    expect(plain(fr.date('1961-03-09'))).toBe('9 mars 1961')
  })
})
