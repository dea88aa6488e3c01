import type { ReadRun } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

type Part = { readonly text: string; readonly to: number }

const glued = /^([pcyr]{0,2})([tnm])([0-4xi]s?)([a-d]?)$/

/** Said before a part that stands alone: "pathologic stage p t two". PT is also physical therapy. */
const stagingFrame = wordSet(`
  pathologic pathological pathology stage staged staging tnm node nodes nodal pathologique stade
`)

/**
 * "t one c n zero m x" is T1c N0 MX, "p t three n two" pT3 N2: the T and the N at least, or a "p" before one of them that
 * says how it was found, "p n one mi c m zero".
 */
export function tnmRule(runAt: ReadRun, isZero: (word: string) => boolean): Rule {
  return { begins: tnmStarts, read }

  function read(reading: Reading, at: number): readonly Span[] | null {
    const from = reading.firstAtom[at] ?? 0
    const tumour = partAt(reading, from, 't', true)
    const nodes = partAt(reading, tumour?.to ?? from, 'n', !tumour)
    const last = nodes ?? tumour
    const metastases = last && partAt(reading, last.to, 'm', false)
    const parts = [tumour, nodes, metastases].flatMap((part) => part ?? [])
    const to = parts.at(-1)?.to
    if (to === undefined || !((tumour && nodes) || isShown(reading, at, parts))) return null
    const write = parts.map(({ text }) => text).join(' ')
    const span = valueFrom(reading, 'grade', [{ from, to, rule: 'clinical.tnm', write }], ',')
    return span && [span]
  }

  function isShown(reading: Reading, at: number, parts: readonly Part[]): boolean {
    const [{ text } = { text: '' }] = parts
    if (!/^[pcy]/.test(text)) return false
    if (parts.length > 1 || /^y?pN\d./.test(text)) return true
    const { before } = aroundOf(reading, at, at + 1)
    return /^y?p/.test(text) && before.some((word) => stagingFrame.has(word))
  }

  function partAt(
    { atoms, tokens }: Reading,
    start: number,
    letter: string,
    isFirst: boolean,
  ): Part | null {
    if (!isFirst && !isNextOrAfterComma(start)) return null
    const whole = glued.exec(atoms[start]?.text ?? '')
    if (whole?.[2] === letter && whole[3] !== undefined) {
      return { text: nameOf(whole[1] ?? '', letter, whole[3], whole[4] ?? ''), to: start + 1 }
    }
    const prefix = prefixAt(atoms, start, letter)
    const at = start + prefix.length
    if (atoms[at]?.text !== letter) return null
    const value = valueAt(atoms, at + 1, letter)
    if (value === null) return null
    const suffix = value === 'x' ? noSuffix : suffixAt(atoms, at + 2, letter, prefix)
    return { text: nameOf(prefix, letter, value, suffix.text), to: suffix.to ?? at + 2 }

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

type Suffix = { readonly text: string; readonly to?: number }
const noSuffix: Suffix = { text: '' }

/** "p", "y p": how the part was found, said before its letter. */
function prefixAt(atoms: readonly Atom[], start: number, letter: string): string {
  const first = atoms[start]?.text ?? ''
  const second = close(atoms, start + 1)
  if (/^[pcyr]$/.test(first) && second === letter) return first
  return first === 'y' && /^[pc]$/.test(second) && close(atoms, start + 2) === letter
    ? first + second
    : ''
}

/** "a", "mi" (micrometastases), or the "m" of several tumours before the nodes: T2(m). */
function suffixAt(atoms: readonly Atom[], at: number, letter: string, prefix: string): Suffix {
  const word = close(atoms, at)
  // "p n one c m zero": said with a "p", the next part has its own.
  const isNext = prefix !== '' && word === 'c' && close(atoms, at + 1) === 'm'
  if (/^[a-d]$/.test(word) && !isNext) return { text: word, to: at + 1 }
  if (word === 'mi') return { text: 'mi', to: at + 1 }
  if (word !== 'm') return noSuffix
  if (close(atoms, at + 1) === 'i') return { text: 'mi', to: at + 2 }
  return letter === 't' && /^[pcn]$/.test(close(atoms, at + 1))
    ? { text: '(m)', to: at + 1 }
    : noSuffix
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
