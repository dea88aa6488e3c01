import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import { numeralWriting, writeNumeral } from '../numbers/numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchUnitAt } from './french-unit-at.ts'

const rule = 'dose.frequency'

type Form = { readonly text: string; readonly needsDose?: true }

/** Letters that are spelled; « die » and « co » are words already. */
export const frenchFrequencies = indexPhrases<Form>([
  ...['bid', 'tid', 'qid', 'prn', 'hs', 'po'].flatMap((letters) => {
    const text = letters.toUpperCase()
    const spelled = [...letters]
    return [
      [spelled.join(' '), { text }] as const,
      [spelled.join('.'), { text }] as const,
      [letters, { text, needsDose: true }] as const,
    ]
  }),
  ...['1', '2', '3', '4', '6', '8', '12', '24', '48', '72'].map(
    (hours) => [`q${hours}h`, { text: `q${hours}h` }] as const,
  ),
])

/** « b i d » is BID; « bid » only right after a dose. */
export function readFrenchFrequency(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom, last } = reading
  const from = firstAtom[at] ?? 0
  const match = matchAtoms(frenchFrequencies, atoms, from)
  if (!match) return null
  const { text, needsDose } = match.meaning
  if (text === 'PO' && isOxygenPressure(atoms, match.to)) return null
  const isDosed = last?.kind === 'value' && last.to === at
  if (needsDose && !isDosed) return null
  return spanOf(reading, [{ from, to: match.to, rule, write: text }])
}

/** « p o deux soixante-huit » is pO2 68; « p o deux fois par jour » by mouth. */
export function isOxygenPressure(atoms: readonly Atom[], at: number): boolean {
  const [two, value, more] = close(atoms, at) === 'deux' ? frenchRunAt(atoms, at) : []
  const pressure = Number(value?.digits)
  if (!two || !value || more || two.digits !== '2' || !(pressure >= 20 && pressure <= 600))
    return false
  const unit = frenchUnitAt(atoms, value.to)
  return close(atoms, value.to) !== 'fois' && (unit === null || unit.symbol === 'mmHg')
}

/** « q huit heures », heard as « queue » too, is q8h. */
export function readFrenchInterval(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const ends = close(atoms, from + 1) === '' ? null : endsAt(reading, from + 1)
  if (!ends || !/^(?:heures?|h)$/.test(close(atoms, ends.to))) return null
  const write: Step['write'] = (profile) =>
    `q${ends.said.map(({ numeral }) => writeNumeral(numeral, profile)).join('-')}h`
  return spanOf(reading, [{ from, to: ends.to + 1, rule, write }])
}

/** « aux quatre à six heures » is aux 4 à 6 h. */
export function readFrenchEveryHours(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (previous(atoms, from) !== 'aux') return null
  const ends = endsAt(reading, from)
  if (!ends || !/^(?:heures?|h)$/.test(close(atoms, ends.to))) return null
  const write: Step['write'] = (profile) =>
    `${ends.said.map(({ numeral }) => writeNumeral(numeral, profile)).join(' à ')}${profile.unitSpace}h`
  return spanOf(reading, [{ from, to: ends.to + 1, rule, write }])
}

/** One number, or two with « à » between. */
function endsAt({ atoms }: Reading, from: number) {
  const first = frenchNumeralAt(atoms, from)
  if (!first?.isWhole || first.value < 1 || first.value > 99) return null
  const isRange = close(atoms, first.to) === 'à' && close(atoms, first.to + 1) !== ''
  const second = isRange ? frenchNumeralAt(atoms, first.to + 1) : null
  if (isRange && !second?.isWhole) return null
  return { said: second ? [first, second] : [first], to: second?.to ?? first.to }
}

const periods = wordSet('jour semaine mois an année heure nuit minute séance repas')

/** « trois fois par jour » is 3 fois par jour; « une fois par jour » stays. */
export function readFrenchTimes(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const ends = endsAt(reading, from)
  if (!ends || ends.said[0]?.isWritten || close(atoms, ends.to) !== 'fois') return null
  const isPer = close(atoms, ends.to + 1) === 'par' && periods.has(close(atoms, ends.to + 2))
  const [first, second] = ends.said
  if (!first || !isPer || (first.value === 1 && !second)) return null
  const digits = (said: typeof first): Step => ({
    from: said.from,
    to: said.to,
    rule: said.rule,
    left: 'space',
    write: numeralWriting(said.numeral),
  })
  const joint: Step = { from: first.to, to: first.to + 1, rule, left: 'space' }
  return spanOf(reading, [
    digits(first),
    ...(second ? [joint, digits(second)] : []),
    { from: ends.to, to: ends.to + 1, rule, left: 'space' },
  ])
}

function spanOf(reading: Reading, steps: readonly Step[]): readonly Span[] | null {
  const span = valueFrom(reading, 'frequency', steps)
  return span && [span]
}
