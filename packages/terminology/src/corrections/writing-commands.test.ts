import { type Locale, textOf } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText } from '../recognition-from-text.ts'
import { type WriteOptions, writeDictation } from '../write-dictation.ts'
import { writtenToPlain } from '../written-to-plain.ts'

const writing = (said: string, locale: Locale, more: Partial<WriteOptions> = {}) =>
  writeDictation(recognitionFromText(said, { locale }), {
    locale,
    headings: [],
    fragment: true,
    ...more,
  })
const write = (said: string, locale: Locale) => writtenToPlain(writing(said, locale))

describe.each([
  // Capitals.
  ['allergic to cap aspirin', 'allergic to Aspirin'],
  ['All caps on. Allergic. All caps off. To aspirin.', 'ALLERGIC. To aspirin.'],
  ['all caps do not lift end caps today', 'DO NOT LIFT today'],
  ['the cap was removed', 'the cap was removed'],
  ['he signed in all caps', 'he signed in all caps'],
  ['intra no space articular', 'intraarticular'],
  ['there is no space left', 'there is no space left'],
  // Style goes: reports are plain text.
  ['a bold choice', 'a bold choice'],
  ['bold urgent bold off call now', 'urgent call now'],
  // Blanks.
  ['dose blank milligrams twice daily', 'dose ____ mg twice daily'],
  ['Seen by, leave a blank, today.', 'Seen by ____ today.'],
  ['the page was left blank', 'the page was left blank'],
  // Said to the secretary.
  ['Stable. Note to the secretary. Call him. Rest.', 'Stable. Rest.'],
  ['stable period cc doctor roe new line see you soon', 'stable.\nsee you soon'],
  ['he was given two cc of saline', 'he was given 2 cc of saline'],
  ['pay attention doctor', 'pay attention doctor'],
  // Sounds.
  ['Uh, no fever.', 'No fever.'],
  ['she went to the er today', 'she went to the ER today'],
  ['The heart, you know, is large.', 'The heart is large.'],
  ['you know the dose', 'you know the dose'],
] as const)('in English “%s”', (said, written) => {
  test(`is written “${written}”`, () => expect(write(said, 'en-CA')).toBe(written))
})

describe.each([
  ['en lettres majuscules urgent', 'URGENT'],
  ['écrit en majuscules sur la boîte', 'écrit en majuscules sur la boîte'],
  ['peri sans espace anal', 'perianal'],
  ['dose laissez un blanc milligrammes', 'dose ____ mg'],
  ['bilan à compléter demain', 'bilan à compléter demain'],
  ['stable point note à la secrétaire envoyer demain point suivi', 'stable. suivi'],
  ['Stable. Secrétaire, envoyer demain. Suivi.', 'Stable. Suivi.'],
  ['la secrétaire est absente', 'la secrétaire est absente'],
  ['une copie à docteur Roy', 'une copie à docteur Roy'],
] as const)('in French « %s »', (said, written) => {
  test(`is written « ${written} »`, () => expect(write(said, 'fr-CA')).toBe(written))
})

test('what is said to the secretary is shown beside the words before it', () => {
  const { parts, findings } = writing('Stable. Copy to Dr. Roe. Rest.', 'en-CA')
  expect(textOf(parts[0]?.text ?? [])).toBe('Stable. Rest.')
  expect(findings).toMatchObject([
    { kind: 'copy-to', text: 'Stable.', reason: 'A copy was asked for: Dr. Roe.' },
  ])
})

test('a blank is a gap with its words, and nothing but the gap', () => {
  const { parts } = writing('seen by leave a blank today', 'en-CA')
  const blanks = parts[0]?.text.filter(({ source }) => source.kind === 'blank')
  expect(blanks).toMatchObject([{ text: '____', source: { over: { from: 2, to: 5 } } }])
})

test('capitals that nobody turned off end with their paragraph, for a person to look at', () => {
  const written = writing('all caps on do not lift new paragraph stable', 'en-CA')
  expect(writtenToPlain(written)).toBe('DO NOT LIFT\n\nstable')
  expect(written.findings.map(({ kind }) => kind)).toEqual(['unclosed-letters'])
})

test('an author may switch each family off', () => {
  const off = { commands: { off: ['cap', 'blank', 'note', 'filler'] } } as const
  const said = 'stable period cc doctor Roe cap aspirin leave a blank you know so'
  expect(writtenToPlain(writing(said, 'en-CA', off))).toBe(
    'stable. cc doctor Roe cap aspirin leave a blank you know so',
  )
})
