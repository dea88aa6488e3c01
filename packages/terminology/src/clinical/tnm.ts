import type { ReadRun } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'

type Part = { readonly text: string; readonly to: number }

const glued = /^([pcyr]{0,2})([tnm])([0-4xi]s?)([a-d]?)$/

/** "t one c n zero m x" is T1c N0 MX, "p t three n two" pT3 N2: the T and the N at least. */
export function tnmRule(runAt: ReadRun, isZero: (word: string) => boolean): Rule {
  return { begins: tnmStarts, read }

  function read(reading: Reading, at: number): readonly Span[] | null {
    const from = reading.firstAtom[at] ?? 0
    const tumour = partAt(reading, from, 't')
    const nodes = tumour && partAt(reading, tumour.to, 'n')
    if (!tumour || !nodes) return null
    const metastases = partAt(reading, nodes.to, 'm')
    const to = metastases?.to ?? nodes.to
    const parts = [tumour, nodes, ...(metastases ? [metastases] : [])].map(({ text }) => text)
    const step = { from, to, rule: 'clinical.tnm', write: parts.join(' ') }
    const span = valueFrom(reading, 'grade', [step], ',')
    return span && [span]
  }

  function partAt({ atoms, tokens }: Reading, start: number, letter: string): Part | null {
    const follows = letter === 't' || isNextOrAfterComma(start)
    if (!follows) return null
    const whole = glued.exec(atoms[start]?.text ?? '')
    if (whole?.[2] === letter && whole[3] !== undefined) {
      return { text: nameOf(whole[1] ?? '', letter, whole[3], whole[4] ?? ''), to: start + 1 }
    }
    const prefix = /^[pcyr]$/.test(atoms[start]?.text ?? '') && close(atoms, start + 1) === letter
    const at = prefix ? start + 1 : start
    if (atoms[at]?.text !== letter) return null
    const value = valueAt(atoms, at + 1, letter)
    if (value === null) return null
    const suffix = close(atoms, at + 2)
    const hasSuffix = /^[a-d]$/.test(suffix) && value !== 'x'
    const text = nameOf(
      prefix ? (atoms[start]?.text ?? '') : '',
      letter,
      value,
      hasSuffix ? suffix : '',
    )
    return { text, to: at + (hasSuffix ? 3 : 2) }

    function isNextOrAfterComma(index: number): boolean {
      if (close(atoms, index) !== '') return true
      const atom = atoms[index]
      const before = tokens[(atom?.token ?? 0) - 1]
      return atom?.joint === 'apart' && before?.after === ',' && tokens[atom.token]?.before === ''
    }
  }

  function valueAt(atoms: readonly Atom[], at: number, letter: string): string | null {
    const word = close(atoms, at)
    if (word === 'x' || (word === 'is' && letter === 't')) return word
    if (isZero(word)) return '0'
    const [group] = word === '' ? [] : runAt(atoms, at)
    return group && /^[0-4]$/.test(group.digits) ? group.digits : null
  }
}

const tnmStarts: ReadonlySet<string> = new Set([
  ...'tpcyr',
  ...['', 'p', 'c', 'yp', 'yc', 'r'].flatMap((prefix) =>
    ['0', '1', '2', '3', '4', 'x', 'is'].flatMap((value) =>
      ['', 'a', 'b', 'c', 'd'].map((suffix) => `${prefix}t${value}${suffix}`),
    ),
  ),
])

const nameOf = (prefix: string, letter: string, value: string, suffix: string) =>
  prefix + letter.toUpperCase() + (value === 'x' ? 'X' : value) + suffix
