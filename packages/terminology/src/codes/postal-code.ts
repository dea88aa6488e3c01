import type { ReadRun } from '../numbers/number-run.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** Canada Post: no D, F, I, O, Q or U; W and Z never first. */
const shape = /^[abceghj-nprstvxy]\d[abceghj-nprstv-z]\d[abceghj-nprstv-z]\d$/
const firstLetters = new Set('abceghjklmnprstvxy')

/** Said of a tumour (T4 N1 M0) or of the spine (L4 L5 S1), wherever the patient comes from. */
const isClinical = /^(?:(?:[tnm]\d){3}|(?:[ctls]\d){3})$/
/** The last word of their names, in both languages. */
const provinces = wordSet(`
  quebec québec ontario manitoba saskatchewan alberta columbia britannique brunswick scotia écosse island édouard
  newfoundland labrador neuve yukon nunavut
`)

/** Never announced: no shape is sure by itself. */
const never = /(?!)/

/**
 * "postal code k one a zero b one", « code postal h deux x un y quatre »: K1A 0B1, H2X 1Y4. Only where a postal code was
 * announced, or right after a province: "l four l five s one" are vertebrae. `isSure`: codes that are nothing else.
 */
export function postalCodeRule(
  runAt: ReadRun,
  isZero: (word: string) => boolean,
  isSure = never,
): Rule {
  return { begins: firstLetters, read }

  function read(reading: Reading, at: number): readonly Span[] | null {
    const { atoms, firstAtom } = reading
    const from = firstAtom[at] ?? 0
    const { before } = aroundOf(reading, at, at + 1)
    const isAnnounced = before.includes('postal')
    const isAfterProvince = provinces.has(before[0] ?? '')
    if (!isAnnounced && !isAfterProvince && isSure === never) return null
    let code = ''
    for (let step = 0; step < 6; step++) {
      const word = step === 0 ? (atoms[from]?.text ?? '') : close(atoms, from + step)
      const digit = word !== '' && step % 2 === 1 ? runAt(atoms, from + step)[0] : undefined
      code += step % 2 === 1 && isZero(word) ? '0' : (digit?.digits ?? word)
    }
    if (!shape.test(code) || (!isAnnounced && isClinical.test(code))) return null
    if (!isAnnounced && !isAfterProvince && !isSure.test(code)) return null
    const written = `${code.slice(0, 3)} ${code.slice(3)}`.toUpperCase()
    const step = { from, to: from + 6, rule: 'code.postal-code', write: written }
    const span = valueFrom(reading, 'code', [step])
    return span && [span]
  }
}
