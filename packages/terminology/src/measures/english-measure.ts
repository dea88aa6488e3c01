import { numberedNouns } from '../numbers/english-frames.ts'
import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import type { SaidNumeral } from '../numbers/said-numeral.ts'
import {
  close,
  doubtUpTo,
  isWholeTokens,
  previous,
  type Step,
  valueFrom,
} from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishHalfAfter } from './english-part-of-unit.ts'
import { englishUnitAt } from './english-unit-at.ts'
import { isDrugUnit, isRewritten, isWrittenUnit, measureSteps } from './measure-steps.ts'
import type { SaidUnit } from './said-unit.ts'
import { isVitalSign, type VitalSigns } from './vital-sign.ts'

/** "five milligrams per decilitre", "ninety-seven percent", "three days". */
export function readEnglishMeasure(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  const unit = said && englishUnitAt(atoms, said.to)
  if (!said || !unit || !isWholeTokens(atoms, from, unit.to)) return null
  if (isApproximate(said, unit) && !countsOne(atoms, said, unit)) return null
  if (maySayOther(atoms, said, unit)) return null
  if (isVitalSign(atoms, said, unit, vitalSigns)) return doubtUpTo(atoms, from, unit.to)
  if (
    said.isWritten &&
    isWrittenUnit(reading, unit) &&
    !isRewritten(said, unit) &&
    !isAdjective(reading, said, unit)
  )
    return null
  if (isSentenceStart(reading, said) && !isPartOfTime(atoms, said, unit)) return null
  if (mayBeCount(atoms, said, unit) || mayBeTwo(atoms, said, unit)) {
    return doubtUpTo(atoms, from, unit.to)
  }
  const steps = isAdjective(reading, said, unit)
    ? adjectiveSteps(said, unit)
    : (englishHalfAfter(atoms, said, unit) ?? measureSteps(said, unit))
  const span = valueFrom(
    reading,
    'measure',
    isArticleOfNoun(atoms, said, unit) ? withArticle(steps) : steps,
  )
  return span && [span]
}

/** "pulse seventy two milligrams": the pulse may end at seventy. A hyphen would say that it does not. */
function mayBeTwo(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (said.isWritten || unit.isRatio || !isDrugUnit(unit)) return false
  return (
    atoms[said.to - 1]?.joint === 'space' && said.to > said.from + 1 && takesNumber(atoms, said)
  )
}

const vitalSigns: VitalSigns = {
  names: wordSet('pulse respirations saturation sats spo2 temp temperature gcs'),
  links: wordSet('of is was at'),
}

const takesNumber = (atoms: Reading['atoms'], { from }: SaidNumeral) =>
  numberTakers.has(previous(atoms, from))
/** What has a number of its own, which is in no unit of a drug. */
const numberTakers = wordSet(`
  age aged pulse rate respirations resps saturation sats spo2 temp temperature gcs score room bed page day weight
`)

/**
 * "thirty five milligram tablets": thirty of five milligrams, or some of thirty-five. A hyphen in the number or a plural
 * unit would say which.
 */
function mayBeCount(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (said.isWritten || !said.isWhole || unit.quantity !== 'mass' || unit.isRatio) return false
  if (said.to < said.from + 2 || atoms[said.to - 1]?.joint === 'hyphen') return false
  const isOne = /^(?:milligram|microgram|gram|milliequivalent)$/.test(atoms[unit.from]?.text ?? '')
  return isOne && said.value % 10 !== 0 && said.value < 100 && forms.has(close(atoms, unit.to))
}

const forms = wordSet('tablets tabs capsules caps pills patches lozenges suppositories')

/**
 * "two hundred fifty-milligram tablets" may be tablets of fifty; "twenty second" may be an ordinal, unless it
 * is "a twenty second" something.
 */
function maySayOther(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (atoms[unit.from]?.joint === 'hyphen') {
    return !said.isWritten && atoms[said.from]?.token !== atoms[unit.from]?.token
  }
  if (isLabelled(atoms, said, unit)) return true
  if (atoms[unit.from]?.text !== 'second' || said.isWritten) return false
  return said.value >= 20 && said.value % 10 === 0 && previous(atoms, said.from) !== 'a'
}

