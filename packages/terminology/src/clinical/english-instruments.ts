import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** Threads by name: "oh suture that" is no size. */
const namedThreads = wordSet(`
  vicryl monocryl prolene nylon silk pds ethibond ethilon chromic polyglactin polydioxanone polypropylene maxon dexon
  stratafix proline fiberwire ticron
`)
const threads = new Set([
  ...namedThreads,
  ...wordSet(
    'catgut gut suture sutures mersilene tevdek goretex monofilament absorbable nonabsorbable plain v',
  ),
])

/** The finest thread is 12-0 (European Pharmacopoeia). */
const finest = 12

/** "three oh vicryl", "vicryl three oh" are 3-0: the size of a thread, never 3.0. */
export function readEnglishSuture(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const rule = 'clinical.suture-size'
  if (isLoneZero(atoms, from)) {
    const span = valueFrom(reading, 'code', [{ from, to: from + 1, rule, write: '0' }])
    return span && [span]
  }
  const [first, second, third, ...more] = englishRunAt(atoms, from)
  if (!first) return null
  // "two five oh nylon" is two of 5-0: how many were used is said before the size.
  const isCounted = second !== undefined && second.shape === 'digit' && isZero(atoms, second.to)
  const size = isCounted ? second : first
  const isSize = /^\d{1,2}$/.test(size.digits) && isZero(atoms, size.to)
  if (!isSize || more.length > 0 || (third !== undefined && !isCounted)) return null
  const to = size.to + 1
  if (!isAfterThread(atoms, from) && ![0, 1].some((ahead) => threads.has(close(atoms, to + ahead))))
    return null
  if (Number(size.digits) > finest) return doubtUpTo(atoms, from, to)
  const write = `${size.digits}-0`
  // The count stays a word: "2 5-0" is read as 25-0.
  const count: Step = { from, to: first.to, rule: 'number.cardinal' }
  const span = valueFrom(reading, 'code', [
    ...(isCounted ? [count] : []),
    { from: size.from, to, rule, left: 'space', write },
  ])
  return span && [span]
}

const isZero = (atoms: readonly Atom[], at: number) => /^(?:oh?|zero|0)$/.test(close(atoms, at))

/** "closed with oh vicryl": 0 Vicryl. */
const isLoneZero = (atoms: readonly Atom[], from: number) =>
  /^(?:oh|zero)$/.test(atoms[from]?.text ?? '') && namedThreads.has(close(atoms, from + 1))

const isAfterThread = (atoms: readonly Atom[], from: number) =>
  /^[a-z]{3,}$/.test(previous(atoms, from)) && threads.has(previous(atoms, from))

/** "eighteen gauge needle" is 18-gauge, "fourteen french" 14-French, "number fifteen blade" #15. */
export function readEnglishGauge(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (atoms[from]?.text === 'number') return readBlade(reading, from)
  const said = englishNumeralAt(atoms, from)
  const kind = said ? close(atoms, said.to) : ''
  if (
    !said ||
    isWrittenAlready(atoms, said) ||
    (kind !== 'gauge' && kind !== 'french') ||
    said.value < 1 ||
    !said.isWhole
  )
    return null
  // "two french patients"
  if (kind === 'french' && (said.value < 3 || said.value > 40)) return null
  const name = kind === 'french' ? 'French' : kind
  const write = `${String(said.value)}-${name}`
  const rule = 'clinical.gauge'
  const span = valueFrom(reading, 'measure', [{ from, to: said.to + 1, rule, write }])
  return span && [span]
}

function readBlade(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const [size, more] = close(atoms, from + 1) === '' ? [] : englishRunAt(atoms, from + 1)
  if (!size || more || !/^(?:blade|scalpel|knife)$/.test(close(atoms, size.to))) return null
  const write = `#${size.digits}`
  const rule = 'clinical.blade'
  const span = valueFrom(reading, 'code', [{ from, to: size.to, rule, write }])
  return span && [span]
}

/** "18-gauge", as it is to be. */
const isWrittenAlready = (atoms: readonly Atom[], { to, isWritten }: SaidNumeral) =>
  isWritten && atoms[to]?.joint === 'hyphen'
