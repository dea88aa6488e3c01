import { expect, test } from 'vitest'
import { indexHeadings } from '../headings/read-heading.ts'
import { standardHeadings } from '../headings/standard-headings.ts'
import { english } from '../languages/english.ts'
import { french } from '../languages/french.ts'
import { hearTokens } from './hear-tokens.ts'
import { readSpans } from './read-spans.ts'
import type { Language } from './reading.ts'
import { indexRules } from './rule.ts'

/** How many times reading looks at a token, for the pattern said over and over. */
function looksAt(pattern: string, times: number, language: Language): number {
  const words = Array.from({ length: times }, () => pattern.split(' ')).flat()
  const { tokens } = hearTokens(
    words.map((text) => ({ text, startMs: 0, endMs: 0 })),
    language.isFiller,
  )
  let looks = 0
  const counted = new Proxy(tokens, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++
      return Reflect.get(target, key, receiver)
    },
  })
  const locale = language === french ? 'fr-CA' : 'en-CA'
  readSpans(counted, {
    language,
    headings: indexHeadings(standardHeadings(locale)),
    rules: indexRules(language.rules),
  })
  return looks
}

test.each<[string, Language]>([
  ['the lungs are clear period', english],
  ['one', english],
  ['one um', english],
  ['five to', english],
  ['two by three to', english],
  ['ten over', english],
  ['one twenty over', english],
  ['one point', english],
  ['two point um', english],
  ['one hundred and', english],
  ['period', english],
  ['colon', english],
  ['new', english],
  ['history of present', english],
  ['next heading', english],
  ['findings colon', english],
  ['cinq virgule', french],
  ['dix vingt virgule euh', french],
  ['cinq point', french],
  ['quatre vingt', french],
  ['cinq sur', french],
  ['un à', french],
  ['point à la', french],
  ['deux points', french],
  ['histoire de la maladie', french],
])(
  'the work of reading %j over and over grows with its length and no faster',
  (pattern, language) => {
    const once = looksAt(pattern, 200, language)
    const fourTimes = looksAt(pattern, 800, language)
    expect(fourTimes / once).toBeGreaterThan(3.5)
    expect(fourTimes / once).toBeLessThan(4.3)
  },
)
