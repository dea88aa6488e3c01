import type { Locale } from '@plume/transcript'
import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function write(spoken: string, locale: Locale): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true }))
}

test.each<[Locale, string, string]>([
  ['en-CA', 'nyha class two to three', 'nyha class II-III'],
  ['en-CA', 'nyha class two or three', 'nyha class II or III'],
  ['en-CA', 'stage three or four melanoma', 'stage III or IV melanoma'],
  ['en-CA', 'stage two to three pressure injury', 'stage 2-3 pressure injury'],
  ['en-CA', 'mallampati two to three', 'Mallampati II-III'],
  // Something else is counted, or the second number may be.
  ['en-CA', 'stage two to three weeks later', 'stage II to 3 weeks later'],
  ['en-CA', 'nyha class two and three children', 'nyha class II and three children'],
  ['en-CA', 'type two or three diabetes', 'type 2 or three diabetes'],
  ['fr-CA', 'nyha classe deux à trois', 'NYHA classe II à III'],
  ['fr-CA', 'stade trois ou quatre', 'stade III ou IV'],
  ['fr-CA', 'stade deux à trois semaines', 'stade II à 3 semaines'],
  ['en-CA', 'closed with vicryl three oh', 'closed with vicryl 3-0'],
  ['en-CA', 'nylon four zero sutures', 'nylon 4-0 sutures'],
  ['en-CA', 'three oh vicryl', '3-0 vicryl'],
  ['fr-CA', 'prolène cinq zéro', 'prolène 5-0'],
])('%s: %s is %s', (locale, spoken, written) => expect(write(spoken, locale)).toBe(written))
