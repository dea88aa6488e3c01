import { isTailOfPercent } from '../measures/french-measure.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { unitStep } from '../measures/measure-steps.ts'
import {
  close,
  doubtUpTo,
  isWholeTokens,
  next,
  previous,
  type Step,
  valueFrom,
} from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import { asSpoken, type Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchCardinalAt, isFrenchNumberWord } from './french-cardinal.ts'
import { fractionOf, frenchDecimalWords } from './french-decimal.ts'
import { frenchNumeralAt } from './french-numeral.ts'
import { frenchOrdinalAt } from './french-ordinal.ts'
import { frenchRunAt } from './french-run.ts'
import type { NumberGroup } from './number-run.ts'
import { numeralWriting } from './numeral.ts'
import type { SaidNumeral } from './said-numeral.ts'

/**
 * Numbers that no other family took. What was said as one number is written as one; what could be several stays as it was
 * said, and in doubt. Below ten, words stay words. A wrong dose is worse than a spelt-out one.
 */
export function readFrenchNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const run = frenchRunAt(atoms, from)
  const said = frenchNumeralAt(atoms, from)
  const to = said?.to ?? run.at(-1)?.to
  if (to === undefined || isTailOfPercent(reading, from)) return null
  const list = readList(reading, from)
  if (list) return list
  if (!said) return doubtFrom(reading, from, to)
  if (saysMore(reading, to) && !isFollowedByCount(reading, said))
    return doubtFrom(reading, from, to)
  if (isName(reading, from, to)) return null
  const isCut = said.isWritten && to > from + 1
  if (!isWholeTokens(atoms, from, to) || (said.isWritten && !isCut)) return null
  const isExact = !said.isWhole || said.value < 0 || isOutOf(reading, to) || isOfTime(reading, from)
  const step: Step = {
    from,
    to,
    rule: said.rule,
    write: numeralWriting(said.numeral),
    ...(isExact ? {} : { ifAtLeast: said.value }),
  }
  const span = valueFrom(reading, 'number', [step])
  return span && [span]
}

/** « Louis quatorze », « jean vingt-trois »; « mille et une nuits », « mille mercis », « en mille morceaux », « mille fois merci », « les cent pas ». */
function isName({ atoms }: Reading, from: number, to: number): boolean {
  if (sovereigns.has(previous(atoms, from))) return true
  if (to > from + 1) return false
  const word = close(atoms, to)
  // « il fait les cent pas »
  if (atoms[from]?.text === 'cent') return word === 'pas' && previous(atoms, from) === 'les'
  if (atoms[from]?.text !== 'mille') return false
  if (word === 'fois') return close(atoms, to + 1) !== 'par'
  return afterMille.has(word) || (word === 'et' && close(atoms, to + 1) === 'une')
}

const sovereigns = wordSet(
  'louis henri charles françois philippe jean paul pie benoît grégoire léon édouard napoléon',
)
const afterMille = wordSet('mercis excuses pardons morceaux')

/** « zéro ganglion sur quatorze »: a count out of others that are in digits is in digits too. */
function isOutOf({ atoms }: Reading, to: number): boolean {
  const isNoun = close(atoms, to) !== '' && close(atoms, to + 1) === 'sur'
  const all = isNoun && close(atoms, to + 2) !== '' ? frenchNumeralAt(atoms, to + 2) : null
  return all !== null && all.value >= 10 && frenchUnitAt(atoms, all.to) === null
}

/** « sept jours sur sept », « vingt-quatre heures sur vingt-quatre » */
function isOfTime({ atoms }: Reading, from: number): boolean {
  return (
    previous(atoms, from) === 'sur' &&
    /^(?:jours|heures|semaines|cycles|mois)$/.test(previous(atoms, from, 2))
  )
}

/** A number, an ordinal or a decimal that follows, also after a hesitation: the number is not over yet. */
function saysMore({ atoms }: Reading, to: number): boolean {
  const word = next(atoms, to)
  if (word === '') return false
  if (frenchRunAt(atoms, to).length > 0 || frenchOrdinalAt(atoms, to)) return true
  const isJoint =
    word === 'et' &&
    /^(?:vingt|trente|quarante|cinquante|soixante)$/.test(atoms[to - 1]?.text ?? '')
  if (isJoint && close(atoms, to + 1) !== '')
    return frenchCardinalAt((at) => close(atoms, at), to + 1)?.shape === 'teen'
  return (
    frenchDecimalWords.has(word) &&
    atoms[to + 1]?.joint === 'pause' &&
    frenchRunAt(atoms, to + 1).length > 0
  )
}

/** « deux virgule cinq deux fois par jour », « trois virgule soixante-quinze deux comprimés »: the number is over. */
function isFollowedByCount({ atoms }: Reading, { isWhole, to }: SaidNumeral): boolean {
  const [count, more] = frenchRunAt(atoms, to)
  if (!count || more) return false
  if (close(atoms, count.to) === 'fois') return true
  return !isWhole && frenchUnitAt(atoms, count.to)?.quantity === 'count'
}

