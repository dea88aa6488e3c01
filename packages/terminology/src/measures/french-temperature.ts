import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import { type Numeral, writeNumeral } from '../numbers/numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { isPartOver } from './french-second-part.ts'
import { frenchUnitAt } from './french-unit-at.ts'

const frame = wordSet(
  'température températures fièvre fébrile hyperthermie hypothermie tmax thermomètre apyrétique',
)
const between = wordSet(
  "à de d' est était jusqu' jusqu'à buccale rectale axillaire tympanique maximale stable ce matin hier et",
)
const angles = wordSet(
  'angle flexion extension abduction adduction rotation inclinaison pente cobb supination pronation lordose cyphose valgus varus',
)

/** A number of degrees in one of the ways it is said, up to the atom after it. */
type Said = {
  readonly numeral: Numeral
  readonly value: number
  readonly isWhole: boolean
  readonly to: number
}

/**
 * A body temperature: 37,5 °C. Where the scale was not said it is written only in a frame, or after tenths of
 * degrees, and only for what a living body can have.
 */
export function readFrenchTemperature(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const { before } = aroundOf(reading, at, at + 1)
  const isAnnounced = frame.has(before.find((word) => !between.has(word)) ?? '')
  const tenths = inTwo(atoms, from)
  const isFramed = isAnnounced || (tenths !== null && isOfFever(atoms, tenths.to))
  const said = (isFramed ? tenths : null) ?? plain(atoms, from)
  if (!said || said.value < 34 || said.value > 43) return null
  const unit = frenchUnitAt(atoms, said.to) ?? celsiusAt(reading, said.to)
  if (unit && unit.symbol !== '°') return null
  const isTenths = unit !== null && !said.isWhole && !before.some((word) => angles.has(word))
  if (!isFramed && !isTenths) return null
  const to = unit?.to ?? said.to
  const span = valueFrom(reading, 'measure', [
    {
      from,
      to,
      rule: 'measure.body-temperature',
      write: (profile) => `${writeNumeral(said.numeral, profile)}${profile.unitSpace}°C`,
    },
  ])
  return span && [span]
}

/** « 37,2 C »: the letter alone, as an engine writes it. */
function celsiusAt({ atoms, tokens }: Reading, at: number) {
  const isLetter = close(atoms, at) === 'c' && tokens[atoms[at]?.token ?? 0]?.core === 'C'
  return isLetter ? { symbol: '°', to: at + 1 } : null
}

/** « trente-huit deux de fièvre » */
const isOfFever = (atoms: readonly Atom[], at: number) =>
  close(atoms, at) === 'de' && /^(?:fièvre|température)$/.test(close(atoms, at + 1))

function plain(atoms: readonly Atom[], from: number): Said | null {
  const said = frenchNumeralAt(atoms, from)
  return said && said.value > 0 ? said : null
}

/** « trente-sept cinq », « trente-sept degrés cinq », « trente-sept et demi », « trente-sept et deux »: tenths without their mark. */
function inTwo(atoms: readonly Atom[], from: number): Said | null {
  const [whole, tenths, more] = frenchRunAt(atoms, from)
  if (!whole || more || !/^\d\d$/.test(whole.digits)) return null
  if (tenths) {
    return endsTenths(atoms, tenths.to) ? tenthsOf(whole.digits, tenths.digits, tenths.to) : null
  }
  if (close(atoms, whole.to) === 'et') return afterAnd(atoms, whole)
  const isAfterUnit = close(atoms, whole.to) === 'degrés' && close(atoms, whole.to + 1) !== ''
  const [after, second] = isAfterUnit ? frenchRunAt(atoms, whole.to + 1) : []
  return after && !second ? tenthsOf(whole.digits, after.digits, after.to) : null
}

/** « trente-huit deux fois par jour », « deux épisodes », « deux Tylenol »: the last number counts what follows it. */
const endsTenths = (atoms: readonly Atom[], to: number) =>
  isPartOver(atoms, to) || afterTenths.has(close(atoms, to))

/** The next value, how it was taken, its scale. */
const afterTenths = wordSet(`
  pouls tension ta pa pression fc fr fréquence saturation sat sao2 spo2 respiration respirations glycémie poids rythme
  buccale rectale axillaire tympanique orale temporale degrés degré celsius fébrile afébrile stable corrigée maximale
  prise prises mesurée hier aujourd' selon malgré lors durant pendant vers jusqu' hémodynamiquement
`)

/** « trente-huit et demi », « trente-huit et deux », if nothing follows that could be counted. */
function afterAnd(atoms: readonly Atom[], { digits, to }: NumberGroup): Said | null {
  if (/^demie?$/.test(close(atoms, to + 1))) return tenthsOf(digits, '5', to + 2)
  const [tenths, more] = close(atoms, to + 1) === '' ? [] : frenchRunAt(atoms, to + 1)
  if (!tenths || more || !isPartOver(atoms, tenths.to)) return null
  return atoms[tenths.from]?.text === 'une' ? null : tenthsOf(digits, tenths.digits, tenths.to)
}

function tenthsOf(integer: string, fraction: string, to: number): Said | null {
  if (!/^\d$/.test(fraction)) return null
  return {
    numeral: { integer, fraction },
    value: Number(`${integer}.${fraction}`),
    isWhole: false,
    to,
  }
}
