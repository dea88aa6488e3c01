import { valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

const glued = /^(\d+(?:[.,]\d+)?)(mg|mcg|kg|g|mL|ml|mmHg|mmol|mEq|cm|mm|units|°[CF]|%)$/

/** "81mg" is 81 mg: a number run into its unit is misread (ISMP). */
export function readGluedUnit(reading: Reading, at: number): readonly Span[] | null {
  const token = reading.tokens[at]
  const [, number = '', unit = ''] = glued.exec(token?.core ?? '') ?? []
  const from = reading.firstAtom[at] ?? 0
  if (number === '' || token?.atoms.length !== 1) return null
  const symbol = unit === 'ml' ? 'mL' : unit
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
