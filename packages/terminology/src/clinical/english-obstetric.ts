import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import { numeralWriting } from '../numbers/numeral.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'

const mostPregnancies = 20

/** "G3, P2" as an engine writes it is G3 P2. */
export const englishObstetricRule: Rule = {
  begins: new Set(Array.from({ length: mostPregnancies }, (_, count) => `g${count + 1}`)),
  read: readPregnancies,
}

/** "para two one zero three", "p two one oh three": term, preterm, abortions and living children, in one number. */
export function readEnglishParity(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (previous(atoms, from) !== 'para') return null
  const run = englishRunAt(atoms, from)
  const to = run.at(-1)?.to
  if (to === undefined || run.length !== 4 || run.some(({ digits }) => !/^\d$/.test(digits)))
    return null
  const write = run.map(({ digits }) => digits).join('')
  const span = valueFrom(reading, 'code', [{ from, to, rule: 'clinical.obstetric', write }])
  return span && [span]
}

/** "forty one plus two weeks": weeks of a pregnancy and the days after them. */
export function readEnglishGestation(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const weeks = englishNumeralAt(atoms, from)
  if (!weeks?.isWhole || weeks.value < 20 || weeks.value > 43) return null
  if (close(atoms, weeks.to) !== 'plus') return null
  const days = close(atoms, weeks.to + 1) === '' ? null : englishNumeralAt(atoms, weeks.to + 1)
  if (!days?.isWhole || days.value > 6 || close(atoms, days.to) !== 'weeks') return null
  const { rule } = weeks
  const span = valueFrom(reading, 'duration', [
    { from, to: weeks.to, rule, write: numeralWriting(weeks.numeral) },
    { from: weeks.to, to: days.from, rule: 'number.sign', left: 'space', write: '+' },
    { from: days.from, to: days.to, rule, left: 'space', write: numeralWriting(days.numeral) },
    { from: days.to, to: days.to + 1, rule: 'unit.short-form', left: 'space' },
  ])
  return span && [span]
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
