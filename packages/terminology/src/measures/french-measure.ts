import { isFrenchNumberWord } from '../numbers/french-cardinal.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import type { SaidNumeral } from '../numbers/said-numeral.ts'
import {
  close,
  doubtUpTo,
  isWholeTokens,
  next,
  previous,
  type Step,
  valueFrom,
} from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchUnitAt } from './french-unit-at.ts'
import { isDrugUnit, measureSteps } from './measure-steps.ts'
import type { Part } from './part-of-unit.ts'
import type { SaidUnit } from './said-unit.ts'
import type { Quantity } from './unit.ts'
import { isVitalSign, type VitalSigns } from './vital-sign.ts'

/** « cinq milligrammes par décilitre », « quatre-vingt-dix-sept pour cent », « un comprimé ». */
export function readFrenchMeasure(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = frenchNumeralAt(atoms, from)
  const unit = said && frenchUnitAt(atoms, said.to)
  if (!said || !unit || !isWholeTokens(atoms, from, unit.to)) return null
  if (isFigureOfSpeech(reading, said, unit) || isKinship(atoms, unit) || maySayMore(reading, unit))
    return null
  if (isVitalSign(atoms, said, unit, vitalSigns)) return doubtUpTo(atoms, from, unit.to)
  if (said.isWritten && unit.symbol === null && !isRewrittenCount(said, unit)) return null
  if (mayBeTwo(atoms, said, unit)) return doubtUpTo(atoms, from, unit.to)
  const half = halfAfter(atoms, said, unit)
  const span = valueFrom(reading, 'measure', half ?? measureSteps(said, unit))
  return span && [span]
}

/** « 2.5 comprimés » is 2,5 comprimés; « 14.30 heures » may be a time. */
const isRewrittenCount = ({ numeral }: SaidNumeral, { quantity }: SaidUnit) =>
  !('written' in numeral) && numeral.fraction !== null && quantity !== 'time'

/** « pouls soixante-dix deux milligrammes », « quatorze heures trente cinq milligrammes »: the first may end before. */
function mayBeTwo(atoms: Reading['atoms'], said: SaidNumeral, unit: SaidUnit): boolean {
  if (said.isWritten || unit.isRatio || !isDrugUnit(unit) || said.to < said.from + 2) return false
  const before = previous(atoms, said.from)
  if (/^mètres?$/.test(before)) return true
  if (atoms[said.to - 1]?.joint !== 'space') return false
  return numberTakers.has(before) || (before === 'sur' && isNumber(previous(atoms, said.from, 2)))
}

const vitalSigns: VitalSigns = {
  names: wordSet('pouls fréquence cardiaque respiratoire saturation température glasgow'),
  links: wordSet('de à est était'),
}

const isNumber = (word: string) => /^\d/.test(word) || isFrenchNumberWord(word)
/** What has a number of its own, or one that goes on, which is in no unit of a drug. */
const numberTakers = wordSet(`
  âge pouls fréquence saturation température glasgow score chambre lit page jour poids heure heures le
`)

/** « sept milligrammes et demi » is 7,5 mg. Spans of time and ages have rules of their own. */
function halfAfter(
  atoms: Reading['atoms'],
  said: SaidNumeral,
  unit: SaidUnit,
): readonly Step[] | null {
  const { numeral } = said
  if (!said.isWhole || 'written' in numeral || unit.isRatio) return null
  if (!halved.has(unit.quantity) && !(unit.quantity === 'other' && unit.symbol !== null))
    return null
  const more = partAfter(atoms, unit.to)
  if (!more || !atoms[more.to - 1]?.closes) return null
  const whole = { ...said, numeral: { ...numeral, fraction: more.fraction } }
  return measureSteps(whole, { ...unit, to: more.to })
}

const halved: ReadonlySet<Quantity> = new Set(['mass', 'dose', 'volume', 'length'])

