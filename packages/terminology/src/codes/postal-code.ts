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
/**
 * Said by itself, three letters that are not alike with their digits are a postal code; not obstetric history (G3 P2 A1),
 * the coma scale (E4 V5 M6), a list (A1 B2 C3), or what goes on.
 */
function isAlone(code: string, after: string): boolean {
  const letters = code.replace(/\d/g, '')
  if (new Set(letters).size < 3 || /^(?:gp.|gtp|evm|abc)$/.test(letters)) return false
  return !/^[a-z]$/.test(after)
}

/** The last word of their names, in both languages. */
const provinces = wordSet(`
  quebec québec ontario manitoba saskatchewan alberta columbia britannique brunswick scotia écosse island édouard
  newfoundland labrador neuve yukon nunavut
`)

/**
 * "postal code k one a zero b one", « code postal h deux x un y quatre »: K1A 0B1, H2X 1Y4. Where none was announced,
 * nothing clinical may look like it: "l four l five s one" are vertebrae.
 */
export function postalCodeRule(runAt: ReadRun, isZero: (word: string) => boolean): Rule {
  return { begins: firstLetters, read }

  function read(reading: Reading, at: number): readonly Span[] | null {
    const { atoms, firstAtom } = reading
    const from = firstAtom[at] ?? 0
    const { before } = aroundOf(reading, at, at + 1)
    const isAnnounced = before.includes('postal') || provinces.has(before[0] ?? '')
    let code = ''
    for (let step = 0; step < 6; step++) {
      const word = step === 0 ? (atoms[from]?.text ?? '') : close(atoms, from + step)
      const digit = word !== '' && step % 2 === 1 ? runAt(atoms, from + step)[0] : undefined
      code += step % 2 === 1 && isZero(word) ? '0' : (digit?.digits ?? word)
    }
    if (!shape.test(code) || (!before.includes('postal') && isClinical.test(code))) return null
    if (!isAnnounced && !isAlone(code, close(atoms, from + 6))) return null
    const written = `${code.slice(0, 3)} ${code.slice(3)}`.toUpperCase()
    const step = { from, to: from + 6, rule: 'code.postal-code', write: written }
    const span = valueFrom(reading, 'code', [step])
    return span && [span]
  }
}
