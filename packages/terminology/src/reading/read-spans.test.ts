import { expect, test, vi } from 'vitest'
import { indexHeadings } from '../headings/read-heading.ts'
import { standardHeadings } from '../headings/standard-headings.ts'
import { english } from '../languages/english.ts'
import { french } from '../languages/french.ts'
import { hearTokens } from './hear-tokens.ts'
import { readSpans } from './read-spans.ts'
import type { Language } from './reading.ts'
import { indexRules } from './rule.ts'

let looks = 0

function counting<Item>(items: readonly Item[]): readonly Item[] {
  return new Proxy(items, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++
      return Reflect.get(target, key, receiver)
    },
  })
}

vi.mock('./atoms.ts', async (importOriginal) => {
  const { atomsOfTokens } = await importOriginal<typeof import('./atoms.ts')>()
  return {
    atomsOfTokens: (tokens: Parameters<typeof atomsOfTokens>[0]) => {
      const { atoms, firstAtom } = atomsOfTokens(tokens)
      return { atoms: counting(atoms), firstAtom }
    },
  }
})

/** How many times reading looks at a token or an atom, for the pattern said over and over. */
function looksAt(pattern: string, times: number, language: Language): number {
  const words = Array.from({ length: times }, () => pattern.split(' ')).flat()
  const { tokens } = hearTokens(
    words.map((text) => ({ text, startMs: 0, endMs: 0 })),
    language.isFiller,
  )
  looks = 0
  const counted = counting(tokens)
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
  ['one dot', english],
  ['five dollars or', english],
  ['two million and a', english],
  ['serial number a', english],
  ['s n c', french],
  ['un point', french],
  ['deux et', french],
  ['numéro de série a', french],
  ['period', english],
  ['colon', english],
  ['impression colon mass', english],
  ['room two', english],
  ['type a', english],
  ['new', english],
  ['history of present', english],
  ['next heading', english],
  ['findings colon', english],
  ['one one', english],
  ['nineteen ninety', english],
  ['three four twenty twenty', english],
  ['double', english],
  ['oh', english],
  ['one oh', english],
  ['oh oh one', english],
  ['king henry the', english],
  ['mister and', english],
  ['one thirty seconds of', english],
  ['vitamin d two', english],
  ['code e one one', english],
  ['diagnosis code e eleven and', english],
  ['bob at x dot com or', english],
  ['c r p five and', english],
  ['point one', english],
  ['minus', english],
  ['two and a', english],
  ['half of a', english],
  ['milligrams and a half', english],
  ['two thirds', english],
  ['one hundred and twenty third', english],
  ['march', english],
  ['the third of', english],
  ['march third twenty', english],
  ['monday march', english],
  ['two thirty p', english],
  ['from eight thirty to', english],
  ['one two and a v', english],
  ['quarter past', english],
  ['three slash', english],
  ['dob one two', english],
  ['five foot', english],
  ['ten milligrams per', english],
  ['three plus', english],
  ['plus or minus', english],
  ['b i', english],
  ['q four to', english],
  ['l four', english],
  ['t one n', english],
  ['p n one', english],
  ['cranial nerves two', english],
  ['stage three a', english],
  ['times three', english],
  ['minus one point five plus', english],
  ['at one point', english],
  ['one twenty to', english],
  ['two to three hundred', english],
  ['apgar seven nine and', english],
  ['a hundred and', english],
  ['four plus over', english],
  ['peep of', english],
  ['call six one', english],
  ['five dollars and', english],
  ['fifty four year', english],
  ['fifty b', english],
  ['plus one two', english],
  ['one eight hundred', english],
  ['one main', english],
  ['postal k one', english],
  ['serial number a one', english],
  ['G1, P1', english],
  ['a dot', english],
  ['jane at', english],
  ['h t t p', english],
  ['x dot com slash', english],
  ['cinq virgule', french],
  ['dix vingt virgule euh', french],
  ['cinq point', french],
  ['apgar huit à une minute et', french],
  ['apgar huit et', french],
  ['pages trois à', french],
  ['rass moins', french],
  ['un litre cinq', french],
  ['2 500', french],
  ['un pour cent mille', french],
  ["d'un virgule", french],
  ['deux à trois cents', french],
  ['quatre vingt', french],
  ['un demi', french],
  ['milligramme trois quarts', french],
  ['cinq sur', french],
  ['un à', french],
  ['cinq dollars et', french],
  ['midi moins', french],
  ['plus un deux', french],
  ['2 ,5', french],
  ['jean point', french],
  ['jean point roy arobase', french],
  ['w', french],
  ['point à la', french],
  ['deux points', french],
  ['histoire de la maladie', french],
  ['d deux', french],
  ['v un à', french],
  ['a v', french],
  ['chambre b douze', french],
  ['vitamine b', french],
  ['groupe a', french],
  ['e c o g deux', french],
  ['grade un point', french],
  ['les dix onze et', french],
  ['mardi cinq et', french],
  ['du deux au', french],
  ['le vingt zéro huit', french],
  ['de dix heures trente à', french],
  ['entre midi et', french],
  ['à midi', french],
  ['un huit cent cinq', french],
  ['zéro zéro trente-trois', french],
  ['trois bis', french],
  ['code postal zéro', french],
  ["l'o n", french],
  ['madame roy', french],
])(
  'the work of reading %j over and over grows with its length and no faster',
  (pattern, language) => {
    const once = looksAt(pattern, 200, language)
    const fourTimes = looksAt(pattern, 800, language)
    expect(fourTimes / once).toBeGreaterThan(3.5)
    expect(fourTimes / once).toBeLessThan(4.3)
  },
)