/**
 * Numbers one after the other, or a decimal that may be none: as they were said, for a person to look at where one of them
 * is large or had a decimal word.
 */
function doubtFrom(reading: Reading, from: number, end: number): readonly Span[] {
  const { atoms } = reading
  let to = end
  for (let more = moreDoubt(reading, to); more > to; more = moreDoubt(reading, to)) to = more
  while (to < atoms.length && !atoms[to - 1]?.closes) to++
  const run = frenchRunAt(atoms, from)
  const isLarge = run.some(({ digits }) => Number(digits) >= 10)
  const isDecimal = run.length === 1 && frenchDecimalWords.has(close(atoms, run[0]?.to ?? to))
  if (isLarge || isDecimal || frenchUnitAt(atoms, to)) return doubtUpTo(atoms, from, to)
  return asSpoken(atoms[from]?.token ?? 0, (atoms[to - 1]?.token ?? 0) + 1)
}

/** The atom after a further number, joined by nothing, a hesitation, « sur » or a decimal word. */
function moreDoubt({ atoms }: Reading, to: number): number {
  const word = next(atoms, to)
  const isJoint = word === 'sur' || word === 'et' || frenchDecimalWords.has(word)
  const at = isJoint ? to + 1 : to
  if (word === '' || next(atoms, at) === '') return to
  return frenchOrdinalAt(atoms, at)?.to ?? frenchRunAt(atoms, at).at(-1)?.to ?? to
}

/** « dix virgule vingt virgule trente milligrammes »: three numbers or more with a comma between them are a list. */
function readList(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const links: (readonly NumberGroup[])[] = []
  for (let at = from; ; ) {
    const run = frenchRunAt(atoms, at)
    const to = run.at(-1)?.to
    if (to === undefined) break
    links.push(run)
    if (close(atoms, to) !== 'virgule' || close(atoms, to + 1) === '') break
    at = to + 1
  }
  if (links.length < 3) return null
  return links.slice(0, -1).flatMap((run) => {
    const mark = atoms[run.at(-1)?.to ?? 0]?.token ?? 0
    const comma: Span = { from: mark, to: mark + 1, kind: 'mark', mark: 'comma', said: true }
    return [...linkSpans(reading, run), comma]
  })
}

/** One number of the list; several, or one that is written already, stay as they were said. */
function linkSpans(reading: Reading, run: readonly NumberGroup[]): readonly Span[] {
  const { atoms } = reading
  const [first, more] = run
  const isOne = first && !more && first.shape !== 'written'
  const span = isOne ? valueFrom(reading, 'number', [listed(first)]) : null
  const [from, to] = [first?.from ?? 0, run.at(-1)?.to ?? 0]
  return span ? [span] : asSpoken(atoms[from]?.token ?? 0, (atoms[to - 1]?.token ?? 0) + 1)
}

function listed({ digits, from, to }: NumberGroup): Step {
  const numeral = { integer: digits, fraction: null }
  return {
    from,
    to,
    rule: 'number.cardinal',
    ifAtLeast: Number(digits),
    write: numeralWriting(numeral),
  }
}

/**
 * « virgule cinq milligramme » at the beginning or after « de »: the zero before it is written even if it was not said. After
 * another word it may be a comma and a whole dose, a hundred times as much: as it was said, for a person to look at.
 */
export function readFrenchLeadingPoint(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const before = previous(atoms, from)
  if (isNumberBefore(reading, from)) return null
  const run = close(atoms, from + 1) === '' ? [] : frenchRunAt(atoms, from + 1)
  const last = run.at(-1)
  const unit = last ? frenchUnitAt(atoms, last.to) : null
  // « marcaïne point vingt-cinq pour cent » may be 0,25 %: no sentence begins with 25 %.
  if (last && unit?.symbol === '%' && before !== '') return doubtUpTo(atoms, from, unit.to)
  if (!last || unit?.quantity !== 'mass' || unit.isRatio) return null
  const fraction = fractionOf(run)
  if (fraction === null || /^0+$/.test(fraction)) return null
  if (before !== '' && before !== 'de') {
    // Whole sentences are dictated with commas: only what a drug's name stands before is in doubt.
    return isDoseOfName(reading, from) ? doubtUpTo(atoms, from, unit.to) : null
  }
  if (at > 0 && before === '') return null
  const write: Step['write'] = ({ decimalMark }) => `0${decimalMark}${fraction}`
  const span = valueFrom(reading, 'measure', [
    { from, to: last.to, rule: 'number.safe-zeros', write },
    unitStep(unit),
  ])
  return span && [span]
}

function isNumberBefore({ atoms }: Reading, from: number): boolean {
  const word = previous(atoms, from)
  return isFrenchNumberWord(word) || /^\d/.test(word)
}

/** One word before the comma since the sentence began, or since the last mark: « digoxine virgule … ». */
function isDoseOfName(reading: Reading, from: number): boolean {
  return aroundAtoms(reading, from, from + 1).before.length === 1
}
