import { englishUnitAt } from '../measures/english-unit-at.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { leftOutHundred } from './english-elision.ts'
import { airwayFrame, ratioFrame, titreFrame } from './english-frames.ts'
import { englishNumeralAt } from './english-numeral.ts'
import { englishRunAt } from './english-run.ts'
import type { Numeral } from './numeral.ts'
import { writeNumeral } from './numeral.ts'
import { isOnScaleBefore } from './scale-before.ts'

type Side = {
  readonly value: number
  readonly numeral: Numeral
  readonly to: number
  /** "four plus" of a strength. */
  readonly mark?: string
}

/** "one twenty over eighty", "grade two over six", "four out of five strength", "one to ten thousand". */
export function readEnglishRatio(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const plain = sideAt(atoms, from)
  if (!plain) return null
  const left = withStrength(atoms, plain)
  const sign = signAt(atoms, left.to)
  const right = sign && close(atoms, sign.to) !== '' ? sideAt(atoms, sign.to) : null
  if (!sign || !right) return null
  if (sign.word === 'or') return readScoreRange(reading, from, left, right)
  if (sign.word !== 'to') return readOver(reading, from, left, right, sign.word)
  return (
    readPressureRange(reading, from, left, right) ??
    readScoreRange(reading, from, left, right) ??
    readTitre(reading, from, left, right)
  )
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

/** "four plus over five": a strength between two. */
function withStrength(atoms: readonly Atom[], side: Side): Side {
  const mark = strengthMarks.get(close(atoms, side.to))
  if (mark === undefined || side.value > 5) return side
  const sign = signAt(atoms, side.to + 1)
  const isOfFive = sign && /^(?:over|out of)$/.test(sign.word) && close(atoms, sign.to) === 'five'
  return isOfFive ? { ...side, mark, to: side.to + 1 } : side
}

const strengthMarks = new Map([
  ['plus', '+'],
  ['minus', '-'],
])

function signAt(atoms: readonly Atom[], at: number) {
  const word = close(atoms, at)
  if (/^(?:over|slash|\/|to|or)$/.test(word)) return { word, to: at + 1 }
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
  const isPressure =
    sign !== 'out of' &&
    (isBloodPressure(left.value, right.value) || isAirway(reading, from, left.value, right.value))
  if (!isPressure && !isScore(reading, from, to, left.value, right.value, sign)) return null
  const type = isPressure ? 'pressure' : 'ratio'
  const span = valueFrom(reading, type, [
    {
      from,
      to: right.to,
      rule: 'number.ratio',
      write: (profile) =>
        `${writeNumeral(left.numeral, profile)}${left.mark ?? ''}/${writeNumeral(right.numeral, profile)}`,
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

/** "four to five out of ten", "six or seven out of ten". */
function readScoreRange(
  reading: Reading,
  from: number,
  low: Side,
  high: Side,
): readonly Span[] | null {
  const { atoms } = reading
  const sign = signAt(atoms, high.to)
  const most = sign?.word === 'out of' ? sideAt(atoms, sign.to) : null
  if (!most || low.value >= high.value || goesOn(atoms, most.to)) return null
  if (!isScore(reading, from, most.to, high.value, most.value, 'out of')) return null
  const isEither = close(atoms, low.to) === 'or'
  const write: Step['write'] = ({ rangeMark }) =>
    `${low.value}${isEither ? ' or ' : rangeMark}${high.value}/${most.value}`
  const span = valueFrom(reading, 'ratio', [{ from, to: most.to, rule: 'number.ratio', write }])
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

/** "bipap ten over five", in cmH2O. */
function isAirway(reading: Reading, from: number, top: number, bottom: number): boolean {
  if (top > 40 || bottom < 2 || top <= bottom) return false
  return aroundAtoms(reading, from, from + 1)
    .before.slice(0, 3)
    .some((word) => airwayFrame.has(word))
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
  if (sign === 'out of' ? isOutOfTen(atoms, to, top, bottom) : isOfFive(atoms, to, top, bottom))
    return true
  if (![4, 5, 6, 9, 10, 15, 20, 21, 27, 30, 100].includes(bottom) || top > bottom) return false
  const { before, after } = aroundAtoms(reading, from, to)
  return (
    before.some((atom) => ratioFrame.has(atom)) ||
    after.slice(0, 2).some((atom) => ratioFrame.has(atom)) ||
    ((close(atoms, to) === '' || afterStrength.has(close(atoms, to))) &&
      isOnScaleBefore(reading, from, (most) => most === bottom, scales))
  )
}

const scales = {
  overTo: (atoms: readonly Atom[], at: number) => {
    const sign = signAt(atoms, at)
    return sign && /^(?:over|out of)$/.test(sign.word) ? sign.to : null
  },
  numeralAt: englishNumeralAt,
  rated: ratioFrame,
}

/** Pain, and all that people rate, is out of ten; "seven out of ten patients" are counted. */
function isOutOfTen(atoms: readonly Atom[], to: number, top: number, bottom: number): boolean {
  if (bottom !== 10 || top > 10) return false
  const after = close(atoms, to)
  return !counted.test(after) || noPlurals.has(after)
}

/** "five over five", as nothing but strength is said. */
function isOfFive(atoms: readonly Atom[], to: number, top: number, bottom: number): boolean {
  const after = close(atoms, to)
  return bottom === 5 && top <= 5 && (after === '' || afterStrength.has(after))
}

const afterStrength = wordSet(
  'in on throughout bilaterally and at of with after proximally distally strength',
)
const counted = /^(?:people|men|women|children|adults)$|[^us]s$/
const noPlurals = wordSet('is was as has his hers does always sometimes radiates hurts lasts')

/** "epinephrine one to ten thousand", "a titre of one to eighty", "a three to one ratio". */
function readTitre(
  reading: Reading,
  from: number,
  left: Side,
  right: Side,
): readonly Span[] | null {
  const { atoms } = reading
  const { before } = aroundAtoms(reading, from, right.to)
  const isNamed = ratioNouns.has(close(atoms, right.to)) || before.slice(0, 2).includes('ratio')
  const isFramed = isNamed || (left.value === 1 && before.some((atom) => titreFrame.has(atom)))
  const isDilution = left.value === 1 && dilutions.has(right.value)
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

/** "one to two thousand people" is none. */
const dilutions = new Set([1000, 10_000, 50_000, 80_000, 100_000, 200_000, 1_000_000])

const ratioNouns = new Set(['ratio', 'block', 'conduction', 'dilution', 'shunt', 'odds'])
