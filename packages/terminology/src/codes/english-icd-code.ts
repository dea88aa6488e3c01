import { englishUnitAt } from '../measures/english-unit-at.ts'
import { readOutRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { isLetterA } from './english-named-letter.ts'

const links = wordSet('is was of number colon')
const codes = wordSet('code codes')
const coded = wordSet('diagnosis diagnoses diagnostic billing icd')
const editions = wordSet('nine ten eleven 9 10 11')

type Code = { readonly text: string; readonly to: number; readonly hasPoint: boolean }

/** "icd ten code e eleven point nine", "diagnosis codes e eleven point nine and i ten": as the ICD prints them. */
export function readEnglishIcdCode(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const frame = frameOf(aroundOf(reading, at, at + 1).before)
  const first = frame && codeAt(atoms, from)
  if (!first || (frame === 'unsure' && !first.hasPoint)) return null
  const steps: Step[] = [stepOf(from, first)]
  let { to } = first
  while (steps.length < longestList && /^(?:and|or)$/.test(close(atoms, to))) {
    const more = close(atoms, to + 1) === '' ? null : codeAt(atoms, to + 1)
    if (!more) break
    steps.push({ from: to, to: to + 1, rule: 'code.icd', left: 'space' })
    steps.push({ ...stepOf(to + 1, more), left: 'space' })
    to = more.to
  }
  const span = valueFrom(reading, 'code', steps)
  return span && [span]
}

const longestList = 15

const stepOf = (from: number, { text, to }: Code): Step => ({
  from,
  to,
  rule: 'code.icd',
  write: text,
})

/** "code e eleven" alone may be any code: there, a point must be in it. */
function frameOf(said: readonly string[]): 'sure' | 'unsure' | null {
  const before = said.filter((word) => !links.has(word))
  const [last = '', second = '', third = ''] = before
  if (codes.has(last)) {
    const kind = editions.has(second) ? third : second
    return coded.has(kind) || (kind === 'd' && before.includes('c')) ? 'sure' : 'unsure'
  }
  const isEdition = editions.has(last) && (second === 'icd' || (second === 'd' && third === 'c'))
  return last === 'icd' || isEdition ? 'unsure' : null
}

/** A letter and two digits, and up to four more after a point; the last may be letters: S72.001A. */
function codeAt(atoms: readonly Atom[], from: number): Code | null {
  const letter = atoms[from]?.text ?? ''
  const category = digitsAt(atoms, from + 1)
  if (!/^[a-z]$/.test(letter) || !category) return null
  const whole = /^\d\d(?:\.\d{1,4})?$/.test(category.digits)
  if (!whole) return null
  const point = /^(?:point|dot|decimal)$/.test(close(atoms, category.to))
  const rest = point ? digitsAt(atoms, category.to + 1) : null
  if (point && (!rest || !/^\d{1,4}$/.test(rest.digits))) return null
  const suffix = rest ? suffixAt(atoms, rest.to, rest.digits.length) : ''
  const to = (rest?.to ?? category.to) + suffix.length
  if (englishUnitAt(atoms, to) || /^(?:point|hundred|thousand)$/.test(close(atoms, to))) return null
  const after = rest ? `.${rest.digits}${suffix.toUpperCase()}` : ''
  const text = letter.toUpperCase() + category.digits + after
  return { text, to, hasPoint: text.includes('.') }
}

/** Digits one by one or in pairs: "eleven", "one one", "oh nine". */
function digitsAt(atoms: readonly Atom[], at: number) {
  if (close(atoms, at) === '') return null
  const { zeros, run } = readOutRunAt(atoms, at, /^oh?$/)
  // "oh oh" alone is two zeros.
  const to = run.at(-1)?.to ?? at + zeros.length
  if (to === at || run.some(({ shape }) => shape === 'large')) return null
  return { digits: zeros + run.map(({ digits }) => digits).join(''), to }
}

/** How often somebody was seen for an injury, "a", "d" or "s", after the letters that fill the code: T14.8XXA. */
function suffixAt(atoms: readonly Atom[], from: number, digits: number): string {
  let fill = ''
  while (digits + fill.length < 3 && close(atoms, from + fill.length) === 'x') fill += 'x'
  const at = from + fill.length
  const last = close(atoms, at)
  const isLast = digits + fill.length === 3 && /^[ads]$/.test(last)
  return isLast && (last !== 'a' || isLetterA(atoms, at)) ? fill + last : ''
}
