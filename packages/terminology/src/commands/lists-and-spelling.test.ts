import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText } from '../recognition-from-text.ts'
import { writeDictation } from '../write-dictation.ts'
import { writtenToPlain } from '../written-to-plain.ts'

const writing = (said: string, locale: Locale, fragment = true) =>
  writeDictation(recognitionFromText(said, { locale }), { locale, headings: [], fragment })
const write = (said: string, locale: Locale) => writtenToPlain(writing(said, locale))

describe.each([
  ['plan colon number one rest number two ice', 'plan:\n1. rest\n2. ice'],
  ['Number one priority is pain. Call him.', 'Number 1 priority is pain. Call him.'],
  ['bullet point rest period bullet point ice end of list see you', '- rest.\n- ice\nsee you'],
  ['the bullet point was unclear', 'the bullet point was unclear'],
  ['seen by Dr. Lee, spell that, L-E-I-G-H, today', 'seen by Dr. Leigh, today'],
  ['Mr. Cole spelled K O double L E', 'Mr. Kolle'],
  ['room C as in cat two', 'room C2'],
  ['pain in the left spelled L E F', 'pain in the left spelled LEF'],
  ['vitamin D for deficiency', 'vitamin D for deficiency'],
] as const)('in English “%s”', (said, written) => {
  test(`is written “${written}”`, () => expect(write(said, 'en-CA')).toBe(written))
})

describe.each([
  ['plan deux points puce repos point suivant glace', 'plan\u00a0:\n- repos\n- glace'],
  ['le numéro un est stable', 'le numéro un est stable'],
  ['madame Roi épelez R O Y', 'madame Roy'],
  ['madame Noel j’épelle N O E tréma L', 'madame Noël'],
  ['vitamine C comme complément', 'vitamine C comme complément'],
] as const)('in French « %s »', (said, written) => {
  test(`is written « ${written} »`, () => expect(write(said, 'fr-CA')).toBe(written))
})

test('items begin with a capital in a whole report', () => {
  const written = writing('number one rest period number two ice', 'en-CA', false)
  expect(writtenToPlain(written)).toBe('1. Rest.\n2. Ice.')
})

test('a spelled word is for a person to hear, and the one before it is kept', () => {
  const { findings, dropped } = writing('doctor Smith spell that S M Y T H', 'en-CA')
  expect(findings.map(({ kind, text }) => [kind, text])).toEqual([['spelled-word', 'Smyth']])
  expect(dropped.map(({ rule, before }) => [rule, before])).toEqual([
    ['spell.struck', 'Smith'],
    ['spell.command', 'spell that'],
  ])
})
