import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishUnitAt } from './english-unit-at.ts'

const frame = wordSet('temperature temp tmax febrile')
const between = wordSet('of is was at to maximum max oral rectal axillary tympanic today a')

/**
 * A body temperature: 98.6 °F, 37.5 °C. Where the scale was not said it is written only in a frame and
 * where the number can be a living body's on one scale alone.
 */
export function readEnglishTemperature(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  if (!said || said.isWritten) return null
  const unit = englishUnitAt(atoms, said.to)
  if (unit && unit.symbol !== '°') return null
  const { before } = aroundOf(reading, at, at + 1)
  const scale = scaleOf(said.value)
  const isFramed = frame.has(before.find((word) => !between.has(word)) ?? '')
  if (!scale || !isFramed) return null
  const to = unit?.to ?? said.to
  const span = valueFrom(reading, 'measure', [
    {
      from,
      to,
      rule: 'measure.body-temperature',
      write: (profile) => writeNumeral(said.numeral, profile) + profile.unitSpace + scale,
    },
  ])
  return span && [span]
}

function scaleOf(value: number): '°C' | '°F' | null {
  if (value >= 34 && value <= 43) return '°C'
  return value >= 93 && value <= 109 ? '°F' : null
}
