import { isEnglishNumberWord } from '../numbers/english-cardinal.ts'
import { englishNumeralAt, signs } from '../numbers/english-numeral.ts'
import { numeralWriting } from '../numbers/numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/**
 * "minus two point two five plus one point five zero": the sphere and the cylinder of a lens, each with its sign. Lenses
 * are ground in quarters of a dioptre, which is what tells them from a sum.
 */
export function readEnglishRefraction(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const before = previous(atoms, from)
  if (isEnglishNumberWord(before) || /^\d/.test(before)) return null
  const sphere = powerAt(atoms, from)
  const cylinder = sphere && close(atoms, sphere.to) !== '' ? powerAt(atoms, sphere.to) : null
  if (!sphere || !cylinder) return null
  const rule = 'clinical.refraction'
  const span = valueFrom(reading, 'measure', [
    { from, to: sphere.to, rule, write: sphere.write },
    { from: sphere.to, to: cylinder.to, rule, left: 'space', write: cylinder.write },
  ])
  return span && [span]
}

const quarters = /^[-+]?\d{1,2}\.(?:00|25|5|50|75)$/

/** A signed power, in words or as an engine wrote it: "-2.25". */
function powerAt(atoms: readonly Atom[], from: number) {
  const text = atoms[from]?.text ?? ''
  if (/^[-+]/.test(text)) return quarters.test(text) ? { to: from + 1, write: text } : null
  const sign = signs.get(text)
  const said = sign && close(atoms, from + 1) !== '' ? englishNumeralAt(atoms, from + 1) : null
  if (!sign || !said || said.isWhole) return null
  const { numeral } = said
  const digits = 'written' in numeral ? numeral.written : `${numeral.integer}.${numeral.fraction}`
  if (!quarters.test(digits)) return null
  const write = 'written' in numeral ? sign + numeral.written : numeralWriting({ ...numeral, sign })
  return { to: said.to, write }
}
