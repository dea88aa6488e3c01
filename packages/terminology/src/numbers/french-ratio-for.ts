import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { numeralStep } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchRunAt } from './french-run.ts'
import { writeNumeral } from './numeral.ts'
import type { SaidNumeral } from './said-numeral.ts'

const ratioFrame = wordSet('rapport ratio conduction bloc dilution shunt proportion titre')

/** « épinéphrine un pour dix mille », « conduction deux pour un »; « deux pour cent mille habitants » is a rate. */
export function readFrenchFor(
  reading: Reading,
  left: SaidNumeral,
  right: SaidNumeral,
): readonly Span[] | null {
  const { atoms } = reading
  // « la proportion atteint quatre vingt onze pour cent »
  if (right.value === 100 && !right.isWritten) return null
  const { before } = aroundAtoms(reading, left.from, right.to)
  const isFramed = left.isWhole && before.slice(0, 3).some((word) => ratioFrame.has(word))
  const isRound = right.value >= 1000 && right.value % 1000 === 0
  const unit = frenchUnitAt(atoms, right.to)
  if (!isFramed && (!isRound || unit)) return doubtSwallowed(atoms, left, right)
  if (unit) return null
  const isRatio = isFramed || (left.value === 1 && !counted.has(close(atoms, right.to)))
  // « cinq pour mille » is 5 ‰.
  if (!isRatio && frenchUnitAt(atoms, left.to)) return null
  const span = valueFrom(
    reading,
    'ratio',
    isRatio ? ratioSteps(left, right) : rateSteps(left, right),
  )
  return span && [span]
}

/** « épinéphrine un pour mille zéro virgule trois millilitre »: how thin it is, and then how much of it. */
export function readFrenchDilution(
  reading: Reading,
  left: SaidNumeral,
  at: number,
): readonly Span[] | null {
  const [most] = frenchRunAt(reading.atoms, at)
  if (left.value !== 1 || !most || !/^10{3,5}$/.test(most.digits)) return null
  const { before } = aroundAtoms(reading, left.from, most.to)
  if (!before.slice(0, 3).some((word) => diluted.has(word))) return null
  const span = valueFrom(reading, 'ratio', [
    {
      from: left.from,
      to: most.to,
      rule: 'number.ratio',
      write: (profile) => `1:${writeNumeral({ integer: most.digits, fraction: null }, profile)}`,
    },
  ])
  return span && [span]
}

const diluted = wordSet(
  'épinéphrine adrénaline adrénalinée épinéphrinée xylocaïne lidocaïne dilution dilué diluée',
)

const ratioSteps = (left: SaidNumeral, right: SaidNumeral): readonly Step[] => [
  {
    from: left.from,
    to: right.to,
    rule: 'number.ratio',
    write: (profile) =>
      [left, right].map(({ numeral }) => writeNumeral(numeral, profile)).join(':'),
  },
]

const rateSteps = (left: SaidNumeral, right: SaidNumeral): readonly Step[] => [
  numeralStep(left),
  { from: left.to, to: right.from, rule: 'number.ratio', left: 'space' },
  { ...numeralStep(right), left: 'space' },
]

/** « épinéphrine un pour cent mille dix millilitres »: the volume begins somewhere in the number. */
function doubtSwallowed(atoms: readonly Atom[], left: SaidNumeral, right: SaidNumeral) {
  const isOfThousands = left.value === 1 ? right.value >= 1000 : close(atoms, right.from) === 'cent'
  if (!isOfThousands || right.value < 1000) return null
  return doubtUpTo(atoms, left.from, frenchUnitAt(atoms, right.to)?.to ?? right.to)
}

const counted = wordSet(
  'habitants personnes patients patientes naissances cas femmes hommes enfants années grossesses accouchements',
)
