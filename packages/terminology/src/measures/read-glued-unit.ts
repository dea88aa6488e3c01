import { previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const glued =
  /^(\d+(?:[.,]\d+)?)(mg|mcg|[\u00b5\u03bc]g|kg|g|mL|ml|mmHg|mmol|mEq|cm|mm|units|U|UI|°[CF]|%)((?:\/[a-zA-Z]+)*)$/

/** One way of writing for each; µg is misread as mg (ISMP). */
const symbols: ReadonlyMap<string, string> = new Map([
  ['ml', 'mL'],
  ['\u00b5g', 'mcg'],
  ['\u03bcg', 'mcg'],
])

/** U and UI are read as zeros (ISMP); U/L is a laboratory's. */
const inWords: ReadonlyMap<string, Readonly<Record<'en' | 'fr', string>>> = new Map(
  ['U', 'UI'].map((letters) => [letters, { en: 'units', fr: 'unités' }]),
)

/** "ward 5U", « chambre 10U »: a name. */
const labels = wordSet('room ward unit floor bed mrn chambre unité étage lit dossier')

/** "81mg" is 81 mg: a number run into its unit is misread (ISMP). « 2.5mg » is 2,5 mg, where "1.000" may be a thousand. */
export function readGluedUnit(reading: Reading, at: number): readonly Span[] | null {
  const token = reading.tokens[at]
  const [, number = '', unit = '', under = ''] = glued.exec(token?.core ?? '') ?? []
  const from = reading.firstAtom[at] ?? 0
  if (number === '' || token?.atoms.length !== 1) return null
  if (unit === 'U' && labels.has(previous(reading.atoms, from))) return null
  const symbol = symbols.get(unit) ?? unit
  const isDecimal = /\.\d{1,2}$|^0\./.test(number)
  const span = valueFrom(reading, 'measure', [
    {
      from,
      to: from + 1,
      rule: 'measure.glued-unit',
      write: ({ unitSpace, percentSpace, decimalMark, language }) => {
        const digits = isDecimal ? number.replace('.', decimalMark) : number
        const word = inWords.get(symbol)?.[language]
        if (word !== undefined && under === '') return `${digits} ${word}`
        return digits + (symbol === '%' ? percentSpace : unitSpace) + symbol + under
      },
    },
  ])
  return span && [span]
}
