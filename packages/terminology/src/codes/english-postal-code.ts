import { englishDigits } from '../numbers/english-cardinal.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** Canada Post: no D, F, I, O, Q or U; W and Z never first. */
const shape = /^[abceghj-nprstvxy]\d[abceghj-nprstv-z]\d[abceghj-nprstv-z]\d$/

/**
 * "postal code k one a zero b one": K1A 0B1. Only where a postal code was announced: "l four l five s one" are
 * vertebrae.
 */
export function readEnglishPostalCode(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const { before } = aroundOf(reading, at, at + 1)
  if (!before.includes('postal')) return null
  let code = ''
  for (let step = 0; step < 6; step++) {
    const word = step === 0 ? (atoms[from]?.text ?? '') : close(atoms, from + step)
    const isZero = step % 2 === 1 && /^oh?$/.test(word)
    code += isZero ? '0' : (englishDigits.get(word) ?? word)
  }
  if (!shape.test(code)) return null
  const written = `${code.slice(0, 3)} ${code.slice(3)}`.toUpperCase()
  const step = { from, to: from + 6, rule: 'code.postal-code', write: () => written }
  const span = valueFrom(reading, 'code', [step])
  return span && [span]
}
