import { previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const glued =
  /^(\d+(?:[.,]\d+)?(?:-\d+(?:[.,]\d+)?)?)(mgs|mcgs|kgs|mls|mg|mcg|[\u00b5\u03bc]g|kg|g|mL|ml|mmHg|mmol|mEq|cm|mm|units|U|UI|°[CF]|%)((?:\/[a-zA-Z]+)*)$/

/** One way of writing for each; µg is misread as mg (ISMP). */
const symbols: ReadonlyMap<string, string> = new Map([
  ['ml', 'mL'],
  ['mls', 'mL'],
  ['mgs', 'mg'],
  ['mcgs', 'mcg'],
  ['kgs', 'kg'],
  ['\u00b5g', 'mcg'],
  ['\u03bcg', 'mcg'],
])

/** U and UI are read as zeros (ISMP); U/L is a laboratory's. */
const inWords: ReadonlyMap<string, Readonly<Record<'en' | 'fr', string>>> = new Map(
  ['U', 'UI'].map((letters) => [letters, { en: 'units', fr: 'unités' }]),
)

/** "ward 5U", « chambre 10U »: a name. */
const labels = wordSet('room ward unit floor bed mrn chambre unité étage lit dossier')

/** « 2.5 » is 2,5; "1.000" may be a thousand. */
export const withMark = (number: string, decimalMark: string) =>
  /\.\d{1,2}$|^0\./.test(number) ? number.replace('.', decimalMark) : number

/** "81mg" is 81 mg: a number run into its unit is misread (ISMP). "5-10mg" is 5-10 mg. */
export function readGluedUnit(reading: Reading, at: number): readonly Span[] | null {
  const token = reading.tokens[at]
  const [, number = '', unit = '', under = ''] = glued.exec(token?.core ?? '') ?? []
  const from = reading.firstAtom[at] ?? 0
  if (number === '' || !token || token.atoms.length > 2) return null
  if (unit === 'U' && labels.has(previous(reading.atoms, from))) return null
  const symbol = symbols.get(unit) ?? unit
  const numbers = number.split('-')
  const span = valueFrom(reading, 'measure', [
    {
      from,
      to: from + token.atoms.length,
      rule: 'measure.glued-unit',
      write: ({ unitSpace, percentSpace, decimalMark, language }) => {
        const digits = numbers.map((each) => withMark(each, decimalMark)).join('-')
        const word = inWords.get(symbol)?.[language]
        if (word !== undefined && under === '') return `${digits} ${word}`
        return digits + (symbol === '%' ? percentSpace : unitSpace) + symbol + under
      },
    },
  ])
  return span && [span]
}