/** "cycle four day one", "page twelve second paragraph": the number is of what stands before it. */
function isLabelled(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (!spans.has(atoms[unit.from]?.text ?? '') || unit.to !== unit.from + 1) return false
  if (!numberedNouns.has(previous(atoms, said.from))) return false
  const after = close(atoms, unit.to)
  if (after === '') return false
  return atoms[unit.from]?.text === 'second' || englishNumeralAt(atoms, unit.to) !== null
}

/** "one day he fell", "a hundred patients": a figure of speech, not a count. */
export function isApproximate(said: SaidNumeral, unit: SaidUnit): boolean {
  const isWord = unit.symbol === null
  if (said.isArticle && isWord) return true
  const isCounted = unit.quantity === 'count' || unit.quantity === 'dose'
  return isWord && !isCounted && said.value === 1 && !said.isWritten && said.isWhole
}

/** "one teaspoon daily", "one hour and ten minutes": a measure all the same. */
function countsOne(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (said.isArticle) return false
  if (unit.quantity === 'time') return isPartOfTime(atoms, said, unit)
  return household.has(atoms[unit.to - 1]?.text ?? '') || isArea(atoms, unit)
}

/** One of them is never a part of the body or a stone. */
const household = wordSet(`
  teaspoon tablespoon cup pint quart gallon ounce pound inch yard mile
`)
const isArea = (atoms: Reading['atoms'], { from, to }: SaidUnit) =>
  to > from + 1 && /^(?:square|cubic)$/.test(atoms[from]?.text ?? '')

const times = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']
const sizeOf = (word: string) => times.indexOf(word.replace(/s$/, ''))

/** A time beside a shorter one: "one hour ten minutes", "thirty two weeks and one day". */
function isPartOfTime(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  const size = sizeOf(atoms[unit.from]?.text ?? '')
  const and = close(atoms, unit.to) === 'and' ? unit.to + 1 : unit.to
  const next = close(atoms, and) === '' ? null : englishNumeralAt(atoms, and)
  if (next && isSmaller(close(atoms, next.to), size)) return true
  const before = previous(atoms, said.from) === 'and' ? 2 : 1
  const larger = sizeOf(previous(atoms, said.from, before))
  // "for two weeks and one day he fell"
  return larger > size && size >= 0 && !subjects.has(close(atoms, unit.to))
}

const isSmaller = (word: string, than: number) => {
  const size = sizeOf(word)
  return size >= 0 && size < than
}
const subjects = wordSet('he she they it we i you the a an his her their this that there')

/** "One drop of latanoprost is instilled": a sentence does not begin with a digit that nobody needs. */
function isSentenceStart(
  { tokens, atoms }: Reading,
  { from, value, isWhole }: SaidNumeral,
): boolean {
  return isWhole && value === 1 && /^One$/.test(tokens[atoms[from]?.token ?? 0]?.core ?? '')
}

/** "a hundred milligram dose": the article is the dose's, and stays; "a hundred milligrams" is 100 mg. */
function isArticleOfNoun(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (atoms[said.from]?.text !== 'a' || unit.isRatio) return false
  const last = atoms[unit.to - 1]?.text ?? ''
  const after = close(atoms, unit.to)
  if (last === 'percent') return changes.has(after)
  // "gave a hundred mg metoprolol": a short form is as often plural.
  return /^(?:[a-z]{3,}[^s]|day)$/.test(last) && after !== '' && !noNoun.has(after)
}

/** The article as it was said, and the number apart from it. */
function withArticle([number, ...rest]: readonly Step[]): readonly Step[] {
  if (!number) return rest
  const article = { from: number.from, to: number.from + 1, rule: number.rule }
  return [article, { ...number, from: article.to, left: 'space' }, ...rest]
}

const changes = wordSet(`
  increase decrease reduction improvement rise drop chance risk mortality recovery response occlusion stenosis
`)
const noNoun = wordSet(`
  of and or to in on at with by for from per than then as is was are were daily twice once every
`)

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