/** « et demi », « et quart », « trois quarts »; but « trois quarts de comprimé » is another dose. */
function partAfter(atoms: Reading['atoms'], at: number): Part | null {
  const from = close(atoms, at) === 'et' ? at + 1 : at
  const words = [close(atoms, from), close(atoms, from + 1)]
  const [first = '', second = ''] = words
  if (from > at && /^demie?$/.test(first)) return { fraction: '5', to: from + 1 }
  const part: Part | null =
    first === 'trois' && /^quarts?$/.test(second)
      ? { fraction: '75', to: from + 2 }
      : from > at && first === 'quart'
        ? { fraction: '25', to: from + 1 }
        : from > at && first === 'un' && second === 'quart'
          ? { fraction: '25', to: from + 2 }
          : null
  return part && /^d(?:e|')$/.test(close(atoms, part.to)) ? null : part
}

/** « monter d'un degré », « un jour il tombe », « une heure plus tard », « une unité de soins » count nothing; « un comprimé » does. */
function isFigureOfSpeech({ atoms, tokens }: Reading, said: SaidNumeral, unit: SaidUnit): boolean {
  if (said.value !== 1 || said.isWritten || !said.isWhole) return false
  if (unit.symbol !== null) return unit.symbol === '°' || 'scale' in said.numeral
  if (unit.quantity === 'time' && isAfterTime(atoms, said.from)) return false
  if (unit.quantity !== 'count' && unit.quantity !== 'dose') return !('scale' in said.numeral)
  // A sentence does not begin with a digit that nobody needs.
  if (/^Une?$/.test(tokens[atoms[said.from]?.token ?? 0]?.core ?? '')) return true
  if (isEveryday(atoms, unit)) return true
  // « un comprimé de plus », « un demi-comprimé », « un cycle »: only what is taken is counted.
  return /^(?:cycle|unité|co)$/.test(atoms[unit.from]?.text ?? '') && !isTaken(atoms, unit)
}

/** « une ampoule grillée », « une ampoule au talon », « un cachet de la poste »; « une ampoule au coucher » is given. */
function isEveryday(atoms: Reading['atoms'], { from, to }: SaidUnit): boolean {
  const [first, second] = [close(atoms, to), close(atoms, to + 1)]
  if (atoms[from]?.text === 'cachet') return first === 'de' && second === 'la'
  if (atoms[from]?.text !== 'ampoule') return false
  if (/^(?:au|aux|sur)$/.test(first))
    return /^(?:talons?|pieds?|orteils?|mains?|le|les|la)$/.test(second)
  if (first === 'de')
    return /^w(?:atts?)?$/.test(close(atoms, frenchNumeralAt(atoms, to + 1)?.to ?? to))
  return /^(?:grillée|électrique|cassée|rectale)$/.test(first)
}

/** « trois degrés de parenté » */
const isKinship = (atoms: Reading['atoms'], { symbol, to }: SaidUnit) =>
  symbol === '°' &&
  close(atoms, to) === 'de' &&
  /^(?:parenté|liberté|gravité|sévérité|certitude)$/.test(close(atoms, to + 1))

/** « trente-deux semaines et un jour » */
const isAfterTime = (atoms: Reading['atoms'], from: number) =>
  previous(atoms, from) === 'et' &&
  /^(?:ans?|mois|semaines?|heures?|minutes?)$/.test(previous(atoms, from, 2))

/** « un co die », « une unité d'insuline » */
const isTaken = (atoms: Reading['atoms'], { to }: SaidUnit) =>
  takenAs.has(close(atoms, to)) || (close(atoms, to) === 'par' && close(atoms, to + 1) === 'jour')
const takenAs = wordSet("die bid tid qid hs prn au aux d' po matin le avec")

/** « trente-sept degrés cinq » says more than its degrees. */
function maySayMore({ atoms }: Reading, { symbol, to }: SaidUnit): boolean {
  return symbol === '°' && next(atoms, to) !== '' && frenchNumeralAt(atoms, to) !== null
}

/** « un mètre soixante-douze » is 1,72 m. */
export function readFrenchHeight(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const large = frenchNumeralAt(atoms, from)
  if (!large?.isWhole || large.value < 1) return null
  const unit = close(atoms, large.to)
  if (close(atoms, large.to + 1) === '') return null
  const small = frenchNumeralAt(atoms, large.to + 1)
  if (!small?.isWhole) return null
  if (/^mètres?$/.test(unit)) return readMetres(reading, large, small)
  return /^pieds?$/.test(unit) ? readFeet(reading, large, small) : null
}

function readMetres(
  reading: Reading,
  large: SaidNumeral,
  small: SaidNumeral,
): readonly Span[] | null {
  const isHeight = large.value <= 2 && small.value >= 10 && small.value <= 99
  if (!isHeight || frenchUnitAt(reading.atoms, small.to)) return null
  const write: Step['write'] = ({ decimalMark, unitSpace }) =>
    `${large.value}${decimalMark}${small.value}${unitSpace}m`
  const step: Step = { from: large.from, to: small.to, rule: 'measure.height', write }
  const span = valueFrom(reading, 'height', [step])
  return span && [span]
}

/** « cinq pieds six (pouces) » is 5 pi 6 po (OQLF). */
function readFeet(
  reading: Reading,
  large: SaidNumeral,
  small: SaidNumeral,
): readonly Span[] | null {
  const { atoms } = reading
  const isNamed = /^pouces?$/.test(close(atoms, small.to))
  if (large.value > 8 || small.value > 11) return null
  if (
    !isNamed &&
    (frenchUnitAt(atoms, small.to) || /^(?:virgule|point|sur|par|à)$/.test(close(atoms, small.to)))
  )
    return null
  const write: Step['write'] = (profile) =>
    [`${large.value}`, 'pi'].join(profile.unitSpace) +
    ' ' +
    [writeNumeral(small.numeral, profile), 'po'].join(profile.unitSpace)
  const to = isNamed ? small.to + 1 : small.to
  const span = valueFrom(reading, 'height', [
    { from: large.from, to, rule: 'measure.height', write },
  ])
  return span && [span]
}

/** « quelques pour cent », « cent pour cent »: a "cent" that belongs to « pour »; « quinze pour cent mille » has a number. */
export function isTailOfPercent({ atoms }: Reading, from: number): boolean {
  if (atoms[from]?.text !== 'cent' || previous(atoms, from) !== 'pour') return false
  return close(atoms, from + 1) !== 'mille'
}
