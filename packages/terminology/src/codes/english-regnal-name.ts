import { romanOf } from '../clinical/roman.ts'
import { englishOrdinalAt } from '../numbers/english-ordinal.ts'
import { close, isWholeTokens, previous } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import { type Span, valueSpan } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const rulers = wordSet('king queen pope emperor empress tsar czar kaiser')
const names = wordSet(`
  henry george edward charles william james richard john paul louis elizabeth mary anne benedict pius francis leo gregory
  clement innocent urban nicholas alexander philip frederick ferdinand peter catherine margaret margrethe haakon olav harald
  christian gustav carl albert leopold juan carlos felipe alfonso napoleon wilhelm ivan abdullah mohammed hussein
`)
/** What may follow the number; a noun would be what is counted: "queen mary the first time". */
const afterNumber = wordSet(`
  of had has was is were who and or in at from died lived reigned ruled visited said wrote by with to as for
  period comma colon semicolon question new
`)
const persons = wordSet('mr mister mrs ms dr doctor')
const mostRulers = 39

export const englishRulers: ReadonlySet<string> = rulers

/** "king henry the eighth" is King Henry VIII, "pope john paul the second" Pope John Paul II. */
export function readEnglishRegnalName(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  // Somebody may be called King.
  if (persons.has(previous(atoms, from)) || !names.has(close(atoms, from + 1))) return null
  const the = names.has(close(atoms, from + 2)) ? from + 3 : from + 2
  const ordinal = close(atoms, the) === 'the' && close(atoms, the + 1) !== '' ? the + 1 : null
  const said = ordinal === null ? null : englishOrdinalAt(atoms, ordinal)
  if (!said || Number(said.digits) > mostRulers) return null
  const after = close(atoms, said.to)
  if (after !== '' && !afterNumber.has(after)) return null
  if (!isWholeTokens(atoms, from, said.to)) return null
  const number = { from: atoms[the]?.token ?? at, to: (atoms[said.to - 1]?.token ?? at) + 1 }
  const words = Array.from({ length: number.from - at }, (_, index) => capitalAt(at + index))
  return [...words, valueSpan(number, 'term', 'clinical.roman', romanOf(Number(said.digits)))]
}

const capitalAt = (at: number): Span => ({
  from: at,
  to: at + 1,
  kind: 'prose',
  manner: { letters: 'title' },
})
