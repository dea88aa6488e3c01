import type { Locale } from '@plume/transcript'
import { expect, test } from 'vitest'
import { recognitionFromText } from '../recognition-from-text.ts'
import { writeDictation } from '../write-dictation.ts'

/** What is written, and what is doubted in it. */
function write(said: string, locale: Locale) {
  const recognition = recognitionFromText(said, { locale })
  const { parts, findings } = writeDictation(recognition, { locale, headings: [], fragment: true })
  const text = parts.flatMap((part) => part.text.map((run) => run.text)).join('')
  const doubted = findings.filter(({ kind }) => kind === 'ambiguous-number')
  return { text, doubted: doubted.map((finding) => finding.text) }
}

test.each<[Locale, string, string]>([
  ['en-CA', 'metformin five hundred two times a day', 'five hundred two times'],
  ['en-CA', 'lasix forty two times daily', 'forty two times'],
  ['en-CA', 'from ten to twenty two times daily', 'ten to twenty two times'],
  ['en-CA', 'lisinopril twenty one tablet daily', 'twenty one tablet'],
  ['en-CA', 'warfarin two point five one tablet', 'two point five one tablet'],
  ['en-CA', 'the sugar was two hundred two hours after a meal', 'two hundred two hours'],
  ['fr-CA', 'metformine huit cent cinquante trois fois par jour', 'huit cent cinquante trois fois'],
  ['fr-CA', 'doliprane mille un comprimé', 'mille un comprimé'],
  ['fr-FR', 'ramipril septante deux fois par jour', 'septante deux fois'],
  ['fr-CA', 'bisoprolol deux virgule cinq un comprimé', 'deux virgule cinq un comprimé'],
  ['fr-CA', 'potassium à trois virgule cinq six heures plus tard', 'trois virgule cinq six heures'],
])('%s: %j may be two numbers: the words stay and are shown', (locale, said, words) => {
  const { text, doubted } = write(said, locale)
  expect(text).toContain(words)
  expect(doubted).toHaveLength(1)
  expect(doubted[0]).toContain(words)
})

test.each<[Locale, string, string]>([
  ['en-CA', 'dispense forty two tablets', 'dispense 42 tablets'],
  ['en-CA', 'she came back twenty two times', 'she came back 22 times'],
  ['en-CA', 'one hundred and two days ago', '102 days ago'],
  ['en-CA', 'twenty-two days later', '22 days later'],
  ['en-CA', 'thirty two weeks', '32 weeks'],
  ['en-CA', 'four times a day', '4 times a day'],
  ['fr-CA', 'zéro virgule deux cinq comprimé', '0,25 comprimé'],
  ['fr-CA', 'boîte de quarante deux comprimés', 'boîte de 42 comprimés'],
  ['fr-CA', 'quarante-deux gouttes', '42 gouttes'],
  ['fr-CA', 'soixante et une fois par minute', '61 fois par minute'],
  ['fr-CA', 'vingt deux jours plus tard', '22 jours plus tard'],
])('%s: %j is one number', (locale, said, written) => {
  expect(write(said, locale)).toEqual({ text: written, doubted: [] })
})
