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
  // How many, and of which size.
  ['en-CA', 'two five oh nylon sutures', 'two 5-0 nylon sutures'],
  ['en-CA', 'ten four zero silk', 'ten 4-0 silk'],
  ['en-CA', 'twenty two oh silk', 'twenty two oh silk'],
  ['en-CA', 'skin closed with oh vicryl', 'skin closed with 0 vicryl'],
  ['en-CA', 'oh suture that', 'oh suture that'],
  ['en-CA', 'counts correct times two', 'counts correct x 2'],
  ['en-CA', 'iv times one', 'iv x 1'],
  ['en-CA', 'her two two plus', 'HER2 2+'],
  ['en-CA', 'bi rads four a', 'BI-RADS 4A'],
  ['en-CA', 'bi rads four a biopsy is recommended', 'BI-RADS 4 a biopsy is recommended'],
  ['en-CA', 'li rads category four', 'LI-RADS category 4'],
  ['en-CA', 'nyha three', 'NYHA III'],
  [
    'en-CA',
    'apgar seven nine and nine at one five and ten minutes',
    'Apgar 7, 9 and 9 at 1, 5 and 10 minutes',
  ],
  ['en-CA', 'high grade t one', 'high grade T1'],
  ['en-CA', 'svg to om one', 'SVG to OM1'],
  ['en-CA', 'gravida three para two one zero three', 'gravida 3 para 2103'],
  ['en-CA', 'forty one plus two weeks', '41 + 2 weeks'],
  ['en-CA', 'minus two point two five plus one point five zero', '-2.25 +1.50'],
  ['en-CA', '-2.25 plus 1.50', '-2.25 +1.50'],
  ['en-CA', 'minus two point three plus one point five', '-2.3 plus 1.5'],
  ['fr-CA', 'prolène cinq zéro', 'prolène 5-0'],
])('%s: %s is %s', (locale, spoken, written) => expect(write(spoken, locale)).toBe(written))
