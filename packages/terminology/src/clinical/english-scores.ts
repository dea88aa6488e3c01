import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { englishRunAt, type NumberGroup } from '../numbers/english-run.ts'
import { numeralWriting } from '../numbers/numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** "gleason three plus four", "three plus four equals seven": the sum only if it was said. */
export function readEnglishSum(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const terms = termsFrom(atoms, from)
  const isSum =
    terms.length > 1 &&
    (terms.some(({ sign }) => sign === '=' || sign === '±') || isGleason(reading, at))
  if (!isSum) return null
  const span = valueFrom(reading, 'number', terms.flatMap(termSteps))
  return span && [span]
}

type Term = { readonly said: SaidNumeral; readonly sign: string; readonly signFrom: number }

const signs: ReadonlyMap<string, string> = new Map([
  ['plus', '+'],
  ['minus', '-'],
  ['equals', '='],
  ['equal', '='],
])

function termsFrom(atoms: readonly Atom[], from: number): readonly Term[] {
  const terms: Term[] = []
  let at = from
  let sign = ''
  let signFrom = from
  while (terms.length < 6) {
    const said = englishNumeralAt(atoms, at)
    if (!said || said.value < 0) return terms
    terms.push({ said, sign, signFrom })
    const next = signAt(atoms, said.to)
    if (!next || close(atoms, next.to) === '') return terms
    sign = next.sign
    signFrom = said.to
    at = next.to
  }
  return terms
}

function signAt(atoms: readonly Atom[], at: number) {
  const isPlusOrMinus =
    close(atoms, at) === 'plus' && close(atoms, at + 1) === 'or' && close(atoms, at + 2) === 'minus'
  if (isPlusOrMinus) return { sign: '±', to: at + 3 }
  const sign = signs.get(close(atoms, at))
  return sign ? { sign, to: at + 1 } : null
}

function termSteps({ said, sign, signFrom }: Term): readonly Step[] {
  const number: Step = {
    from: said.from,
    to: said.to,
    rule: said.rule,
    left: 'space',
    write: numeralWriting(said.numeral),
  }
  if (sign === '') return [number]
  return [
    { from: signFrom, to: said.from, rule: 'number.sign', left: 'space', write: sign },
    number,
  ]
}

function isGleason(reading: Reading, at: number): boolean {
  return aroundOf(reading, at, at + 1).before.includes('gleason')
}

const graded = wordSet(`
  edema oedema pulse pulses reflex reflexes dtr dtrs pitting dorsalis radial femoral patellar
  protein proteinuria blood ketones glucose leukocytes bacteria tonsils mitral aortic tricuspid regurgitation
  bilateral bilaterally symmetric throughout pedal popliteal
`)

/** "two plus edema" is 2+ edema. */
export function readEnglishPlus(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = englishNumeralAt(atoms, from)
  if (!said?.isWhole || said.value < 0 || said.value > 4 || close(atoms, said.to) !== 'plus')
    return null
  const { before } = aroundOf(reading, at, at + 1)
  const isGraded =
    graded.has(close(atoms, said.to + 1)) ||
    before.some((word) => graded.has(word)) ||
    isStained(reading, at)
  if (!isGraded) return null
  const write = `${said.value}+`
  const rule = 'clinical.plus'
  const span = valueFrom(reading, 'grade', [{ from, to: said.to + 1, rule, write }])
  return span && [span]
}

/** "her two two plus": how much of a receptor was stained. */
function isStained({ atoms, firstAtom, last, tokens }: Reading, at: number): boolean {
  if (previous(atoms, firstAtom[at] ?? 0) === 'her2') return true
  const isName = last?.kind === 'value' && last.type === 'code' && last.to === at
  return isName && tokens[last.from]?.atoms[0] === 'her'
}

/** "plus or minus" is ±. */
export function readPlusOrMinus(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const isSaid = close(atoms, from + 1) === 'or' && close(atoms, from + 2) === 'minus'
  const isBetween = isSaid && close(atoms, from + 3) !== '' && englishNumeralAt(atoms, from + 3)
  if (!isBetween) return null
  const span = valueFrom(reading, 'sign', [{ from, to: from + 3, rule: 'number.sign', write: '±' }])
  return span && [span]
}

