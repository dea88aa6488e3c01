import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import { isWholeTokens, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
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
  if (said.isWritten && isWrittenUnit(reading, unit)) return null
  const span = valueFrom(reading, 'measure', measureSteps(said, unit))
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
  return symbol === null || said.join(' ') === symbol || atoms[from]?.joint === 'hyphen'
}

/** "one day he fell", "a hundred patients": a figure of speech, not a count. */
export function isApproximate(said: SaidNumeral, unit: SaidUnit): boolean {
  const isWord = unit.symbol === null
  return (
    (said.isArticle && isWord) || (isWord && said.value === 1 && !said.isWritten && said.isWhole)
  )
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
  const rule = trimmed === said.numeral ? said.rule : 'number.trailing-zero'
  return { from, to, rule, write: (profile) => writeNumeral(trimmed, profile) }
}

/** A dose never ends in a zero after the mark: 5.0 mg is given as 50 (Joint Commission, ISMP). */
function withoutTrailingZeros({ numeral }: SaidNumeral): SaidNumeral['numeral'] {
  if ('written' in numeral || numeral.fraction === null) return numeral
  const fraction = numeral.fraction.replace(/0+$/, '')
  if (fraction === numeral.fraction) return numeral
  return { ...numeral, fraction: fraction === '' ? null : fraction }
}
