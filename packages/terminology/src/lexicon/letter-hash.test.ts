import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHashSet, hashLetters, joinHash } from './letter-hash.ts'

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 20 })

test('pieces beside each other have the hash of the word that they are together', () => {
  fc.assert(
    fc.property(letters, letters, letters, (a, b, c) => {
      const joined = joinHash(joinHash(hashLetters(a).hash, hashLetters(b)), hashLetters(c))
      expect(joined).toBe(hashLetters(a + b + c).hash)
    }),
  )
})

test('a set of hashes knows all that it was made of, and little else', () => {
  const words = Array.from({ length: 5000 }, (_, at) => `term${at}`)
  const set = createHashSet(words.map((word) => hashLetters(word).hash))
  expect(words.every((word) => set.has(hashLetters(word).hash))).toBe(true)
  const others = words.filter((word) => set.has(hashLetters(`other${word}`).hash))
  expect(others.length).toBeLessThan(words.length * 0.1)
})