const apgar = wordSet('apgar apgars')
const pairWords = wordSet('of was were score scores are at and is the')

/** "apgars of eight and nine", "seven nine and nine at one five and ten minutes": all in digits, however small. */
export function readEnglishApgar(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const { before } = aroundOf(reading, at, at + 1)
  if (!apgar.has(before.find((word) => !pairWords.has(word)) ?? '')) return null
  return readThree(reading, from) ?? readPair(reading, from)
}

/** Three scores, each below eleven, and perhaps their minutes. */
function readThree(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const scores = threeAt(atoms, from)
  if (!scores) return null
  const minutes = close(atoms, scores.to) === 'at' ? threeAt(atoms, scores.to + 1) : null
  const isTimed = minutes !== null && close(atoms, minutes.to) === 'minutes'
  const steps: readonly Step[] = isTimed
    ? [
        ...scores.steps,
        { from: scores.to, to: scores.to + 1, rule: 'number.cardinal', left: 'space' },
        ...minutes.steps,
      ]
    : scores.steps
  const span = valueFrom(reading, 'number', steps)
  return span && [span]
}

/** "seven nine and nine": the commas that nobody says among numbers. */
function threeAt(atoms: readonly Atom[], from: number) {
  const [first, second, more] = close(atoms, from) === '' ? [] : englishRunAt(atoms, from)
  if (!first || !second || more || close(atoms, second.to) !== 'and') return null
  const [third, another] = englishRunAt(atoms, second.to + 1)
  if (!third || another || ![first, second, third].every(isOfTen)) return null
  const rule = 'number.cardinal'
  const steps: readonly Step[] = [
    { from, to: first.to, rule, left: 'space', write: `${first.digits},` },
    { from: second.from, to: second.to, rule, left: 'space', write: second.digits },
    { from: second.to, to: third.from, rule, left: 'space' },
    { from: third.from, to: third.to, rule, left: 'space', write: third.digits },
  ]
  return { steps, to: third.to }
}

const isOfTen = ({ digits }: NumberGroup) => /^(?:\d|10)$/.test(digits)

function readPair(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const first = englishNumeralAt(atoms, from)
  if (!first?.isWhole || close(atoms, first.to) !== 'and') return null
  const second = close(atoms, first.to + 1) === '' ? null : englishNumeralAt(atoms, first.to + 1)
  if (!second?.isWhole || first.value > 10 || second.value > 10) return null
  const step = (said: SaidNumeral): Step => ({ ...numberStep(said), left: 'space' })
  const span = valueFrom(reading, 'number', [
    step(first),
    { from: first.to, to: second.from, rule: 'number.cardinal', left: 'space' },
    step(second),
  ])
  return span && [span]
}

function numberStep({ from, to, rule, numeral }: SaidNumeral): Step {
  return { from, to, rule, write: numeralWriting(numeral) }
}

const repeated = wordSet(`
  oriented orientated alert bypass cabg grafts negative positive culture cultures correct biopsy biopsies drain drains
  iv im po stat refill refills attempts washes
`)
const lasting = wordSet('day days week weeks hour hours month months year years doses dose')

/** "alert and oriented times three", "fever times three days": x 3. */
export function readEnglishTimes(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = close(atoms, from + 1) === '' ? null : englishNumeralAt(atoms, from + 1)
  if (!said?.isWhole || said.value > 99) return null
  const isFramed = repeated.has(previous(atoms, from)) || lasting.has(close(atoms, said.to))
  if (!isFramed || englishNumeralAt(atoms, from - 1)) return null
  const span = valueFrom(reading, 'number', [
    { from, to: from + 1, rule: 'number.times', write: ({ dimensionSign }) => dimensionSign },
    { ...numberStep(said), left: 'space' },
  ])
  return span && [span]
}
