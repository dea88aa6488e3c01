import {
  denominators,
  framedRomans,
  numberedNouns,
  ordinals,
  romans,
  scales,
  smallNumbers,
} from './said-words.ts'

/** A word, a number that was said, or one that was written in digits or closes a run ("third", a year). */
export type Part = { readonly text: string; readonly kind: 'word' | 'spoken' | 'written' }

type Read = { readonly part: Part; readonly to: number }

/** Numbers to digits: "one hundred and five" is 105; "one twenty" is 1 and 20, both spoken. */
export function readSaidNumbers(pieces: readonly string[]): readonly Part[] {
  const parts: Part[] = []
  for (let at = 0; at < pieces.length; ) {
    const read =
      fractionAt(pieces, at) ?? yearAt(pieces, at) ?? numberAt(pieces, at) ?? romanAt(pieces, at)
    parts.push(read?.part ?? wordPart(pieces, at))
    at = read?.to ?? at + 1
  }
  return joinNumbers(parts)
}

const word = (text: string): Part => ({ text, kind: 'word' })
const isDigits = (piece: string | undefined) => /^\d+$/.test(piece ?? '')

function wordPart(pieces: readonly string[], at: number): Part {
  const text = wordAt(pieces, at)
  return { text, kind: text === '0' ? 'spoken' : 'word' }
}

/** "oh" is a zero beside a number. */
function wordAt(pieces: readonly string[], at: number): string {
  const piece = pieces[at] ?? ''
  if (piece !== 'oh' && piece !== 'o') return piece
  const isBeside = [at - 1, at + 1].some(
    (near) => isDigits(pieces[near]) || smallNumbers.has(pieces[near] ?? ''),
  )
  return isBeside || [at - 1, at + 1].some((near) => pieces[near] === 'point') ? '0' : piece
}

/** "three quarters", 3/4; "two and a half", 2 1/2 and 2.5; nothing else that two numbers and a mark could be. */
function fractionAt(pieces: readonly string[], at: number): Read | null {
  const whole = integerAt(pieces, at)
  if (!whole) return null
  const second = wholePartEnd(pieces, whole)
  const part = second === null ? null : partAt(pieces, second)
  if (part && part.top < part.bottom) {
    const isExact = part.bottom === 2 || part.bottom === 4
    const text = isExact
      ? String(whole.value + part.top / part.bottom)
      : `${whole.value} ${part.top}/${part.bottom}`
    return { part: { text, kind: 'written' }, to: part.to }
  }
  const alone = partAt(pieces, at)
  if (!alone) return null
  const kind = isDigits(pieces[at]) ? 'written' : 'spoken'
  return { part: { text: `${alone.top}/${alone.bottom}`, kind }, to: alone.to }
}

/** Where the fraction of a mixed number begins: after "and", or after a space between digits. */
function wholePartEnd(pieces: readonly string[], whole: Integer): number | null {
  if (pieces[whole.to] === 'and') return whole.to + 1
  return isDigits(pieces[whole.to - 1]) && pieces[whole.to + 1] === '/' ? whole.to : null
}

type Fraction = { readonly top: number; readonly bottom: number; readonly to: number }

function partAt(pieces: readonly string[], at: number): Fraction | null {
  const article = /^an?$/.test(pieces[at] ?? '') ? { value: 1, to: at + 1 } : null
  const top = article ?? integerAt(pieces, at)
  if (!top) return null
  const name = pieces[top.to] ?? ''
  const named = denominators.get(name)
  const isFit = top.value === 1 ? !name.endsWith('s') : name.endsWith('s') || name === 'half'
  if (named !== undefined && isFit) return { top: top.value, bottom: named, to: top.to + 1 }
  if (article || name !== '/') return null
  const bottom = integerAt(pieces, top.to + 1)
  return bottom && { top: top.value, bottom: bottom.value, to: bottom.to }
}

/** "nineteen eighty-eight", "twenty twenty": one number, and not part of what stands before it. */
function yearAt(pieces: readonly string[], at: number): Read | null {
  const century = spokenAt(pieces, at)
  const rest = century && spokenAt(pieces, century.to)
  if (!rest || rest.isOrdinal || ![18, 19, 20].includes(century.value)) return null
  if (rest.value < 10 || rest.value > 99) return null
  return { part: { text: `${century.value}${rest.value}`, kind: 'written' }, to: rest.to }
}

/** A whole or decimal number, said or written, with its scale: "one point five million" is 1500000. */
function numberAt(pieces: readonly string[], at: number): Read | null {
  const integer = integerAt(pieces, at)
  const decimals = decimalsAt(pieces, integer?.to ?? at)
  if (!integer && !decimals) {
    const written = /^\d*\.\d+$/.test(pieces[at] ?? '') ? Number(pieces[at]) : null
    return written === null ? null : scaled(pieces, written, at + 1, 'written')
  }
  if (decimals) {
    const value = Number(`${integer?.value ?? 0}.${decimals.digits}`)
    return scaled(pieces, value, decimals.to, 'written')
  }
  if (!integer) return null
  const kind = integer.isOrdinal || isDigits(pieces[at]) ? 'written' : 'spoken'
  return scaled(pieces, integer.value, integer.to, kind, pieces[at])
}

