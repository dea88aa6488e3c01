import { englishDigits } from '../numbers/english-cardinal.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

type Part = { readonly text: string; readonly to: number }

/** "t one c n zero m x" is T1c N0 MX, "p t three n two" pT3 N2: the T and the N at least. */
export function readEnglishTnm(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const start = firstAtom[at] ?? 0
  const prefix =
    /^[pc]$/.test(atoms[start]?.text ?? '') && close(atoms, start + 1) === 't'
      ? (atoms[start]?.text ?? '')
      : ''
  const tumour = partAt(atoms, prefix === '' ? start : start + 1, 't')
  const nodes = tumour && partAt(atoms, tumour.to, 'n')
  if (!tumour || !nodes) return null
  const metastases = partAt(atoms, nodes.to, 'm')
  const to = metastases?.to ?? nodes.to
  const parts = [prefix + tumour.text, nodes.text, ...(metastases ? [metastases.text] : [])]
  const step = { from: start, to, rule: 'clinical.tnm', write: () => parts.join(' ') }
  const span = valueFrom(reading, 'grade', [step])
  return span && [span]
}

function partAt(atoms: readonly Atom[], at: number, letter: string): Part | null {
  const first = atoms[at]
  if (first?.text !== letter || (letter !== 't' && close(atoms, at) === '')) return null
  const word = close(atoms, at + 1)
  const digit =
    word === 'oh' || word === 'o'
      ? 0
      : (englishDigits.get(word) ?? (/^\d$/.test(word) ? word : undefined))
  const value = word === 'x' ? 'X' : word === 'is' && letter === 't' ? 'is' : digit
  if (value === undefined) return null
  const suffix = close(atoms, at + 2)
  const hasSuffix = /^[a-d]$/.test(suffix) && value !== 'X'
  const text = letter.toUpperCase() + String(value) + (hasSuffix ? suffix : '')
  return { text, to: at + (hasSuffix ? 3 : 2) }
}
