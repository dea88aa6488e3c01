import { englishNumberWords } from '../numbers/english-cardinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, isWholeTokens, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** Last labels of a domain, as they are said: what does not end in one of these is no address. */
const topLevels = wordSet(`
  com org net edu gov int info health care clinic hospital ca qc us uk fr be ch eu de au nz io ai app dev co
`)
const joiners: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['underscore', '_'],
  ['dash', '-'],
  ['hyphen', '-'],
])
/** Before one bare word at a domain: "available at example dot com" is no mailbox. */
const mailFrame = wordSet('email emails emailed mail mailed address contact write writes')
const neverNames = wordSet(`
  at dot slash the an and or of to in on is was are it us me him her them we you my your his their this
  that for from with by more online here found available located visit see
`)

/** A piece of an address, joined as it is written, and the atom after it. */
type Piece = { readonly text: string; readonly to: number; readonly isBare: boolean }

/** "john dot smith at gmail dot com", "w w w dot example dot org slash help": written in one piece, in small letters. */
export function readEnglishElectronicAddress(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!mayBegin(atoms, from)) return null
  const scheme = schemeAt(atoms, from)
  const address =
    (scheme ? null : mailboxAt(reading, from)) ?? pageAt(atoms, scheme?.to ?? from, scheme?.text)
  if (!address || !isWholeTokens(atoms, from, address.to)) return null
  const { text, to } = address
  const span = valueFrom(reading, 'code', [
    { from, to, rule: 'code.electronic-address', write: () => text },
  ])
  return span && [span]
}

/** One look at the next word, so that prose costs no more. */
function mayBegin(atoms: readonly Atom[], from: number): boolean {
  const word = atoms[from]?.text ?? ''
  const after = close(atoms, from + 1)
  return (
    joiners.has(after) ||
    after === 'at' ||
    (isLetter(word) && after !== '') ||
    englishNumberWords.has(after)
  )
}

/** "h t t p s colon slash slash". */
function schemeAt(atoms: readonly Atom[], from: number): Piece | null {
  const letters = lettersAt(atoms, from)
  if (letters !== 'http' && letters !== 'https') return null
  const to = from + letters.length
  const isSaid = ['colon', 'slash', 'slash'].every(
    (word, index) => close(atoms, to + index) === word,
  )
  return isSaid ? { text: `${letters}://`, to: to + 3, isBare: false } : null
}

function mailboxAt(reading: Reading, from: number): Piece | null {
  const { atoms } = reading
  const name = nameAt(atoms, from)
  if (!name || close(atoms, name.to) !== 'at') return null
  const host = name.to + (close(atoms, name.to + 1) === 'sign' ? 2 : 1)
  const domain = close(atoms, host) === '' ? null : domainAt(atoms, host)
  if (!domain || (name.isBare && !isMail(reading, from))) return null
  return { text: `${name.text}@${domain.text}`, to: domain.to, isBare: false }
}

function isMail(reading: Reading, from: number): boolean {
  const token = reading.atoms[from]?.token ?? 0
  const { before, wordsSoFar } = aroundOf(reading, token, token + 1)
  return wordsSoFar === 0 || before.some((word) => mailFrame.has(word))
}

/** A domain with its path. */
function pageAt(atoms: readonly Atom[], from: number, scheme = ''): Piece | null {
  const domain = domainAt(atoms, from)
  if (!domain) return null
  let { text, to } = domain
  while (close(atoms, to) === 'slash' && close(atoms, to + 1) !== '') {
    const name = nameAt(atoms, to + 1)
    if (!name) break
    text += `/${name.text}`
    to = name.to
  }
  return { text: scheme + text, to, isBare: false }
}

function domainAt(atoms: readonly Atom[], from: number): Piece | null {
  const name = nameAt(atoms, from)
  const labels = name?.text.split('.') ?? []
  return labels.length > 1 && topLevels.has(labels.at(-1) ?? '') ? name : null
}

const longest = 12

/** Words, letters and digits with the marks that were said between them. */
function nameAt(atoms: readonly Atom[], from: number): Piece | null {
  let name = partAt(atoms, from)
  for (let count = 0; name && count < longest; count++) {
    const joiner = joiners.get(close(atoms, name.to))
    const more = joiner && close(atoms, name.to + 1) !== '' ? partAt(atoms, name.to + 1) : null
    if (!more) break
    name = { text: name.text + joiner + more.text, to: more.to, isBare: false }
  }
  return name
}

/** "a b c", "jane", "doe ninety nine", "j smith". */
function partAt(atoms: readonly Atom[], from: number): Piece | null {
  const letters = lettersAt(atoms, from)
  const wordFrom = from + letters.length
  const isInitials = letters !== '' && !/^[ai]$/.test(letters)
  const word = letters === '' || isInitials ? wordAt(atoms, wordFrom, letters === '') : ''
  const to = wordFrom + (word === '' ? 0 : 1)
  const start = letters + word
  const run = start === '' || close(atoms, to) !== '' ? englishRunAt(atoms, to) : []
  const digits = run.map((group) => group.digits).join('')
  if (start + digits === '') return null
  const isBare = letters === '' && digits === ''
  return { text: start + digits, to: run.at(-1)?.to ?? to, isBare }
}

function wordAt(atoms: readonly Atom[], at: number, isFirst: boolean): string {
  const word = isFirst ? (atoms[at]?.text ?? '') : close(atoms, at)
  const isName =
    /^[a-z][a-z0-9]+$/.test(word) && !englishNumberWords.has(word) && !joiners.has(word)
  return isName && !neverNames.has(word) ? word : ''
}

const isLetter = (word: string) => /^[a-z]$/.test(word)

function lettersAt(atoms: readonly Atom[], from: number): string {
  let letters = ''
  for (let at = from; letters.length < longest; at++) {
    const text = at === from ? (atoms[at]?.text ?? '') : close(atoms, at)
    if (!isLetter(text)) break
    letters += text
  }
  return letters
}