function scaled(
  pieces: readonly string[],
  value: number,
  to: number,
  kind: Part['kind'],
  written = '',
): Read {
  const scale = scales.get(pieces[to] ?? '')
  if (scale) return { part: { text: String(Math.round(value * scale)), kind }, to: to + 1 }
  // Digits keep their zeros in front: 007 is no 7.
  return { part: { text: isDigits(written) ? written : String(value), kind }, to }
}

function decimalsAt(pieces: readonly string[], point: number) {
  if (pieces[point] !== 'point') return null
  let digits = ''
  let at = point + 1
  for (; at < pieces.length; at += 1) {
    const piece = wordAt(pieces, at)
    const value = isDigits(piece) ? piece : smallNumbers.get(piece)
    if (value === undefined) break
    // "point seven five" is .75 and "point seventy five" too.
    const isUnitOfTens = Number(value) < 10 && /^[2-9]0$/.test(digits) && smallNumbers.has(piece)
    digits = isUnitOfTens ? `${digits[0]}${value}` : digits + value
  }
  return digits === '' ? null : { digits, to: at }
}

type Integer = { readonly value: number; readonly to: number; readonly isOrdinal: boolean }

function integerAt(pieces: readonly string[], at: number): Integer | null {
  if (isDigits(pieces[at])) return { value: Number(pieces[at]), to: at + 1, isOrdinal: false }
  return spokenAt(pieces, at)
}

function spokenAt(pieces: readonly string[], from: number): Integer | null {
  const numberOf = (at: number) =>
    smallNumbers.get(pieces[at] ?? '') ?? ordinals.get(pieces[at] ?? '')
  const first = numberOf(from)
  if (first === undefined) return null
  let total = 0
  let group = first
  let last = first
  let to = from + 1
  for (; to < pieces.length && !ordinals.has(pieces[to - 1] ?? ''); to += 1) {
    const piece = pieces[to] ?? ''
    const next = numberOf(to)
    if (piece === 'and' && last >= 100 && numberOf(to + 1) !== undefined) continue
    if (piece === 'hundred' && group > 0 && group < 100) group *= 100
    else if (scales.has(piece)) {
      total += group * (scales.get(piece) ?? 1)
      group = 0
    } else if (next !== undefined && fits(last, group, next)) group += next
    else break
    last = next ?? 1000
  }
  return { value: total + group, to, isOrdinal: ordinals.has(pieces[to - 1] ?? '') }
}

/** Whether a number word goes on with the number that is being read: "twenty five", "hundred twenty". */
function fits(last: number, group: number, next: number): boolean {
  if (last >= 1000) return group % 100 === 0 && next > 0
  return last >= 20 && last < 100 && last % 10 === 0 && next > 0 && next < 10
}

/** "iii"; "i" and "ii a" only after a noun that is numbered in Roman numerals. */
function romanAt(pieces: readonly string[], at: number): Read | null {
  const piece = pieces[at] ?? ''
  const isFramed = numberedNouns.has(pieces[at - 1] ?? '')
  const [, numeral = '', letter = ''] = (isFramed && /^(i{1,3}|iv)([abc])$/.exec(piece)) || []
  const value = (isFramed ? framedRomans : romans).get(numeral || piece)
  return value === undefined
    ? null
    : { part: { text: String(value) + letter, kind: letter ? 'word' : 'written' }, to: at + 1 }
}

/** Between two numbers these words and marks say one thing. */
const joins: ReadonlyMap<string, string> = new Map([
  ['to', '-'],
  ['through', '-'],
  ['-', '-'],
  [':', '-'],
  ['/', '/'],
  ['by', 'x'],
  ['x', 'x'],
  ['times', 'x'],
])

function joinNumbers(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, at) => {
    const [before, after] = [parts[at - 1], parts[at + 1]]
    if (part.kind !== 'word' || after === undefined || after.kind === 'word') return [part]
    if (part.text === 'times' || part.text === 'x') return [word('x')]
    if (before === undefined || before.kind === 'word') return [part]
    if (isTimeMark(part, after) || isDigitGroup(parts, at)) return [word('')]
    return [word(joins.get(part.text) ?? part.text)]
  })
}

/** 2:30 is said "two thirty". */
const isTimeMark = ({ text }: Part, after: Part) => text === ':' && /^[0-5]\d$/.test(after.text)

/** The hyphen of L4-5, 3-0 and 613-555-0142 is not said; that of 5-10 is. */
function isDigitGroup(parts: readonly Part[], at: number): boolean {
  if (parts[at]?.text !== '-') return false
  const isAfterLetter = /^[a-z]$/.test(parts[at - 2]?.text ?? '')
  const isLong = parts[at - 2]?.text === '-' || parts[at + 2]?.text === '-'
  return isAfterLetter || isLong || /^0\d*$/.test(parts[at + 1]?.text ?? '')
}
