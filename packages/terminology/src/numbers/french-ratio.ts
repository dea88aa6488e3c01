import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { unitStep } from '../measures/measure-steps.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchNumeralAt } from './french-numeral.ts'
import { readFrenchDilution, readFrenchFor } from './french-ratio-for.ts'
import { frenchRunAt } from './french-run.ts'
import { writeNumeral } from './numeral.ts'
import type { SaidNumeral } from './said-numeral.ts'
import { isOnScaleBefore } from './scale-before.ts'

/** « cent vingt sur quatre-vingts », « grade deux sur six », « un pour dix mille ». */
export function readFrenchRatio(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const left = frenchNumeralAt(atoms, from)
  if (!left || left.value < 0) return readBarePair(reading, from)
  const word = close(atoms, left.to)
  if (/^(?:plus|moins)$/.test(word)) return readStrength(reading, left)
  if (!/^(?:sur|pour|barre|slash|\/)$/.test(word)) return null
  const rightFrom =
    word === 'barre' && close(atoms, left.to + 1) === 'oblique' ? left.to + 2 : left.to + 1
  const right = close(atoms, rightFrom) === '' ? null : wholeAt(atoms, rightFrom)
  if (!right) return word === 'pour' ? readFrenchDilution(reading, left, rightFrom) : null
  if (word === 'pour') return readFrenchFor(reading, left, right)
  return left.isWhole ? readOver(reading, left, right) : null
}

function wholeAt(atoms: readonly Atom[], from: number): SaidNumeral | null {
  const said = frenchNumeralAt(atoms, from)
  return said?.isWhole && said.value >= 0 ? said : null
}

function readOver(reading: Reading, left: SaidNumeral, right: SaidNumeral): readonly Span[] | null {
  const { atoms } = reading
  const unit = frenchUnitAt(atoms, right.to)
  const pressure = unit?.symbol === 'mmHg' ? unit : null
  if ((unit && !pressure) || goesOn(atoms, pressure?.to ?? right.to)) return null
  const frame = aroundAtoms(reading, left.from, right.to)
  const isPressure = isBloodPressure(left.value, right.value, frame)
  const isRated = isScore(left.value, right.value, frame) || isRatedAgain(reading, left, right)
  if (!isPressure && !isRated) return null
  const step: Step = {
    from: left.from,
    to: right.to,
    rule: 'number.ratio',
    write: (profile) =>
      [left, right].map(({ numeral }) => writeNumeral(numeral, profile)).join('/'),
  }
  const span = valueFrom(reading, isPressure ? 'pressure' : 'ratio', [
    step,
    ...(pressure ? [unitStep(pressure)] : []),
  ])
  return span && [span]
}

/** « force quatre plus sur cinq » is 4+/5. */
function readStrength(reading: Reading, left: SaidNumeral): readonly Span[] | null {
  const { atoms } = reading
  const [five] = close(atoms, left.to + 1) === 'sur' ? frenchRunAt(atoms, left.to + 2) : []
  if (five?.digits !== '5' || !(left.value >= 1 && left.value <= 5)) return null
  const { before, after } = aroundAtoms(reading, left.from, five.to)
  if (![...before, ...after].some((word) => strengthFrame.has(word))) return null
  const write = `${left.value}${close(atoms, left.to) === 'plus' ? '+' : '-'}/5`
  const step = { from: left.from, to: five.to, rule: 'number.ratio', write }
  const span = valueFrom(reading, 'ratio', [step])
  return span && [span]
}

const strengthFrame = wordSet(`
  force forces motricité motrice testing membres membre cotée cotées coté flexion extension flexeurs extenseurs dorsiflexion
`)

/**
 * « tension douze huit », in centimetres of mercury, as it is said in France; « tension à cent quarante quatre-vingt-dix »;
 * « acuité visuelle vingt vingt-cinq ».
 */
function readBarePair(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const [top, bottom, more] = frenchRunAt(atoms, from)
  if (!top || !bottom || more || frenchUnitAt(atoms, bottom.to)) return null
  if (close(atoms, bottom.to) === 'fois') return null
  // « cent vingt quatre vingts »: words apart may be other numbers.
  if (atoms[bottom.from]?.text === 'quatre' && atoms[bottom.from + 1]?.joint === 'space')
    return null
  const frame = aroundAtoms(reading, from, bottom.to)
  const isSight = isSnellen(Number(top.digits), Number(bottom.digits), frame)
  const isPressure =
    isBloodPressure(Number(top.digits), Number(bottom.digits), frame) &&
    frame.before.slice(0, 3).some(isPressureWord)
  if (!isPressure && !isSight) return null
  const write = `${top.digits}/${bottom.digits}`
  const span = valueFrom(reading, isSight ? 'ratio' : 'pressure', [
    { from, to: bottom.to, rule: 'number.ratio', write },
  ])
  return span && [span]
}

