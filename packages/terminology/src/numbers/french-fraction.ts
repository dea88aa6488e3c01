import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { frenchCardinalOf } from './french-cardinal.ts'
import { frenchNumeralAt } from './french-numeral.ts'
import { frenchOrdinalWords } from './french-ordinal.ts'
import type { Part } from './mixed-number.ts'

/** « deux tiers », « trois quarts », « quatre cinquièmes »; « un tiers » and « un demi » stay words. */
export function readFrenchFraction(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const parts = frenchPartsAt(reading.atoms, from)
  if (!parts) return null
  const write = `${parts.top}/${parts.bottom}`
  const step = { from, to: parts.to, rule: 'number.fraction', write }
  const span = valueFrom(reading, 'fraction', [step])
  return span && [span]
}

/** Two parts of one and more. */
export function frenchPartsAt(atoms: readonly Atom[], from: number): Part | null {
  const top = frenchNumeralAt(atoms, from)
  if (!top?.isWhole || top.isWritten || top.value < 2 || top.value > 99) return null
  const bottom = denominatorAt(atoms, top.to)
  if (bottom === null) return null
  // « dix dixièmes » is how well an eye sees; it may see more.
  const isPart = bottom > top.value || (bottom === 10 && top.value <= 20)
  if (!isPart) return null
  return { top: top.value, bottom, to: top.to + 1 }
}

/** Plural, because more than one part is counted: « deux cinquième étage » is no fraction. */
function denominatorAt(atoms: readonly Atom[], at: number): number | null {
  const word = close(atoms, at)
  if (word === 'tiers') return 3
  if (word === 'quarts') return 4
  const base = word.endsWith('s') ? frenchOrdinalWords.get(word.slice(0, -1)) : undefined
  return base === undefined ? null : frenchCardinalOf([base])
}
