import { englishNumeralAt, type SaidNumeral } from '../numbers/english-numeral.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const threads = wordSet(`
  vicryl monocryl prolene nylon silk pds ethibond ethilon chromic catgut gut suture sutures polyglactin
  polydioxanone polypropylene maxon dexon mersilene tevdek goretex stratafix monofilament absorbable
  nonabsorbable plain proline fiberwire ticron v
`)

/** "three oh vicryl", "vicryl three oh" are 3-0: the size of a thread, never 3.0. */
export function readEnglishSuture(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const [size] = englishRunAt(atoms, from)
  if (!size || !/^\d{1,2}$/.test(size.digits) || !/^(?:oh?|zero|0)$/.test(close(atoms, size.to))) {
    return null
  }
  const to = size.to + 1
  const isAfterThread =
    /^[a-z]{3,}$/.test(previous(atoms, from)) && threads.has(previous(atoms, from))
  if (!isAfterThread && ![0, 1].some((ahead) => threads.has(close(atoms, to + ahead)))) return null
  const write = `${size.digits}-0`
  const rule = 'clinical.suture-size'
  const span = valueFrom(reading, 'code', [{ from, to, rule, write }])
  return span && [span]
}

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
