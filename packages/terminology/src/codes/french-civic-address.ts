import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** In the singular after a number it is no street that is counted. « Cours » has no singular of its own. */
const streetTypes = wordSet(
  'rue avenue place boulevard allée impasse chemin route quai square ruelle rang montée esplanade passage',
)
const rule = 'code.civic-address'

/** « trois rue des fleurs », « cinq bis rue victor hugo »: the number of a house is in digits, however small. */
export function readFrenchCivicAddress(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = frenchNumeralAt(atoms, from)
  if (!said?.isWhole || said.isWritten || said.value < 2 || said.value > 99_999) return null
  const isRepeated = /^(?:bis|ter|quater)$/.test(close(atoms, said.to))
  const street = isRepeated ? said.to + 1 : said.to
  if (!streetTypes.has(close(atoms, street))) return null
  const steps: Step[] = [{ from, to: said.to, rule, write: String(said.value) }]
  if (isRepeated) steps.push({ from: said.to, to: street, rule, left: 'space' })
  const span = valueFrom(reading, 'code', steps)
  return span && [span]
}
