import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { close, isWholeTokens, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { englishUnitAt, type SaidUnit } from './english-unit-at.ts'

/** "five milligrams per decilitre", "ninety-seven percent", "three days". */
export function readEnglishMeasure(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  const unit = said && englishUnitAt(atoms, said.to)
  if (!said || !unit || !isWholeTokens(atoms, from, unit.to)) return null
  if (isApproximate(said, unit) || maySayOther(atoms, said, unit)) return null
  if (
    said.isWritten &&
    isWrittenUnit(reading, unit) &&
    !isRewritten(said, unit) &&
    !isAdjective(reading, said, unit)
  )
    return null
  if (isSentenceStart(reading, said)) return null
  const steps = isAdjective(reading, said, unit)
    ? adjectiveSteps(said, unit)
    : measureSteps(said, unit)
  const span = valueFrom(reading, 'measure', steps)
  return span && [span]
}

/**
 * "two hundred fifty-milligram tablets" may be tablets of fifty; "twenty second" may be an ordinal, unless it
 * is "a twenty second" something.
 */
function maySayOther(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (atoms[unit.from]?.joint === 'hyphen') {
    return !said.isWritten && atoms[said.from]?.token !== atoms[unit.from]?.token
  }
  if (atoms[unit.from]?.text !== 'second' || said.isWritten) return false
  return said.value >= 20 && said.value % 10 === 0 && previous(atoms, said.from) !== 'a'
}

/** What is written already stays, whatever the profile would put between number and unit. */
export function isWrittenUnit({ tokens, atoms }: Reading, { from, to, symbol }: SaidUnit): boolean {
  const first = atoms[from]?.token ?? 0
  const end = (atoms[to - 1]?.token ?? 0) + 1
  const said = tokens.slice(first, end).map(({ core }) => core)
  return (
    symbol === null ||
    (said.join(' ') === symbol && symbol !== '%') ||
    atoms[from]?.joint === 'hyphen'
  )
}

/** "one day he fell", "a hundred patients": a figure of speech, not a count. */
export function isApproximate(said: SaidNumeral, unit: SaidUnit): boolean {
  const isWord = unit.symbol === null
  if (said.isArticle && isWord) return true
  const isCounted = unit.quantity === 'count' || unit.quantity === 'dose'
  return isWord && !isCounted && said.value === 1 && !said.isWritten && said.isWhole
}

/** The digits and the unit of a measure; the unit stands apart as the profile says. */
export function measureSteps(said: SaidNumeral, unit: SaidUnit): readonly Step[] {
  return [
    numeralStep(said, unit),
    {
      from: unit.from,
      to: unit.to,
      rule: 'unit.short-form',
      left: unit.symbol === null ? 'space' : unit.gap,
      ...writeSymbol(unit),
    },
  ]
}

function writeSymbol({ symbol }: SaidUnit): Pick<Step, 'write'> {
  return symbol === null ? {} : { write: () => symbol }
}

export function numeralStep(said: SaidNumeral, unit: SaidUnit | null = null): Step {
  const { from, to } = said
  const isDose = unit !== null && !unit.isRatio && /^(?:mass|dose)$/.test(unit.quantity)
  const trimmed = isDose ? withoutTrailingZeros(said) : said.numeral
  const isSame = JSON.stringify(trimmed) === JSON.stringify(said.numeral)
  const rule = isSame ? said.rule : 'number.safe-zeros'
  return { from, to, rule, write: (profile) => writeNumeral(trimmed, profile) }
}

/** A dose never ends in a zero after the mark: 5.0 mg is given as 50 (Joint Commission, ISMP). */
function withoutTrailingZeros({ numeral }: SaidNumeral): SaidNumeral['numeral'] {
  if ('written' in numeral) return safeWritten(numeral.written)
  if (numeral.fraction === null) return numeral
  const fraction = numeral.fraction.replace(/0+$/, '')
  if (fraction === numeral.fraction) return numeral
  return { ...numeral, fraction: fraction === '' ? null : fraction }
}

/** In a dose that the engine wrote: ".5" is 0.5 and "5.0" is 5. */
function safeWritten(written: string): SaidNumeral['numeral'] {
  const whole = written.startsWith('.') ? `0${written}` : written
  return { written: whole.replace(/\.0+$/, '') }
}

/** True for a written dose whose zeros are not safe. */
function isRewritten(said: SaidNumeral, unit: SaidUnit): boolean {
  return said.isWritten && numeralStep(said, unit).rule === 'number.safe-zeros'
}

/** "One drop of latanoprost is instilled": a sentence does not begin with a digit that nobody needs. */
function isSentenceStart(
  { tokens, atoms }: Reading,
  { from, value, isWhole }: SaidNumeral,
): boolean {
  return isWhole && value === 1 && /^One$/.test(tokens[atoms[from]?.token ?? 0]?.core ?? '')
}

const spans = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])

/** "a twenty-four hour holter": a span of time before what lasts so long. */
function isAdjective({ atoms }: Reading, said: SaidNumeral, unit: SaidUnit): boolean {
  if (unit.quantity !== 'time' || unit.to !== unit.from + 1 || said.value === 1) return false
  const isOne = spans.has(atoms[unit.from]?.text ?? '') && atoms[unit.from]?.joint === 'space'
  return (
    isOne &&
    /^[a-z]/.test(close(atoms, unit.to)) &&
    !/^(?:and|or|of|in|on|ago|to|old)$/.test(close(atoms, unit.to))
  )
}

function adjectiveSteps(said: SaidNumeral, unit: SaidUnit): readonly Step[] {
  const { from, to, rule, numeral } = said
  const write: Step['write'] = (profile) => `${writeNumeral(numeral, profile)}-`
  return [
    { from, to, rule, write },
    { from: unit.from, to: unit.to, rule: 'unit.adjective' },
  ]
}