type Frame = ReturnType<typeof aroundAtoms>

/** Another fraction bar, a repetition, a decimal: what was said is no ratio of two numbers. */
function goesOn(atoms: readonly Atom[], to: number): boolean {
  return /^(?:sur|fois|virgule)$/.test(close(atoms, to)) && frenchRunAt(atoms, to + 1).length > 0
}

const pressureWords = wordSet('tension tensions ta pa pression artérielle tas tad')
const isPressureWord = (word: string) => pressureWords.has(word)
const isInCentimetres = (top: number, bottom: number) =>
  top >= 6 && top <= 26 && bottom >= 3 && bottom <= 15 && top > bottom

/** Systolic over diastolic, in mmHg, or in cmHg where pressure is spoken of. */
function isBloodPressure(top: number, bottom: number, { before }: Frame): boolean {
  if (top >= 50 && top <= 300 && bottom >= 20 && bottom <= 200 && top > bottom) return true
  return isInCentimetres(top, bottom) && before.slice(0, 3).some(isPressureWord)
}

const scoreFrame = wordSet(`
  grade force forces douleur douleurs souffle score scores eva échelle glasgow mmse moca motricité apgar phq gad réflexes pouls
  acuité vision visuelle cotée coté cotées
`)
const sight = wordSet('acuité visuelle vision snellen')
/** Lines of a chart that is read at twenty feet. */
const snellenLines = new Set([10, 12, 15, 16, 20, 25, 30, 40, 50, 60, 70, 80, 100, 200, 400])
const isSnellen = (top: number, bottom: number, { before }: Frame) =>
  top === 20 && snellenLines.has(bottom) && before.slice(0, 4).some((word) => sight.has(word))

const titreFrame = wordSet('titre titres dilution ana anticorps')

/**
 * Murmurs are out of 6, strength out of 5, pain out of 10, the Glasgow scale out of 15, the MMSE out of 30; a titre is one
 * over its dilution.
 */
function isScore(top: number, bottom: number, { before, after }: Frame): boolean {
  if (
    (top === 20 || top === 6) &&
    bottom >= 4 &&
    bottom <= 400 &&
    before.some((word) => sight.has(word))
  )
    return true
  if (/^(?:inspiratoire|bipap)$/.test(before.find((word) => word !== 'à' && word !== 'de') ?? ''))
    return top > bottom
  if (bottom === 5 && top <= 5 && after.includes('membres')) return true
  if (top === 1 && bottom >= 10 && before.some((word) => titreFrame.has(word))) return true
  if (!mayBeScore(top, bottom)) return false
  return before.some((word) => scoreFrame.has(word)) || scoreFrame.has(after[0] ?? '')
}

const mayBeScore = (top: number, bottom: number) =>
  [4, 5, 6, 9, 10, 15, 20, 21, 27, 30, 100].includes(bottom) && top <= bottom

/** « 4 sur 5 à gauche et 5 sur 5 à droite », « 20 sur 40 à droite et 20 sur 25 à gauche » */
function isRatedAgain(reading: Reading, { from, value }: SaidNumeral, right: SaidNumeral): boolean {
  // « et quatre sur cinq patients »
  const next = close(reading.atoms, right.to)
  if (next !== '' && !afterScale.has(next)) return false
  if (value === 20 && snellenLines.has(right.value)) {
    return isOnScaleBefore(reading, from, (most) => snellenLines.has(most), {
      ...scales,
      rated: sight,
    })
  }
  const isSame = (most: number) => most === right.value
  return mayBeScore(value, right.value) && isOnScaleBefore(reading, from, isSame, scales)
}

const afterScale = wordSet(
  'à au aux en et ou avec pour dans après lors du de gauche droite proximal distal',
)

const scales = {
  overTo: (atoms: readonly Atom[], at: number) => (close(atoms, at) === 'sur' ? at + 1 : null),
  numeralAt: frenchNumeralAt,
  rated: scoreFrame,
}
