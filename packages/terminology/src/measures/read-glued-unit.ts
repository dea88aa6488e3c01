import { previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const glued =
  /^(\d+(?:[.,]\d+)?)(mg|mcg|kg|g|mL|ml|mmHg|mmol|mEq|cm|mm|units|U|[\u00b5\u03bc]g|°[CF]|%)$/

/** Short forms that are misread (ISMP): 10U looks like 100, µg like mg. */
const safe: ReadonlyMap<string, string> = new Map([
  ['ml', 'mL'],
  ['U', 'units'],
  ['\u00b5g', 'mcg'],
  ['\u03bcg', 'mcg'],
])

/** "ward 5U", « chambre 10U »: a name. */
const labels = wordSet('room ward unit floor bed mrn chambre unité étage lit dossier')

/** "81mg" is 81 mg: a number run into its unit is misread (ISMP). */
export function readGluedUnit(reading: Reading, at: number): readonly Span[] | null {
  const token = reading.tokens[at]
  const [, number = '', unit = ''] = glued.exec(token?.core ?? '') ?? []
  const from = reading.firstAtom[at] ?? 0
  if (number === '' || token?.atoms.length !== 1) return null
  if (unit === 'U' && labels.has(previous(reading.atoms, from))) return null
  const symbol = safe.get(unit) ?? unit
  const span = valueFrom(reading, 'measure', [
    {
      from,
      to: from + 1,
      rule: 'measure.glued-unit',
      write: ({ unitSpace, percentSpace }) =>
        number + (symbol === '%' ? percentSpace : unitSpace) + symbol,
    },
  ])
  return span && [span]
}
