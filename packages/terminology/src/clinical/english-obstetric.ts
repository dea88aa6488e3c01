import { valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'

const mostPregnancies = 20

/** "G3, P2" as an engine writes it is G3 P2. */
export const englishObstetricRule: Rule = {
  begins: new Set(Array.from({ length: mostPregnancies }, (_, count) => `g${count + 1}`)),
  read: readPregnancies,
}

function readPregnancies(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, tokens, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const births = atoms[from + 1]?.text ?? ''
  if (tokens[at]?.after !== ',' || !/^p\d{1,4}$/.test(births)) return null
  const gravida = (atoms[from]?.text ?? '').toUpperCase()
  const rule = 'clinical.obstetric'
  const span = valueFrom(
    reading,
    'code',
    [
      { from, to: from + 1, rule, write: gravida },
      { from: from + 1, to: from + 2, rule, left: 'space', write: births.toUpperCase() },
    ],
    ',',
  )
  return span && [span]
}
