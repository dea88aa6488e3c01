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
  ['en-CA', 'take point five two times a day', 'point five two times'],
  ['en-CA', 'ativan point five two tablets', 'point five two tablets'],
  ['en-CA', 'digoxin point one two five one tablet', 'point one two five one tablet'],
  ['en-CA', 'xanax point two five three times a day', 'point two five three times'],
  ['en-CA', 'inr point nine two days ago', 'point nine two days'],
  ['en-CA', 'troponin point oh four six hours later', 'point oh four six hours'],
  ['en-CA', 'warfarin two point five three days a week', 'two point five three days'],
  ['en-CA', 'diagnosis code m fifty four point five two weeks', 'fifty four point five two weeks'],
  ['en-CA', 'heart rate eighty two days ago', 'eighty two days'],
  ['en-CA', 'creatinine eighty two weeks ago', 'eighty two weeks'],
  ['en-CA', 'platelets one fifty two days ago', 'one fifty two days'],
  ['en-CA', 'sodium one forty one week ago', 'one forty one week'],
  ['en-CA', 'hemoglobin ninety one week later', 'ninety one week'],
  ['en-CA', 'c r p eighty two days ago', 'eighty two days'],
  ['en-CA', 'bp one hundred twenty over seventy one week ago', 'seventy one week'],
  ['en-CA', 'sugars over two fifty three times this week', 'two fifty three times'],
  ['en-CA', 'give two hundred one time', 'two hundred one time'],
  ['en-CA', 'coumadin two point five one day and five the next', 'two point five one day'],
  ['en-CA', 'ejection fraction forty five years ago', 'forty five years'],
  ['en-CA', 'glucose over two fifty two times', 'two fifty two times'],
  ['en-CA', 'sugar above one eighty two hours after meals', 'one eighty two hours'],
  ['en-CA', 'systolic less than one thirty eight weeks ago', 'one thirty eight weeks'],
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
  ['en-CA', 'point two five tablet', '0.25 tablet'],
  ['en-CA', 'two point five days ago', '2.5 days ago'],
  ['en-CA', 'it lasts one point two five hours', 'it lasts 1.25 hours'],
  ['en-CA', 'pulse was normal twenty two days ago', 'pulse was normal 22 days ago'],
  ['en-CA', 'sodium was checked forty two hours later', 'sodium was checked 42 hours later'],
  ['en-CA', 'heart rate eighty, two days ago', 'heart rate 80, 2 days ago'],
  ['en-CA', 'weight gain over twenty two weeks', 'weight gain over 22 weeks'],
  ['en-CA', 'blood pressure over twenty four hours', 'blood pressure over 24 hours'],
  ['en-CA', 'a thirty one day month', 'a 31-day month'],
  ['en-CA', 'room twenty two days ago', 'room 22 days ago'],
  ['en-CA', 'four times a day', '4 times a day'],
  ['fr-CA', 'zéro virgule deux cinq comprimé', '0,25 comprimé'],
  ['fr-CA', 'boîte de quarante deux comprimés', 'boîte de 42 comprimés'],
  ['fr-CA', 'quarante-deux gouttes', '42 gouttes'],
  ['fr-CA', 'soixante et une fois par minute', '61 fois par minute'],
  ['fr-CA', 'vingt deux jours plus tard', '22 jours plus tard'],
])('%s: %j is one number', (locale, said, written) => {
  expect(write(said, locale)).toEqual({ text: written, doubted: [] })
})
