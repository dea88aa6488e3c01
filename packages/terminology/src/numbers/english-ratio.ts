import { englishUnitAt } from '../measures/english-unit-at.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { leftOutHundred } from './english-elision.ts'
import { ratioFrame, titreFrame } from './english-frames.ts'
import { englishNumeralAt } from './english-numeral.ts'
import { englishRunAt } from './english-run.ts'
import type { Numeral } from './numeral.ts'
import { writeNumeral } from './numeral.ts'

type Side = { readonly value: number; readonly numeral: Numeral; readonly to: number }

/** "one twenty over eighty", "grade two over six", "four out of five strength", "one to ten thousand". */
export function readEnglishRatio(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const left = sideAt(atoms, from)
  if (!left) return null
  const sign = signAt(atoms, left.to)
  const right = sign && close(atoms, sign.to) !== '' ? sideAt(atoms, sign.to) : null
  if (!sign || !right) return null
  return sign.word === 'to'
    ? (readPressureRange(reading, from, left, right) ?? readTitre(reading, from, left, right))
    : readOver(reading, from, left, right, sign.word)
}

function sideAt(atoms: readonly Atom[], from: number): Side | null {
  const said = englishNumeralAt(atoms, from)
  if (said) return said.isWhole && said.value >= 0 ? said : null
  const groups = englishRunAt(atoms, from)
  const value = leftOutHundred(groups)
  const to = groups.at(-1)?.to
  if (value === null || to === undefined) return null
  return { value, numeral: { integer: String(value), fraction: null }, to }
}

function signAt(atoms: readonly Atom[], at: number) {
  const word = close(atoms, at)
  if (word === 'over' || word === 'slash' || word === 'to') return { word, to: at + 1 }
  if (word === 'out' && close(atoms, at + 1) === 'of') return { word: 'out of', to: at + 2 }
  return null
}

function readOver(
  reading: Reading,
  from: number,
  left: Side,
  right: Side,
  sign: string,
): readonly Span[] | null {
  const { atoms } = reading
  const unit = englishUnitAt(atoms, right.to)
  const pressure = unit?.symbol === 'mmHg' ? unit : null
  const to = pressure?.to ?? right.to
  if (goesOn(atoms, to) || (unit && !pressure)) return null
  const isPressure = sign !== 'out of' && isBloodPressure(left.value, right.value)
  if (!isPressure && !isScore(reading, from, to, left.value, right.value, sign)) return null
  const type = isPressure ? 'pressure' : 'ratio'
  const span = valueFrom(reading, type, [
    {
      from,
      to: right.to,
      rule: 'number.ratio',
      write: (profile) =>
        `${writeNumeral(left.numeral, profile)}/${writeNumeral(right.numeral, profile)}`,
    },
    ...(pressure
      ? [{ ...pressure, rule: 'unit.short-form', left: 'unit', write: 'mmHg' } as const]
      : []),
  ])
  return span && [span]
}

/** "one twenty to one thirty over eighty". */
function readPressureRange(
  reading: Reading,
  from: number,
  low: Side,
  high: Side,
): readonly Span[] | null {
  const { atoms } = reading
  const isOver = close(atoms, high.to) === 'over' && close(atoms, high.to + 1) !== ''
  const bottom = isOver ? sideAt(atoms, high.to + 1) : null
  if (!bottom || !isBloodPressure(low.value, bottom.value) || high.value <= low.value) return null
  if (!isBloodPressure(high.value, bottom.value) || goesOn(atoms, bottom.to)) return null
  const step: Step = {
    from,
    to: bottom.to,
    rule: 'number.ratio',
    write: (profile) => `${low.value}${profile.rangeMark}${high.value}/${bottom.value}`,
  }
  const span = valueFrom(reading, 'pressure', [step])
  return span && [span]
}

/** Another fraction bar, a repetition, a decimal: what was said is no ratio of two numbers. */
function goesOn(atoms: readonly Atom[], to: number): boolean {
  return /^(?:over|times|point|out)$/.test(close(atoms, to)) && close(atoms, to + 1) !== 'the'
}

/** Systolic over diastolic, in mmHg. */
function isBloodPressure(top: number, bottom: number): boolean {
  return top >= 50 && top <= 300 && bottom >= 20 && bottom <= 200 && top > bottom
}

/**
 * Murmurs are out of 6, strength out of 5, pain out of 10, the Glasgow scale out of 15, the MMSE out of 30.
 * "twenty over forty" is a visual acuity, at 20 feet.
 */
function isScore(
  reading: Reading,
  from: number,
  to: number,
  top: number,
  bottom: number,
  sign: string,
): boolean {
  if (top === 20 && sign !== 'out of' && bottom >= 10 && bottom % 5 === 0 && bottom <= 800)
    return true
  const { atoms } = reading
  if (![4, 5, 6, 9, 10, 15, 20, 21, 27, 30, 100].includes(bottom) || top > bottom) return false
  const first = atoms[from]?.token ?? 0
  const { before, after } = aroundOf(reading, first, (atoms[to - 1]?.token ?? 0) + 1)
  return (
    before.some((atom) => ratioFrame.has(atom)) ||
    after.slice(0, 2).some((atom) => ratioFrame.has(atom))
  )
}

/** "epinephrine one to ten thousand", "a titre of one to eighty", "a three to one ratio". */
function readTitre(
  reading: Reading,
  from: number,
  left: Side,
  right: Side,
): readonly Span[] | null {
  const { atoms } = reading
  const first = atoms[from]?.token ?? 0
  const { before } = aroundOf(reading, first, (atoms[right.to - 1]?.token ?? 0) + 1)
  const isNamed = ratioNouns.has(close(atoms, right.to)) || before.slice(0, 2).includes('ratio')
  const isFramed = isNamed || (left.value === 1 && before.some((atom) => titreFrame.has(atom)))
  const isDilution = left.value === 1 && right.value >= 1000 && right.value % 1000 === 0
  if (!isFramed && !(isDilution && !englishUnitAt(atoms, right.to))) return null
  const write = [left, right] as const
  const span = valueFrom(reading, 'ratio', [
    {
      from,
      to: right.to,
      rule: 'number.ratio',
      write: (profile) => write.map(({ numeral }) => writeNumeral(numeral, profile)).join(':'),
    },
  ])
  return span && [span]
}

const ratioNouns = new Set(['ratio', 'block', 'conduction', 'dilution', 'shunt', 'odds'])
