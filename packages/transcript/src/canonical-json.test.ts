import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './index.ts'

test.each<[unknown, string]>([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ é: 1, z: 2, Z: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"Z":3,"z":2,"é":1}'],
  [-0, '0'],
  [1e21, '1e+21'],
  ['a\n"\u2028', '"a\\n\\"\u2028"'],
  [{ kept: 1, gone: undefined }, '{"kept":1}'],
  [{}, '{}'],
])('%j has one form', (value, expected) => {
  expect(canonicalJson(value)).toBe(expected)
})

test('does not depend on the order in which keys were written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
    }),
  )
})

test('reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test.each([
  ['a date', new Date(0)],
  ['NaN', Number.NaN],
  ['a map', new Map()],
  ['nothing', undefined],
  ['a hole in a list', [undefined]],
  ['a big integer', 1n],
])('refuses %s, which would not come back', (_what, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})

test('a complaint names the kind of value, not the value', () => {
  expect(() => canonicalJson({ patient: new Date(0) })).toThrow('not JSON: Date')
})
