import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const threads = wordSet(`
  vicryl monocryl prolene prolène nylon soie pds ethibond éthibond ethilon éthilon chromique catgut polyglactine polydioxanone
  polypropylène maxon dexon mersilène mersilene tevdek goretex stratafix monofilament résorbable
  fil fils suture sutures
`)

/** « Vicryl trois zéro » is 3-0: the size of a thread, never 30. */
export function readFrenchSuture(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const [size, second, more] = frenchRunAt(atoms, from)
  if (!size || more || !/^(?:\d|1[0-2])$/.test(size.digits)) return null
  if (size.digits === '0') return second ? null : readWholeSize(reading, size)
  const zero = second?.digits === '0' ? second : second ? null : zeroAfterHyphen(atoms, size.to)
  if (!zero) return null
  const { before, after } = aroundOf(reading, at, (atoms[zero.to - 1]?.token ?? 0) + 1)
  const isThread =
    before.slice(0, 3).some((word) => threads.has(word)) || threads.has(after[0] ?? '')
  if (!isThread) return null
  const write = `${size.digits}-0`
  return spanOf(reading, 'code', { from, to: zero.to, rule: 'clinical.suture-size', write })
}

/** « cinq tiret zéro », « trois-0 » */
function zeroAfterHyphen(atoms: readonly Atom[], at: number): { readonly to: number } | null {
  const from = close(atoms, at) === 'tiret' ? at + 1 : at
  const isZero = /^(?:0|z[ée]ro)$/.test(close(atoms, from))
  return isZero && (from > at || atoms[from]?.joint === 'hyphen') ? { to: from + 1 } : null
}

/** « Vicryl zéro »: right after the thread, or right before it. */
function readWholeSize(reading: Reading, { from, to }: NumberGroup): readonly Span[] | null {
  const { atoms } = reading
  if (!threads.has(previous(atoms, from)) && !threads.has(close(atoms, to))) return null
  if (/^(?:fils?|sutures?)$/.test(previous(atoms, from)) || close(atoms, to) === 'virgule')
    return null
  return spanOf(reading, 'code', { from, to, rule: 'clinical.suture-size', write: '0' })
}

const numberedTools = wordSet('lame bistouri sonde aiguille trocart canule clou plaque foret')

/** « lame numéro quinze » is lame no 15. */
export function readFrenchToolNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!numberedTools.has(previous(atoms, from))) return null
  const [size, more] = close(atoms, from + 1) === '' ? [] : frenchRunAt(atoms, from + 1)
  if (!size || more || !/^\d{1,3}$/.test(size.digits)) return null
  const span = valueFrom(reading, 'code', [
    { from, to: from + 1, rule: 'clinical.tool-number', write: 'no' },
    {
      from: size.from,
      to: size.to,
      rule: 'number.cardinal',
      left: 'unit',
      write: size.digits,
    },
  ])
  return span && [span]
}

const tubes = wordSet(
  'sonde sondes drain drains cathéter foley canule introducteur gaine thoracique',
)

/** « sonde quatorze French » is 14 Fr (Charrière). */
export function readFrenchGauge(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const [size, more] = frenchRunAt(atoms, from)
  if (!size || more || !/^(?:french|fr|charrière|ch)$/.test(close(atoms, size.to))) return null
  const isTube = aroundOf(reading, at, at + 1).before.some((word) => tubes.has(word))
  if (!isTube || !(Number(size.digits) >= 3 && Number(size.digits) <= 40)) return null
  const symbol = /^ch/.test(close(atoms, size.to)) ? 'CH' : 'Fr'
  const span = valueFrom(reading, 'measure', [
    { from, to: size.to, rule: 'number.cardinal', write: size.digits },
    { from: size.to, to: size.to + 1, rule: 'clinical.gauge', left: 'unit', write: symbol },
  ])
  return span && [span]
}

function spanOf(reading: Reading, type: 'code', step: Step): readonly Span[] | null {
  const span = valueFrom(reading, type, [step])
  return span && [span]
}
