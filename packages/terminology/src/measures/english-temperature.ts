import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishUnitAt } from './english-unit-at.ts'

const frame = wordSet('temperature temp tmax febrile')
const between = wordSet('of is was at to maximum max oral rectal axillary tympanic today a')
/** In what an engine wrote the scale is missing only where a vital sign is listed. */
const isWas = wordSet('of is was')

/**
 * A body temperature: 98.6 °F, 37.5 °C. Where the scale was not said it is written only in a frame and
 * where the number can be a living body's on one scale alone.
 */
export function readEnglishTemperature(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  if (!said || /^(?:to|and|or|over)$/.test(close(atoms, said.to))) return null
  const unit = englishUnitAt(atoms, said.to)
  if (unit && unit.symbol !== '°') return null
  const { before } = aroundOf(reading, at, at + 1)
  const letter = scales.get(close(atoms, said.to))
  const scale = scaleOf(said.value)
  const links = said.isWritten ? isWas : between
  const isFramed = frame.has(before.find((word) => !links.has(word)) ?? '')
  if (!scale || !isFramed || (letter && letter !== scale)) return null
  const to = unit?.to ?? (letter ? said.to + 1 : said.to)
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

/** "37.2 C", as an engine writes it. */
const scales: ReadonlyMap<string, string> = new Map([
  ['c', '°C'],
  ['f', '°F'],
])

function scaleOf(value: number): '°C' | '°F' | null {
  if (value >= 34 && value <= 43) return '°C'
  return value >= 93 && value <= 109 ? '°F' : null
}
