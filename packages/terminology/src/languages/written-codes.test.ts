import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const number = fc.integer({ min: 0, max: 9999 }).map(String)
const twoDigits = fc.integer({ min: 10, max: 99 }).map(String)
const letter = fc.constantFrom(...'ABCDEGHKLMNPRSTVZ')

/** Forms that only a person or an engine writes, with digits and marks inside one word. */
const written = fc.oneof(
  fc.tuple(number, number, number).map((parts) => parts.join('-')),
  fc.tuple(number, number).map((parts) => parts.join('/')),
  fc.tuple(twoDigits, twoDigits).map((parts) => parts.join(':')),
  fc.tuple(letter, number).map((parts) => parts.join('-')),
  fc.tuple(letter, number).map((parts) => parts.join('')),
  fc.tuple(number, letter).map((parts) => parts.join('')),
  fc.tuple(number, fc.constantFrom('%', 'st', 'th', 'x', 'T', 'h')).map((parts) => parts.join('')),
  fc.tuple(number, number, number).map((parts) => parts.join('.')),
)

test('a code, a date or a ratio that is already written is never changed', () => {
  fc.assert(
    fc.property(written, fc.constantFrom('en-CA', 'fr-CA', 'en-US', 'fr-FR'), (code, locale) => {
      const text = `seen ${code} today`
      const options = { locale, headings: [], fragment: true } as const
      const recognition = recognitionFromText(text, { locale })
      // French sets its percent sign apart; nothing else may move.
      const plain = writtenToPlain(writeDictation(recognition, options)).replace('\u00a0%', '%')
      expect(plain).toBe(text)
    }),
    { numRuns: 1500 },
  )
})
