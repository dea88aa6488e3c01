import type { RecognisedWord } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { omitPhantoms } from './omit-phantoms.ts'

const said = (text: string): readonly RecognisedWord[] =>
  text.split(' ').map((word, n) => ({
    text: word,
    startMs: n * 100,
    endMs: n * 100 + 90,
    confidence: 0.9,
  }))

const left = (text: string) =>
  omitPhantoms(said(text))
    .words.map((word) => word.text)
    .join(' ')

describe('what nobody said is left out', () => {
  test.each([
    ['The lungs are clear. Thanks for watching!', 'The lungs are clear.', 'phantom-phrase'],
    ['Fin. Thank you for watching. Thank you for watching.', 'Fin.', 'phantom-phrase'],
    [
      "Pas de fracture. Sous-titres réalisés par la communauté d'Amara.org",
      'Pas de fracture.',
      'phantom-phrase',
    ],
    ['Rien à signaler. Merci d’avoir regardé cette vidéo !', 'Rien à signaler.', 'phantom-phrase'],
    ['[BLANK_AUDIO]', '', 'not-speech'],
    ['No fracture. (speaking in foreign language) Period.', 'No fracture. Period.', 'not-speech'],
    ['*coughs* The heart is normal.', 'The heart is normal.', 'not-speech'],
    ['No acute no acute no acute no acute no acute disease', 'No acute disease', 'repetition'],
    ['the the the the the the lungs', 'the lungs', 'repetition'],
  ])('%s', (text, expected, reason) => {
    expect(left(text)).toBe(expected)
    const { omissions } = omitPhantoms(said(text))
    expect(omissions.map((omission) => omission.reason)[0] ?? null).toBe(reason)
  })
})

describe('what people do say stays', () => {
  test.each([
    'Thank you for watching this patient over the weekend.',
    'Thank you.',
    'Merci.',
    'No, no, no fracture.',
    'telephone 5 5 5 0 0 0 0 0 1',
    'zero zero zero zero zero',
    'spelled a a a a a b',
    'grade (2) of [3]',
    'very very very tender',
    'negative negative negative negative negative',
    'Oui, oui, oui, oui.',
    'no no no no',
    'left side left side left side',
    'Abonnez-vous est le nom de la rue.',
  ])('%s', (text) => {
    expect(left(text)).toBe(text)
    expect(omitPhantoms(said(text)).omissions).toEqual([])
  })
})

test('of a loop the first saying stays, and is marked as unsure', () => {
  const { words } = omitPhantoms(said('pain pain pain pain pain pain today'))
  expect(words.map(({ text, confidence }) => [text, confidence])).toEqual([
    ['pain', 0],
    ['today', 0.9],
  ])
})

test('a word said four or five times stays, and is marked as unsure each time', () => {
  const { words } = omitPhantoms(said('negative negative negative negative today'))
  expect(words.map(({ confidence }) => confidence)).toEqual([0, 0, 0, 0, 0.9])
})

describe('thanks and goodbyes at the end', () => {
  // Words begin every 100 ms: "The heart is normal." ends at 390.
  const voice = [{ startMs: 0, endMs: 90 }]
  test.each([
    ['The heart. Thank you.', 'The heart. Thank you.', [{ startMs: 0, endMs: 390 }]],
    ['The heart. Thank you.', 'The heart. Thank you.', undefined],
    ['Fin. x x x x Merci.', 'Fin. x x x x', voice],
    ['Fin. x x x x Au revoir !', 'Fin. x x x x', voice],
    ['Fin. x x x x Merci beaucoup. Merci.', 'Fin. x x x x', voice],
    ['Thank you.', '', []],
    ['Fin. x x x x the lungs are clear', 'Fin. x x x x the lungs are clear', voice],
  ])('%s is left as %j where the voice is %j', (text, expected, voiceSpans) => {
    const { words } = omitPhantoms(said(text), voiceSpans ? { voice: voiceSpans } : {})
    expect(words.map((word) => word.text).join(' ')).toBe(expected)
  })
})

describe('the prompt', () => {
  const prompt =
    'Radiographie du thorax. Indication, technique, résultats, conclusion. Pneumothorax.'
  const echo = 'Radiographie du thorax. Indication, technique, résultats, conclusion.'
  const heard = (text: string, voice: readonly { startMs: number; endMs: number }[]) =>
    omitPhantoms(said(text), { prompt, voice })

  test('is left out where there is no voice', () => {
    expect(heard(echo, [])).toEqual({
      words: [],
      omissions: [{ reason: 'prompt-echo', text: echo, startMs: 0, endMs: 690 }],
    })
    expect(heard('Indication, technique', []).words).toEqual([])
  })

  test('stays where there is a voice, and is marked as unsure', () => {
    const { words, omissions } = heard(`${echo} Normal.`, [{ startMs: 0, endMs: 800 }])
    expect(omissions).toEqual([])
    expect(words.map(({ confidence }) => confidence)).toEqual([0, 0, 0, 0, 0, 0, 0, 0.9])
  })

  test.each(['Indication: toux.', 'Résultats, conclusion.', 'Pneumothorax.'])(
    'may be said in part: %s',
    (text) => {
      const { words, omissions } = heard(text, [{ startMs: 0, endMs: 800 }])
      expect(words).toEqual(said(text))
      expect(omissions).toEqual([])
    },
  )
})

test('every word is either left or in an omission, and none is new', () => {
  const vocabulary = fc.constantFrom(
    'the',
    'lungs',
    '[noise]',
    '(',
    ')',
    '5',
    'thanks',
    'for',
    'watching',
  )
  fc.assert(
    fc.property(fc.array(vocabulary, { maxLength: 60 }), fc.boolean(), (texts, silent) => {
      const words = texts.map((text, n) => ({ text, startMs: n * 10, endMs: n * 10 + 9 }))
      const circumstances = { prompt: 'the lungs 5', ...(silent ? { voice: [] } : {}) }
      const { words: kept, omissions } = omitPhantoms(words, circumstances)
      const omitted = omissions.flatMap(({ text }) => text.split(' '))
      expect([...kept.map(({ text }) => text), ...omitted].toSorted()).toEqual(texts.toSorted())
      expect(kept.map(({ startMs }) => startMs)).toEqual(
        kept.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
      )
    }),
  )
})
